// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;
import io.highlands.local.traces.TraceSummary;
import io.highlands.local.traces.Traces;
import io.highlands.local.traces.search.SearchText;

import static org.assertj.core.api.Assertions.assertThat;

/** How much of traces is in memory together while they are read, and what is kept of them. */
class SampleReaderTest {

    private static final String LONG = "x".repeat(8192);

    private final List<List<Span>> traces = new ArrayList<>();

    private final List<Integer> together = new ArrayList<>();

    private void trace(int spans, IntFunction<Map<String, String>> attributes) {
        int number = traces.size();
        List<Span> trace = new ArrayList<>();
        for (int id = 1; id <= spans; id++) {
            trace.add(new Span(new TraceId(1, number), id, id - 1L, id == 1, SpanSource.OTLP, "service-b", "GET /",
                    SpanKind.SERVER, id, 1, SpanStatus.ERROR, "/", "GET", 500, "request-1", "", LONG,
                    attributes.apply(id)));
        }
        traces.add(trace);
    }

    private Traces store() {
        return (Traces) Proxy.newProxyInstance(Traces.class.getClassLoader(), new Class<?>[]{Traces.class},
                (proxy, method, arguments) -> findAll((List<?>) arguments[0], (UnaryOperator<?>) arguments[1]));
    }

    @SuppressWarnings("unchecked")
    private Map<TraceId, List<Span>> findAll(List<?> ids, UnaryOperator<?> kept) {
        Map<TraceId, List<Span>> found = new LinkedHashMap<>();
        ids.forEach(id -> found.put((TraceId) id, traces.get((int) ((TraceId) id).low()).stream()
                .map((UnaryOperator<Span>) kept).toList()));
        together.add(found.values().stream().mapToInt(List::size).sum());
        return found;
    }

    private TraceSamples read(String search) {
        return TraceSamples.read(store(), traces.stream()
                .map(spans -> new TraceSummary(spans.getFirst().with(Map.of()), spans.size(), 1, true)).toList(),
                search.isEmpty() ? List.of() : SearchText.read(search), Duration.ofMinutes(1));
    }

    @Test
    void onlySoManySpansAreReadTogether() {
        for (int spans : new int[]{400, 600, 1, 1500, 2000, 2001, 300, 300, 300, 300}) {
            trace(spans, id -> Map.of());
        }

        TraceSamples read = read("");
        assertThat(together).containsExactly(1000, 1, 1500, 2000, 900, 300);
        assertThat(read.traces()).hasSize(9);
        assertThat(read.unread()).isEqualTo(1);
        assertThat(read.isCut()).isFalse();
    }

    @Test
    void after20000SpansItIsCut() {
        for (int i = 0; i < 22; i++) {
            trace(1000, id -> Map.of());
        }

        TraceSamples read = read("");
        assertThat(read.traces()).hasSize(20);
        assertThat(read.unread()).isEqualTo(2);
        assertThat(read.isCut()).isTrue();
        assertThat(together).hasSize(20).containsOnly(1000);
    }

    @Test
    void longValuesAreForgottenAndEqualAttributesKeptOnce() {
        for (int i = 0; i < 2; i++) {
            trace(2, id -> new LinkedHashMap<>(
                    Map.of("exception.stacktrace", LONG, "pool", new StringBuilder("cold").toString())));
        }

        List<TraceSample> read = read("").traces();
        assertThat(read).allSatisfy(trace -> {
            assertThat(trace.span().attributes()).isEqualTo(Map.of("exception.stacktrace", "", "pool", "cold"));
            assertThat(trace.span().error()).isEmpty();
        });
        assertThat(pool(read.get(0))).isSameAs(pool(read.get(1)));
        assertThat(read.get(0).span().attributes().get("pool")).isSameAs(pool(read.get(0)).value());
    }

    private static SpanAttribute pool(TraceSample trace) {
        return trace.attributes().stream().filter(attribute -> attribute.key().equals("pool")).findFirst()
                .orElseThrow();
    }

    @Test
    void aTermOnALongValueStillFindsTheSpanThatCounts() {
        trace(3, id -> Map.of("exception.stacktrace", id == 2 ? LONG : "short"));

        assertThat(read("exception.stacktrace=" + LONG.substring(0, 300)).traces()).singleElement()
                .satisfies(trace -> assertThat(trace.span().id()).as("none fits").isEqualTo(1));
        assertThat(read("exception.stacktrace!=short").traces()).singleElement()
                .satisfies(trace -> assertThat(trace.span().id()).isEqualTo(2));
    }

    /** Each attribute is counted with 100 bytes and two for each of its 204 characters: 49,539 are 24 MiB. */
    @Test
    void whereAttributesTakeMoreMemoryThanTheyMayTheRestIsUnread() {
        for (int i = 0; i < 3; i++) {
            int number = i;
            trace(200, id -> unique(number * 1000 + id));
        }

        TraceSamples read = read("");
        assertThat(together).containsExactly(600);
        assertThat(read).isEqualTo(new TraceSamples(List.of(), 3, true));

        traces.clear();
        trace(600, id -> unique(id));
        trace(600, id -> unique(id));
        assertThat(read("").isCut()).isTrue();

        traces.clear();
        trace(450, id -> unique(id));
        trace(600, id -> Map.of("pool", "cold"));
        assertThat(read("").isCut()).isFalse();
    }

    private static Map<String, String> unique(int number) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            attributes.put("a%03d".formatted(i), "%08x".formatted((number * 100 + i) * 0x9E3779B9).repeat(25));
        }
        return attributes;
    }
}
