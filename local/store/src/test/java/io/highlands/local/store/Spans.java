// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;

/** Spans for tests. */
final class Spans {

    private Spans() {
    }

    static TraceId trace(long number) {
        return new TraceId(7, number);
    }

    static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }

    /** The only span of a trace, which begins now. */
    static Span of(long number) {
        return root(number, Instant.now(), Duration.ofMillis(5));
    }

    static Span root(long number, Instant start, Duration duration) {
        return new Span(trace(number), number + 1, 0, true, SpanSource.OTLP, "service-a", "GET /route", SpanKind.SERVER,
                nanos(start), duration.toNanos(), SpanStatus.UNSET, "/route", "GET", 200, "request-" + number, "", "",
                Map.of("thread.name", "handler-1"));
    }

    static SpanQuery newest(int limit) {
        return new SpanQuery(0, Long.MAX_VALUE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                0, Optional.empty(), false, false, limit);
    }

    static SpanQuery text(String wanted) {
        return new SpanQuery(0, Long.MAX_VALUE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                0, Optional.of(wanted), false, false, 10);
    }
}
