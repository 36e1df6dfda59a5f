// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.FoundTraces;
import io.highlands.local.control.message.SpanEntry;
import io.highlands.local.control.message.TraceEntry;
import io.highlands.local.span.Span;
import io.highlands.local.span.TraceId;
import io.highlands.local.traces.TraceFilter;
import io.highlands.local.traces.TraceMatches;
import io.highlands.local.traces.TraceSearch;
import io.highlands.local.traces.TraceSummary;
import io.highlands.local.traces.Traces;
import io.highlands.local.traces.search.SearchText;

/** Traces as the control interface lists them, for whoever counts and compares them. */
final class TraceRecords {

    /** The most that a list holds; who wants more asks for a shorter window. */
    private static final int MOST = 1000;

    /** The most that a search gives back: as many as a person reads. */
    private static final int SEARCHED = 100;

    private TraceRecords() {
    }

    /** The traces that began in a window, the newest first. */
    static List<TraceEntry> list(Traces traces, String from, String to) {
        return traces.list(TraceFilter.newest(instant(from), instant(to), MOST)).stream().map(TraceRecords::summary)
                .toList();
    }

    /**
     * The newest traces that a search finds.
     *
     * @param text the search as it was typed
     * @param since how long ago the spans began at most
     */
    static FoundTraces search(Traces traces, String text, Duration since) {
        Instant to = Instant.now();
        Instant from = to.minus(since);
        TraceMatches found = traces.search(new TraceSearch(from, to, SearchText.read(text), TraceFilter.Order.NEWEST,
                SEARCHED, TraceSearch.TIMEOUT));
        return new FoundTraces(found.unreadBefore().filter(from::isBefore).orElse(from).toString(), to.toString(),
                found.unreadBefore().isEmpty(), SEARCHED, found.traces().stream().map(TraceRecords::summary).toList());
    }

    /** The spans of a trace, by start. */
    static List<SpanEntry> trace(Traces traces, String id) {
        TraceId trace = TraceId.parse(id)
                .orElseThrow(() -> new ControlException("'" + id + "' is no trace id; allowed: 32 hexadecimal digits"));
        return traces.find(trace).stream().map(TraceRecords::span).toList();
    }

    private static TraceEntry summary(TraceSummary trace) {
        return new TraceEntry(trace.root().trace().toString(), span(trace.root()), trace.spans(), trace.services(),
                trace.failed());
    }

    private static SpanEntry span(Span span) {
        return new SpanEntry(hex(span.id()), hex(span.parent()), span.service(), span.name(), span.kind().name(),
                span.localRoot(), span.source().name(), span.route(), span.httpStatus(), span.peer(), span.requestId(),
                span.startNanos(), span.durationNanos(), span.status().name(), span.error());
    }

    private static String hex(long id) {
        return id == 0 ? "" : "%016x".formatted(id);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ControlException("'" + text + "' is no time; allowed: RFC 3339, such as 2026-01-01T00:00:00Z", e);
        }
    }
}
