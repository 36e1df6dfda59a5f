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

/** Finds what the mesh's proxies wrote of a trace's requests, by their request ids. */
public final class MeshHops {

    /** Lines are written when a request is over, and take a moment to their log group. */
    private static final Duration LATE = Duration.ofSeconds(20);

    private static final Duration EARLY = Duration.ofSeconds(2);

    private static final long SECOND = 1_000_000_000;

    private static final int MOST_IDS = 5;

    private static final int MOST_LINES = 200;

    private MeshHops() {
    }

    public static List<MeshHop> of(List<Span> spans, LogService logs, List<MeshLog> places) {
        long start = spans.stream().mapToLong(Span::startNanos).min().orElse(0);
        long end = spans.stream().mapToLong(Span::endNanos).max().orElse(0);
        Instant from = instant(start).minus(EARLY);
        Instant until = instant(end).plus(LATE);
        return requestIds(spans).flatMap(id -> places.stream().flatMap(
                place -> lines(logs, place.group(), id, from, until).stream()
                        .filter(fields -> id.equals(fields.get("request_id")))
                        .map(fields -> MeshHop.read(place, places, fields)).flatMap(Optional::stream)))
                .toList();
    }

    private static List<Map<String, String>> lines(LogService logs, String group, String id, Instant from,
            Instant until) {
        String pattern = "\"" + id.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        try {
            return logs.filter(FilterRequest.of(group, from, until, pattern).limitedTo(MOST_LINES)).events().stream()
                    .map(event -> LineFields.of(event.message())).toList();
        } catch (LogsException gone) {
            return List.of();
        }
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    public static Stream<String> requestIds(List<Span> spans) {
        return spans.stream().map(Span::requestId).filter(id -> !id.isBlank()).distinct().limit(MOST_IDS);
    }
}
