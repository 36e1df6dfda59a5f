// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.highlands.local.control.message.IncidentReport.ChangedEdge;
import io.highlands.local.control.message.IncidentReport.ErrorLine;
import io.highlands.local.logs.FilterRequest;
import io.highlands.local.logs.LineFields;
import io.highlands.local.logs.LogService;
import io.highlands.local.logs.LogsException;
import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.store.LogEvent;
import io.highlands.local.store.LogGroup;
import io.highlands.local.traces.TraceFilter;
import io.highlands.local.traces.TraceSummary;
import io.highlands.local.traces.Traces;

/** Finds with which request and which log line an edge began to fail. Of one reading, and one period. */
final class FirstFailures {

    /** Of more failed traces the newest are looked at. */
    private static final int MAX_TRACES = 1000;
    /** So many of the oldest are opened, to find a failed call of the callee in them. */
    private static final int MAX_OPENED = 20;
    private static final int MAX_MESSAGE = 300;

    private final Traces traces;
    private final LogService logs;
    /** By log group: several edges ask for the same, and a search may take seconds. */
    private final Map<String, Optional<ErrorLine>> lines = new HashMap<>();

    FirstFailures(Traces traces, LogService logs) {
        this.traces = traces;
        this.logs = logs;
    }

    /**
     * {@return the id of the trace of the first failed call; empty where nothing was traced}
     *
     * @param edge which edge
     * @param addresses by what names the caller calls the callee; none where the load balancer calls
     * @param window the period
     */
    Optional<String> trace(ChangedEdge edge, Set<String> addresses, Window window) {
        String service = addresses.isEmpty() ? edge.callee() : edge.caller();
        TraceFilter failed = new TraceFilter(window.from(), window.until(), Optional.of(service), Optional.empty(),
                Optional.of(true), Optional.empty(), Duration.ZERO, Optional.empty(), false, TraceFilter.Order.NEWEST,
                MAX_TRACES);
        return traces.list(failed).stream().map(TraceSummary::root).sorted(Comparator.comparingLong(Span::startNanos))
                .limit(MAX_OPENED).map(Span::trace)
                .filter(trace -> addresses.isEmpty() || traces.find(trace).stream()
                        .anyMatch(span -> calls(span, edge, addresses)))
                .findFirst().map(Object::toString);
    }

    private static boolean calls(Span span, ChangedEdge edge, Set<String> addresses) {
        return span.kind() == SpanKind.CLIENT && span.service().equals(edge.caller())
                && (span.peer().equals(edge.callee()) || addresses.contains(span.peer()))
                && (span.status() == SpanStatus.ERROR || span.httpStatus() >= 500);
    }

    /** {@return the first line of level ERROR in the log groups that are named after one of the two services} */
    Optional<ErrorLine> line(ChangedEdge edge, Window window) {
        return logs.groups("").stream().map(LogGroup::name)
                .filter(group -> Stream.of(edge.caller(), edge.callee()).anyMatch(name -> group.endsWith("/" + name)))
                .flatMap(group -> lines.computeIfAbsent(group, name -> first(name, window)).stream())
                .min(Comparator.comparing(ErrorLine::at));
    }

    private Optional<ErrorLine> first(String group, Window window) {
        try {
            return logs
                    .filter(FilterRequest.of(group, window.from(), window.until(), IncidentWords.ERROR_LINES)
                            .limitedTo(1))
                    .events()
                    .stream().findFirst().map(event -> new ErrorLine(event.time(), group, message(event)));
        } catch (LogsException gone) {
            return Optional.empty();
        }
    }

    private static String message(LogEvent event) {
        Map<String, String> fields = LineFields.of(event.message());
        String message = fields.getOrDefault("message", event.message()).replaceAll("\\s+", " ");
        return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
    }
}
