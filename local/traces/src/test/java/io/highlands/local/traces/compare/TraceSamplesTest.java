// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;
import io.highlands.local.store.SpanCondition;
import io.highlands.local.traces.HalfInFiles;
import io.highlands.local.traces.TraceFilter;
import io.highlands.local.traces.TraceSearch;
import io.highlands.local.traces.TraceSummary;
import io.highlands.local.traces.search.SearchText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What is read of traces of which half are in files and half in memory. */
class TraceSamplesTest extends HalfInFiles {

    private static final int TRACES = 240;

    private final Instant now = Instant.now();

    /** Every twelfth trace fails, and has its rows from the cold pool of service-a, as two others have. */
    @Override
    protected void putOlder() {
        put(TRACES, TRACES / 2);
    }

    @Override
    protected void putNewer() {
        put(TRACES / 2, 0);
    }

    private void put(int from, int until) {
        List<Span> spans = new ArrayList<>();
        for (int n = from; n > until; n--) {
            boolean isFailed = n % 12 == 0;
            spans.add(span(n, 1, 0, "service-b", isFailed ? 502 : 200, isFailed, Map.of("order.id", "o-" + n)));
            spans.add(span(n, 2, 1, "service-a", isFailed ? 500 : 200, isFailed, Map.of()));
            spans.add(span(n, 3, 2, "service-a", 0, false,
                    Map.of("db.pool", isFailed || n == 1 || n == 239 ? "cold" : "warm")));
        }
        assertThat(traces.put(spans)).isTrue();
    }

    private Span span(int n, int id, int parent, String service, int status, boolean isFailed,
            Map<String, String> attributes) {
        Instant start = now.minusSeconds(n).plusNanos(id);
        return new Span(id(n), id, parent, id < 3, SpanSource.OTLP, service, "GET", id < 3
                ? SpanKind.SERVER
                : SpanKind.INTERNAL, start.getEpochSecond() * 1_000_000_000L + start.getNano(), n * 1_000L / id,
                isFailed ? SpanStatus.ERROR : SpanStatus.UNSET, id < 3 ? "/" + id : "", "", status, "", "",
                isFailed ? "java.io.IOException" : "", attributes);
    }

    private static TraceId id(int n) {
        return new TraceId(7, n);
    }

    private TraceSamples read(String search, Duration timeout) {
        List<SpanCondition> conditions = SearchText.read(search);
        List<TraceSummary> found = traces
                .search(new TraceSearch(now.minusSeconds(1_000), now.plusSeconds(1), conditions,
                        TraceFilter.Order.NEWEST, TraceSamples.MAX_TRACES, Duration.ofMinutes(1)))
                .traces();
        return TraceSamples.read(traces, found, conditions, timeout);
    }

    @Test
    void whatTheFailedOnesHaveInCommonIsFoundWhicheverSpanHasIt() {
        List<TraceSample> read = read("root=true", Duration.ofMinutes(1)).traces();

        assertThat(read).hasSize(TRACES);
        assertThat(TraceComparison.of(read, TraceSelection.FAILED.among(read)).attributes())
                .extracting(share -> share.attribute().key(), share -> share.attribute().value(),
                        AttributeShare::selected, AttributeShare::others, AttributeShare::isOfSpan)
                .containsExactly(tuple("error.type", "java.io.IOException", 20, 0, true),
                        tuple("http.response.status_code", "500", 20, 0, false),
                        tuple("http.response.status_code", "502", 20, 0, true),
                        tuple("db.pool", "cold", 20, 2, false));
    }

    @Test
    void ofASearchTheFirstSpanThatFitsCounts() {
        assertThat(read("service-a", Duration.ofMinutes(1)).traces()).hasSize(TRACES)
                .allSatisfy(trace -> assertThat(trace.span().id()).isEqualTo(2));
        assertThat(read("db.pool=cold", Duration.ofMinutes(1)).traces()).hasSize(22)
                .allSatisfy(trace -> assertThat(trace.span().id()).isEqualTo(3));
    }

    @Test
    void whereTimeIsOverTheRestIsUnread() {
        assertThat(read("root=true", Duration.ZERO)).isEqualTo(new TraceSamples(List.of(), TRACES, true));
    }

    @Test
    void aTraceOfMoreThan2000SpansIsLeftOut() {
        List<Span> large = new ArrayList<>();
        for (int id = 1; id <= TraceSamples.MAX_SPANS_OF_TRACE + 1; id++) {
            large.add(span(0, id, id == 1 ? 0 : 1, "service-b", 200, false, Map.of()));
        }
        assertThat(traces.put(large)).isTrue();

        TraceSamples read = read("root=true", Duration.ofMinutes(1));
        assertThat(read.traces()).hasSize(TRACES);
        assertThat(read.unread()).isEqualTo(1);
    }

    @Test
    void severalTracesAreReadTogether() {
        Map<TraceId, List<Span>> found = traces.findAll(List.of(id(1), id(200), id(999)), UnaryOperator.identity());

        assertThat(found.get(id(1))).extracting(Span::id).containsExactly(1L, 2L, 3L);
        assertThat(found.get(id(200))).isEqualTo(traces.find(id(200)));
        assertThat(found.get(id(999))).isEmpty();
        assertThat(traces.findAll(List.of(), UnaryOperator.identity())).isEmpty();
    }
}
