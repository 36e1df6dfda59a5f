// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;
import io.highlands.local.traces.search.SearchText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Each rule over traces of which half are in files and half in memory. */
class StoredTracesTest extends HalfInFiles {

    private static final int TRACES = 40;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** Trace n began n minutes ago and took n ms; in each, service-b calls service-a; every fourth failed, as service-a did. */
    @Override
    protected void putOlder() {
        for (int n = TRACES; n > TRACES / 2; n--) {
            put(n);
        }
    }

    @Override
    protected void putNewer() {
        for (int n = TRACES / 2; n > 0; n--) {
            put(n);
        }
    }

    private void put(int n) {
        boolean failed = n % 4 == 0;
        assertThat(traces.put(List.of(
                span(n, 1, 0, true, "service-b", SpanKind.SERVER, "/front", failed ? 502 : 200, failed),
                span(n, 2, 1, false, "service-b", SpanKind.CLIENT, "", 200, failed),
                span(n, 3, 2, true, "service-a", SpanKind.SERVER, "/route", failed ? 500 : 200, failed),
                span(n, 4, 3, false, "service-a", SpanKind.INTERNAL, "", 0, false)))).isTrue();
    }

    private Span span(int n, int id, int parent, boolean localRoot, String service, SpanKind kind, String route,
            int status, boolean failed) {
        Instant start = now.minus(Duration.ofMinutes(n)).plusNanos(id);
        return new Span(id(n), id, parent, localRoot, SpanSource.DATADOG, service, "GET " + route, kind,
                start.getEpochSecond() * 1_000_000_000L + start.getNano(), n * 1_000_000L / id,
                failed ? SpanStatus.ERROR : SpanStatus.UNSET, route, "GET", status, "Request-" + n, "service-a",
                failed ? "java.io.IOException" : "", Map.of("n", Integer.toString(n)));
    }

    private static TraceId id(int n) {
        return new TraceId(0xabcdL << 48, 0xfeedL << 40 | n);
    }

    private TraceFilter all() {
        return TraceFilter.newest(now.minus(Duration.ofHours(2)), now.plusSeconds(60), 1000);
    }

    private List<Integer> numbers(TraceFilter filter) {
        return traces.list(filter).stream().map(found -> (int) (found.root().trace().low() & 0xff)).toList();
    }

    private static TraceFilter with(TraceFilter filter, Optional<String> service, Optional<String> text) {
        return new TraceFilter(filter.from(), filter.to(), service, filter.route(), filter.failed(),
                filter.httpStatus(), filter.atLeast(), text, false, filter.order(), filter.limit());
    }

    @Test
    void oneTraceIsReadWholeWhicheverHalfItIsIn() {
        assertThat(traces.find(id(3))).extracting(Span::id).containsExactly(1L, 2L, 3L, 4L);
        assertThat(traces.find(id(33))).extracting(Span::id).containsExactly(1L, 2L, 3L, 4L);
        assertThat(traces.find(id(99))).isEmpty();
    }

    @Test
    void theNewestComeFirstEachWithWhatIsKnownOfItsTrace() {
        List<TraceSummary> newest = traces.list(TraceFilter.newest(now.minus(Duration.ofHours(2)), now, 30));

        assertThat(newest).hasSize(30).allSatisfy(found -> {
            assertThat(found.spans()).isEqualTo(4);
            assertThat(found.services()).isEqualTo(2);
            assertThat(found.root().service()).isEqualTo("service-b");
        });
        assertThat(newest.get(3).failed()).isTrue();
        assertThat(newest.get(4).failed()).isFalse();
        assertThat(newest.getLast().root().trace()).isEqualTo(id(30));
    }

    @Test
    void theSlowestComeFirstWhenAskedFor() {
        TraceFilter all = all();
        assertThat(numbers(new TraceFilter(all.from(), all.to(), all.service(), all.route(), all.failed(),
                all.httpStatus(), all.atLeast(), all.text(), true, TraceFilter.Order.SLOWEST, 3)))
                .containsExactly(40, 39, 38);
    }

    @Test
    void everyConditionNarrowsTheList() {
        TraceFilter all = all();
        assertThat(numbers(all)).hasSize(TRACES);
        assertThat(numbers(new TraceFilter(now.minus(Duration.ofMinutes(22)), now.minus(Duration.ofMinutes(18)),
                all.service(), all.route(), all.failed(), all.httpStatus(), all.atLeast(), all.text(), true,
                all.order(), 9))).containsExactly(19, 20, 21, 22);
        assertThat(numbers(new TraceFilter(all.from(), all.to(), Optional.of("service-a"), Optional.of("/route"),
                Optional.of(true), Optional.of(500), Duration.ofMillis(11), all.text(), false, all.order(), 9)))
                .containsExactly(36, 40);
        assertThat(numbers(new TraceFilter(all.from(), all.to(), all.service(), all.route(), Optional.of(false),
                all.httpStatus(), all.atLeast(), all.text(), true, all.order(), 4))).containsExactly(1, 2, 3, 5);
    }

    @Test
    void aTextIsFoundInNameRouteErrorRequestAndTraceId() {
        assertThat(numbers(with(all(), Optional.empty(), Optional.of("FRONT")))).hasSize(TRACES);
        assertThat(numbers(with(all(), Optional.empty(), Optional.of("ioexception")))).hasSize(TRACES / 4);
        assertThat(numbers(with(all(), Optional.empty(), Optional.of("request-37")))).containsExactly(37);
        assertThat(numbers(with(all(), Optional.empty(), Optional.of("beef")))).isEmpty();
        assertThat(numbers(with(all(), Optional.empty(), Optional.of(id(37).toString())))).containsExactly(37);
        assertThat(numbers(with(all(), Optional.empty(), Optional.of(id(7).toString().substring(3, 31)))))
                .hasSize(15);
    }

    @Test
    void aTraceIsListedOnceByItsFirstLocalRootThatFits() {
        assertThat(traces.list(with(all(), Optional.empty(), Optional.empty()))).hasSize(TRACES)
                .allSatisfy(found -> assertThat(found.root().service()).isEqualTo("service-b"));
        assertThat(traces.list(with(all(), Optional.of("service-a"), Optional.empty()))).hasSize(TRACES)
                .allSatisfy(found -> assertThat(found.root().service()).isEqualTo("service-a"));
    }

    private TraceMatches search(String text, int limit, TraceFilter.Order order) {
        return traces.search(new TraceSearch(now.minus(Duration.ofHours(2)), now.plusSeconds(60), SearchText.read(text),
                order, limit, Duration.ofMinutes(1)));
    }

    @Test
    void aSearchFindsATraceByAnyOfItsSpansAndListsItByTheOneThatFits() {
        assertThat(search("kind=internal n=37", 9, TraceFilter.Order.NEWEST).traces()).singleElement()
                .satisfies(found -> {
                    assertThat(found.root().trace()).isEqualTo(id(37));
                    assertThat(found.root().id()).isEqualTo(4);
                    assertThat(found.spans()).isEqualTo(4);
                    assertThat(found.services()).isEqualTo(2);
                });
        assertThat(search("kind=internal error", 9, TraceFilter.Order.NEWEST).traces()).isEmpty();
    }

    @Test
    void aSearchGivesEachTraceOnceTheNewestOrTheSlowestFirst() {
        TraceMatches newest = search("n>10 n<=30", 3, TraceFilter.Order.NEWEST);
        assertThat(newest.traces()).extracting(found -> found.root().trace().low() & 0xff).containsExactly(11L, 12L,
                13L);
        assertThat(newest.isCut()).isTrue();
        assertThat(newest.unreadBefore()).isEmpty();

        TraceMatches slowest = search("n>10 n<=30 duration>=20ms", 99, TraceFilter.Order.SLOWEST);
        assertThat(slowest.traces()).extracting(found -> found.root().trace().low() & 0xff)
                .containsExactly(30L, 29L, 28L, 27L, 26L, 25L, 24L, 23L, 22L, 21L, 20L);
        assertThat(slowest.isCut()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"root=true, 1000, 1001", "error, 1000, 2000", "error, 100, 600", "error, 5, 30",
            "root=true error, 100, 101", "error, 5000, 5001"})
    void aSearchStartsWithFewSpans(String text, int limit, int spans) {
        assertThat(StoredTraces.firstLimit(new TraceSearch(now, now, SearchText.read(text), TraceFilter.Order.NEWEST,
                limit, Duration.ofMinutes(1)))).isEqualTo(spans);
    }

    /** The attributes take most of the room of a span. */
    @Test
    void tracesAreListedAndFoundWithoutTheAttributesOfTheirSpans() {
        assertThat(search("n=*", 99, TraceFilter.Order.NEWEST).traces()).hasSize(TRACES)
                .allSatisfy(found -> assertThat(found.root().attributes()).isEmpty());
        assertThat(traces.list(all())).hasSize(TRACES)
                .allSatisfy(found -> assertThat(found.root().attributes()).isEmpty());
        assertThat(traces.find(id(33))).allSatisfy(span -> assertThat(span.attributes()).containsEntry("n", "33"));
    }

    /** The 21,000 spans of one trace are newer than all others that fit. */
    @Test
    void aSearchWhoseSpansAreAllOfOneTraceIsNotComplete() {
        int spans = 21_000;
        for (int id = 0; id < spans; id += 1000) {
            assertThat(traces.put(IntStream.range(id, id + 1000).mapToObj(
                    n -> span(0, n + 1, 0, false, "service-b", SpanKind.INTERNAL, "", 0, true)).toList())).isTrue();
        }

        TraceMatches newest = search("error", 5, TraceFilter.Order.NEWEST);
        assertThat(newest.traces()).singleElement().satisfies(found -> assertThat(found.spans()).isEqualTo(spans));
        assertThat(newest.isCut()).isTrue();
        assertThat(newest.unreadBefore()).contains(now.plusNanos(spans - 20_000 + 1));

        TraceMatches complete = search("error n=40", 5, TraceFilter.Order.NEWEST);
        assertThat(complete.unreadBefore()).isEmpty();
    }

    @Test
    void theSlowestOfASearchWhoseSpansAreAllOfOneTraceMayHaveBegunAnyTime() {
        for (int id = 0; id < 21_000; id += 1000) {
            assertThat(traces.put(IntStream.range(id, id + 1000).mapToObj(
                    n -> span(0, n + 1, 0, false, "service-c", SpanKind.INTERNAL, "", 0, true)).toList())).isTrue();
        }
        assertThat(search("service-c", 5, TraceFilter.Order.SLOWEST).unreadBefore()).contains(now.plusSeconds(60));
    }

    @Test
    void callsAreTheLocalRootsAndClientSpansOfAServiceTheNewestKept() {
        assertThat(traces.calls("service-b", now.minus(Duration.ofMinutes(22)), now, 100)).hasSize(44)
                .extracting(Span::startNanos).isSorted();
        assertThat(traces.calls("service-b", now.minus(Duration.ofHours(2)), now, 3))
                .extracting(span -> span.trace().low() & 0xff, Span::kind)
                .containsExactly(tuple(2L, SpanKind.CLIENT),
                        tuple(1L, SpanKind.SERVER),
                        tuple(1L, SpanKind.CLIENT));
    }

    @Test
    void servicesAndCountsAreKnown() {
        assertThat(traces.services(now.minus(Duration.ofHours(2)))).containsExactly("service-a", "service-b");
        assertThat(traces.services(now)).isEmpty();
        assertThat(traces.counts()).isEqualTo(new TraceCounts(TRACES * 4 / 2, 0));
        assertThat(traces.list(all())).hasSize(TRACES);
    }
}
