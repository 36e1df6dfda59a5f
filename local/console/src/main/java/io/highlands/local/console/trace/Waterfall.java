// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.highlands.local.edges.trace.CriticalPath;
import io.highlands.local.edges.trace.TraceRow;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.span.SpanStatus;

/** A trace over time: a row per span and per proxy that a request passed. Each row opens to all that is known of it. */
final class Waterfall {

    static final int MAX_ROWS = 1_000;

    private static final int DEEPEST = 12;

    private static final int COLOURS = 8;

    private static final int TICKS = 5;

    private final List<TraceRow> rows;

    private final Map<Long, List<Long>> logs;

    private final CriticalPath path;

    private final List<String> services;

    private final long start;

    private final long length;

    /**
     * Lays it out.
     *
     * @param rows its rows
     * @param path what the trace waited for
     * @param logs moments of log lines, in nanoseconds since 1970, by the id of the span in which they were written
     */
    Waterfall(List<TraceRow> rows, CriticalPath path, Map<Long, List<Long>> logs) {
        this.rows = rows;
        this.path = path;
        this.logs = logs;
        this.services = rows.stream().map(TraceRow::service).distinct().toList();
        this.start = rows.stream().mapToLong(TraceRow::startNanos).min().orElse(0);
        long end = rows.stream().mapToLong(TraceRow::endNanos).max().orElse(0);
        this.length = Math.max(1, end - start);
    }

    Content render() {
        Element list = Html.el("ol").cls("waterfall").attr("aria-label",
                "Spans and proxies in order of calls; arrow keys move between them, Enter opens one");
        rows.stream().limit(MAX_ROWS).forEach(row -> list.add(row(row)));
        return Content.all(legend(), axis(), list, rows.size() > MAX_ROWS
                ? Html.textEl("p", "The first " + MAX_ROWS + " of " + rows.size() + " rows.").cls("muted")
                : Content.none());
    }

    private Element legend() {
        Element list = Html.el("ul").cls("keys");
        services.forEach(service -> list.add(key(colour(service), service)));
        if (rows.stream().anyMatch(TraceRow.OfProxy.class::isInstance)) {
            list.add(key("hop", "proxy of the mesh, from its access log in whole milliseconds"));
        }
        list.add(key("path", "what the trace waited for"));
        return logs.isEmpty() ? list : list.add(key("tick", "log line"));
    }

    private static Element key(String cls, String text) {
        Element mark = switch (cls) {
            case "path" -> Html.el("rect").attr("x", 0).attr("y", 5).attr("width", 10).attr("height", 2.5);
            case "tick" -> Html.el("circle").attr("cx", 5).attr("cy", 5).attr("r", 2.5);
            default -> Html.el("rect").attr("x", 1).attr("y", 1).attr("width", 8).attr("height", 8).attr("rx", 2);
        };
        return Html.el("li", Html.el("svg", mark.cls(cls)).cls("swatch").attr("viewBox", "0 0 10 10")
                .attr("aria-hidden", "true"), Content.text(text));
    }

    private Element axis() {
        Element svg = Html.el("svg").cls("lane");
        for (long at = 0; at < length; at += step()) {
            double share = at / (double) length;
            svg.add(Html.el("text").attr("x", percent(share)).attr("y", 12)
                    .attr("text-anchor", at == 0 ? "start" : share > 0.95 ? "end" : "middle").text(Times.took(at)));
        }
        return Html.div("wf-row wf-axis", Html.span("", ""), svg, Html.span("num", "Took")).attr("aria-hidden", "true");
    }

    /** A round number of nanoseconds, of which at most {@link #TICKS} are in the trace. */
    private long step() {
        long power = (long) Math.pow(10, Math.floor(Math.log10(Math.max(1, length / (double) TICKS))));
        for (long times : new long[]{1, 2, 5}) {
            if (length / (times * power) <= TICKS) {
                return times * power;
            }
        }
        return 10 * power;
    }

    private String colour(String service) {
        return "s" + services.indexOf(service) % COLOURS;
    }

    private Element row(TraceRow row) {
        Element summary = Html.el("summary", RowWords.name(row).cls("wf-name d" + Math.min(DEEPEST, row.depth())),
                Html.span("said", "begins at " + Times.took(row.startNanos() - start)), lane(row),
                Html.span("num mono", Times.took(row.durationNanos()))).cls("wf-row");
        return Html.el("li", Html.el("details", summary, RowWords.details(row, start)));
    }

    private Element lane(TraceRow row) {
        double from = (row.startNanos() - start) / (double) length;
        double share = row.durationNanos() / (double) length;
        String colour = switch (row) {
            case TraceRow.OfProxy proxy -> proxy.entry().status() >= 500 ? "hop failed-bar" : "hop";
            case TraceRow.OfSpan span -> colour(row.service())
                    + (span.span().status() == SpanStatus.ERROR ? " failed-bar" : "");
        };
        Element svg = Html.el("svg").cls("lane").attr("aria-hidden", "true");
        for (long at = step(); at < length; at += step()) {
            String x = percent(at / (double) length);
            svg.add(Html.el("line").attr("x1", x).attr("x2", x).attr("y1", 0).attr("y2", 18));
        }
        boolean hop = row instanceof TraceRow.OfProxy;
        svg.add(Html.el("rect").cls(colour).attr("x", percent(Math.min(from, 0.998)))
                .attr("width", percent(Math.max(0.002, Math.min(share, 1 - from)))).attr("y", hop ? 6 : 3)
                .attr("height", hop ? 6 : 12).attr("rx", 2));
        path.stretches(row).forEach(part -> svg.add(Html.el("rect").cls("path").attr("y", 15).attr("height", 2.5)
                .attr("x", percent((part.from() - start) / (double) length))
                .attr("width", percent((part.until() - part.from()) / (double) length))));
        moments(row).forEach(at -> svg.add(Html.el("circle").cls("tick").attr("r", 2.5).attr("cy", 9)
                .attr("cx", percent(Math.clamp((at - start) / (double) length, 0, 1)))));
        return svg;
    }

    private List<Long> moments(TraceRow row) {
        return row instanceof TraceRow.OfSpan span ? logs.getOrDefault(span.span().id(), List.of()) : List.of();
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
