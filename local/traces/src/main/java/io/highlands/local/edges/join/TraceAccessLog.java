// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges.join;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.highlands.local.logs.FilterRequest;
import io.highlands.local.logs.LineFields;
import io.highlands.local.logs.LogService;
import io.highlands.local.logs.LogsException;
import io.highlands.local.span.Span;

/** Reads the entries that the mesh's proxies wrote of a trace's requests, by their request ids. */
public final class TraceAccessLog {

    /** Entries are written when a request is over, and take a moment to their log group. */
    private static final Duration LATE = Duration.ofSeconds(20);

    private static final Duration EARLY = Duration.ofSeconds(2);

    private static final long SECOND = 1_000_000_000;

    private static final int MAX_IDS = 5;

    private static final int MAX_LINES = 200;

    private TraceAccessLog() {
    }

    /**
     * Reads the proxies' entries for the requests of a trace.
     *
     * @param spans the spans of a trace
     * @param logs where lines come from
     * @param sources the access logs of all services
     * @return the entries, at most 200 of a service for each of the first five request ids
     */
    public static List<AccessLogEntry> read(List<Span> spans, LogService logs, List<AccessLogSource> sources) {
        Instant from = instant(spans.stream().mapToLong(Span::startNanos).min().orElse(0)).minus(EARLY);
        Instant until = instant(spans.stream().mapToLong(Span::endNanos).max().orElse(0)).plus(LATE);
        return requestIds(spans).flatMap(id -> sources.stream().flatMap(source -> lines(logs, source.group(), id, from,
                until).stream().filter(fields -> id.equals(fields.get("request_id")))
                .map(fields -> source.read(fields, sources)).flatMap(Optional::stream))).toList();
    }

    private static List<Map<String, String>> lines(LogService logs, String group, String id, Instant from,
            Instant until) {
        String pattern = "\"" + id.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        try {
            return logs.filter(FilterRequest.of(group, from, until, pattern).limitedTo(MAX_LINES)).events().stream()
                    .map(event -> LineFields.of(event.message())).toList();
        } catch (LogsException gone) {
            return List.of();
        }
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    /**
     * The request ids of a trace.
     *
     * @param spans its spans
     * @return the first five that are not empty
     */
    public static Stream<String> requestIds(List<Span> spans) {
        return spans.stream().map(Span::requestId).filter(id -> !id.isBlank()).distinct().limit(MAX_IDS);
    }
}
