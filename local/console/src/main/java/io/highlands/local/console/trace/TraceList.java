// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.time.Instant;
import java.util.List;

import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.span.Span;
import io.highlands.local.traces.TraceMatches;
import io.highlands.local.traces.TraceSearch;
import io.highlands.local.traces.TraceSummary;

/** Traces as a table: one row each, its bar as long as it took beside the slowest. */
final class TraceList {

    private TraceList() {
    }

    static Content table(List<TraceSummary> traces, Instant now) {
        long slowest = traces.stream().mapToLong(trace -> trace.root().durationNanos()).max().orElse(1);
        List<Element> rows = traces.stream().map(trace -> row(trace, Math.max(1, slowest), now)).toList();
        return Html.div("card", Html.table("Traces", List.of("Began (UTC)", "Service", "Request", "Outcome", "Took",
                "Spans", "Services", "Trace"), rows));
    }

    /** How many there are in a list. */
    static Content words(List<TraceSummary> traces) {
        return Html.textEl("p", traces.size() == TraceQuery.ROWS
                ? "The first " + TraceQuery.ROWS + " traces; narrow the filter or the range for others."
                : number(traces.size())).cls("muted");
    }

    /** How many a search found, and in what period it looked. */
    static Content words(TraceMatches found, TraceQuery query, Instant now) {
        boolean isFull = found.traces().size() >= TraceQuery.ROWS;
        Instant from = found.unreadBefore().filter(query.range().from()::isBefore).orElse(query.range().from());
        String more = isFull ? "; narrow the search or the range for others" : "";
        return Html.el("p", Content.text((isFull ? "The first " : "") + number(found.traces().size())
                + " with a span that fits, from "), Figures.time(from, now), Content.text(" to "),
                Figures.time(query.range().until(), now), Content.text(found.unreadBefore().isPresent()
                        ? ", where the search ended early (it reads for " + TraceSearch.TIMEOUT.toSeconds() + " s, and "
                                + TraceSearch.MAX_SPANS + " spans that fit): shorten the range, or add a term"
                        : more))
                .cls("muted");
    }

    private static String number(int traces) {
        return traces == 1 ? "1 trace" : traces + " traces";
    }

    private static Element row(TraceSummary trace, long slowest, Instant now) {
        Span root = trace.root();
        String id = root.trace().toString();
        Element bar = Html.el("svg", Html.el("rect").attr("x", 0).attr("y", 4).attr("height", 8).attr("rx", 2)
                .attr("width", Waterfall.percent(Math.max(0.005, root.durationNanos() / (double) slowest)))
                .cls(trace.failed() ? "failed-bar" : "s0")).cls("bar-cell").attr("aria-hidden", "true");
        return Html.row(Html.el("span", Figures.time(Times.instant(root.startNanos()), now)).cls("mono fit"),
                Content.text(root.service()),
                Html.link("/traces/" + id, name(root)).attr("id", "t-" + id),
                outcome(trace), Html.div("took", bar, Html.span("num", Times.took(root.durationNanos()))),
                Content.text(String.valueOf(trace.spans())), Content.text(String.valueOf(trace.services())),
                Html.span("mono muted", "…" + id.substring(24)).attr("title", id));
    }

    /** What was asked: method and route where they are known. */
    static String name(Span root) {
        return root.method().isEmpty() || root.route().isEmpty()
                ? root.name()
                : root.method() + " " + root.route();
    }

    private static Content outcome(TraceSummary trace) {
        int status = trace.root().httpStatus();
        String words = status == 0 ? "" : String.valueOf(status);
        if (!trace.failed()) {
            return Content.text(words.isEmpty() ? "ok" : words);
        }
        boolean within = status > 0 && status < 400;
        return Html.badge("alarm", words.isEmpty() ? "failed" : within ? words + ", failed within" : words);
    }
}
