// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.highlands.local.console.log.LogLines;
import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.edges.join.TraceAccessLog;
import io.highlands.local.edges.trace.CriticalPath;
import io.highlands.local.edges.trace.TraceRow;
import io.highlands.local.edges.trace.TraceTree;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.logs.LogService;
import io.highlands.local.span.Span;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;

/** One trace: its waterfall with the mesh's timing, its log lines, and the ways from it to dashboards, logs and Datadog or X-Ray. */
final class TracePage {

    private static final Duration AROUND = Duration.ofMinutes(2);

    private static final Duration LATE = Duration.ofSeconds(20);

    /** How far back log lines of a trace without spans are looked for. */
    private static final Duration BACK = Duration.ofHours(24);

    private static final int MAX_LINES = 200;

    private final TraceId id;

    private final List<Span> spans;

    private final TracingView tracing;

    private final LogService logs;

    private final String environment;

    TracePage(TraceId id, List<Span> spans, TracingView tracing, LogService logs, String environment) {
        this.id = id;
        this.spans = spans;
        this.tracing = tracing;
        this.logs = logs;
        this.environment = environment;
    }

    Answer render(List<String> dashboards, Instant now) {
        if (spans.isEmpty()) {
            return missing(now);
        }
        long start = spans.stream().mapToLong(Span::startNanos).min().orElseThrow();
        long end = spans.stream().mapToLong(Span::endNanos).max().orElseThrow();
        List<LogLines.Line> lines = LogLines.holding(logs, id.toString(),
                Times.instant(start).minus(Duration.ofSeconds(2)), Times.instant(end).plus(LATE), MAX_LINES);
        List<TraceRow> rows = TraceTree.rows(spans, TraceAccessLog.read(spans, logs, tracing.accessLogs()));
        CriticalPath path = new CriticalPath(rows);
        Content main = Content.all(Html.div("card", facts(start, end, now), waited(rows.getFirst(), path)),
                Html.div("card", Html.textEl("h2", "Waterfall"), new Waterfall(rows, path, moments(lines)).render()),
                lines(lines, now));
        Span first = rows.stream().filter(TraceRow.OfSpan.class::isInstance).map(TraceRow.OfSpan.class::cast)
                .map(TraceRow.OfSpan::span).findFirst().orElseThrow();
        return Answer.page(TraceList.name(first) + " · " + first.service(), ways(dashboards, start, end), main);
    }

    private Answer missing(Instant now) {
        List<LogLines.Line> lines = LogLines.holding(logs, id.toString(), now.minus(BACK), now, MAX_LINES);
        Content why = tracing.on()
                ? Html.textEl("p", "No span of this trace is here: it was not sampled, was dropped, or is older than "
                        + "what is kept.").cls("message")
                : TraceNotes.off(tracing, environment, "No span of this trace is here, and tracing is off.");
        return new Answer.Page(404, "Trace " + id.toString().substring(0, 8), TraceSection.tabs("", ""),
                Content.all(why, lines(lines, now)), "");
    }

    private Content facts(long start, long end, Instant now) {
        long failed = spans.stream().filter(span -> span.status() == SpanStatus.ERROR).count();
        Element line = Html.el("p", Html.el("strong", Content.text(Times.took(end - start))),
                Content.text(" from "), Figures.time(Times.instant(start), now), Content.text(" UTC · " + spans.size()
                        + (spans.size() == 1 ? " span of " : " spans of ")
                        + String.join(", ", spans.stream().map(Span::service).distinct().toList()) + " "));
        if (failed > 0) {
            line.add(Html.badge("alarm", failed == 1 ? "1 span failed" : failed + " spans failed"));
        }
        Element ids = Html.el("dl").cls("facts ids");
        copyable(ids, "trace id", id.toString());
        TraceAccessLog.requestIds(spans).forEach(request -> copyable(ids, "request id", request));
        return Content.all(line, ids);
    }

    /** Where the time of the first row went, in words. */
    private static Content waited(TraceRow first, CriticalPath path) {
        List<String> parts = new ArrayList<>();
        path.own().forEach((service, nanos) -> parts.add(Times.took(nanos) + (parts.isEmpty() ? " is " : " ")
                + (service.equals(CriticalPath.BETWEEN)
                        ? "between services (clients, proxies, network)"
                        : service + "’s own time")));
        return parts.isEmpty()
                ? Content.none()
                : Html.textEl("p", "Of the " + Times.took(first.durationNanos()) + " that this trace waited, "
                        + String.join(", ", parts) + ".").cls("waited");
    }

    private static void copyable(Element list, String name, String value) {
        list.add(Html.textEl("dt", name), Html.el("dd", Html.span("mono", value), Content.text(" "),
                Html.el("button").attr("type", "button").cls("quiet copy").attr("data-copy", value)
                        .attr("aria-label", "Copy the " + name).text("Copy")));
    }

    /** Where to go from here: the time around it on the dashboards and among the traces, its lines, Datadog or X-Ray. */
    private Content ways(List<String> dashboards, long start, long end) {
        String around = TraceQuery.around(Times.instant(start).minus(AROUND), Times.instant(end).plus(AROUND));
        Element side = Html.div("side", Html.link("/traces?" + around, "Traces around it").cls("button"),
                Html.link("/logs?group=*&filter=" + TimeRange.encode("\"" + id + "\"") + "&" + around, "Its log lines")
                        .cls("button"));
        DatadogLink.of(tracing.site(), id).ifPresent(address -> side.add(Html.link(address, "In Datadog").cls("button")
                .attr("rel", "noreferrer").attr("title", "The trace of this id at " + tracing.site()
                        + ". What runs here sends nothing there.")));
        XRayLink.of(tracing.region(), id).ifPresent(address -> side.add(Html.link(address, "In X-Ray").cls("button")
                .attr("rel", "noreferrer").attr("title", "The trace of this id in " + tracing.region()
                        + ". What runs here sends nothing there.")));
        return side.add(TraceSection.dashboards(dashboards, around));
    }

    private static Content lines(List<LogLines.Line> lines, Instant now) {
        return Html.div("card", Html.el("h2", Content.text("Log lines "), Html.span("muted", lines.isEmpty()
                ? "none carries this trace’s id"
                : lines.size() == MAX_LINES ? "the first " + MAX_LINES : String.valueOf(lines.size()))),
                lines.isEmpty() ? Content.none() : LogLines.list(lines, now));
    }

    private static Map<Long, List<Long>> moments(List<LogLines.Line> lines) {
        Map<Long, List<Long>> moments = new HashMap<>();
        for (LogLines.Line line : lines) {
            String span = line.fields().getOrDefault("span_id", "");
            if (span.matches("[0-9a-f]{16}")) {
                moments.computeIfAbsent(Long.parseUnsignedLong(span, 16), none -> new ArrayList<>())
                        .add(TimeUnit.MILLISECONDS.toNanos(line.event().time().toEpochMilli()));
            }
        }
        return moments;
    }
}
