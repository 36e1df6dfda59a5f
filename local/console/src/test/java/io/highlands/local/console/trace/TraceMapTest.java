// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import io.highlands.local.console.web.TimeRange;
import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;
import io.highlands.local.traces.TraceCounts;
import io.highlands.local.traces.TraceFilter;
import io.highlands.local.traces.TraceMatches;
import io.highlands.local.traces.TraceSearch;
import io.highlands.local.traces.TraceSummary;
import io.highlands.local.traces.Traces;

import static org.assertj.core.api.Assertions.assertThat;

class TraceMapTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private static final TraceId TRACE = new TraceId(1, 2);

    private static Span span(long id, long parent, String service, SpanKind kind, String peer) {
        return new Span(TRACE, id, parent, kind == SpanKind.SERVER, SpanSource.OTLP, service, "GET /", kind,
                NOON.getEpochSecond() * 1_000_000_000L, 1_000_000, SpanStatus.UNSET, "/", "GET", 200, "", peer, "",
                Map.of());
    }

    private static String map(Span... spans) {
        return new TraceMap(new Few(List.of(spans)), new TimeRange("1h", NOON.minusSeconds(60), NOON.plusSeconds(60)))
                .render(new TracingView(true, "opentelemetry", "100", "", "", List.of(), OptionalLong.empty()), "local")
                .html();
    }

    /** server.address of a CLIENT span is what was dialled (OpenTelemetry, HTTP spans); the callee's own span names it. */
    @Test
    void aCalleeIsCalledAsItsOwnSpanNamesIt() {
        String html = map(span(1, 0, "service-a", SpanKind.SERVER, ""),
                span(2, 1, "service-a", SpanKind.CLIENT, "127.77.0.9"), span(3, 2, "service-b", SpanKind.SERVER, ""));

        assertThat(html).contains("service-b").doesNotContain("127.77.0.9");
    }

    @Test
    void aCalleeWithoutSpansIsCalledByItsAddress() {
        assertThat(map(span(1, 0, "service-a", SpanKind.SERVER, ""),
                span(2, 1, "service-a", SpanKind.CLIENT, "db.example"))).contains("db.example");
    }

    /** Traces of a list of spans. */
    private record Few(List<Span> spans) implements Traces {

        @Override
        public List<Span> find(TraceId id) {
            return spans;
        }

        @Override
        public Map<TraceId, List<Span>> findAll(List<TraceId> ids, UnaryOperator<Span> kept) {
            return Map.of();
        }

        @Override
        public List<TraceSummary> list(TraceFilter filter) {
            return List.of();
        }

        @Override
        public TraceMatches search(TraceSearch search) {
            return new TraceMatches(List.of(), false, Optional.empty());
        }

        @Override
        public List<Span> calls(String service, Instant from, Instant to, int limit) {
            return spans.stream().filter(span -> span.service().equals(service)).toList();
        }

        @Override
        public List<String> services(Instant from) {
            return spans.stream().map(Span::service).distinct().sorted().toList();
        }

        @Override
        public TraceCounts counts() {
            return new TraceCounts(spans.size(), 0);
        }
    }
}
