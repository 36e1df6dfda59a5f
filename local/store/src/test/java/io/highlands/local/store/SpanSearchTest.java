// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.store.SpanCondition.Comparison;

import static org.assertj.core.api.Assertions.assertThat;

/** What a search gives back is what a look at each span gives, in memory, in files, and in files of an earlier run. */
class SpanSearchTest extends StoreInFolder {

    private static final int SPANS = 25_000;

    private final Instant now = Instant.now();

    private final List<Span> all = new ArrayList<>();

    /** Every thousandth span has a tier of its own, every seventh no size, and every eleventh failed. */
    private Span span(int n) {
        Map<String, String> attributes = new HashMap<>(Map.of("thread.name", "handler-" + n % 50, "order.id",
                n % 3 == 0 ? "o-" + n : Integer.toString(n), "quote", "a\u001eorder.id\u001f7\u001e"));
        if (n % 1000 == 0) {
            attributes.put("tier", "gold");
        }
        if (n % 7 != 0) {
            attributes.put("size", n == 12_345 ? "1e9" : n % 2 == 0 ? n + ".50" : Integer.toString(n));
        }
        boolean failed = n % 11 == 0;
        return new Span(Spans.trace(n / 5), n + 1, n % 5, n % 5 == 0, SpanSource.OTLP, "service-" + "abc".charAt(n % 3),
                "GET /" + n % 4, SpanKind.values()[n % 5], Spans.nanos(now.minusMillis(n)), n % 977 * 1_000_000L,
                failed ? SpanStatus.ERROR : SpanStatus.UNSET, n % 5 == 0 ? "/r/" + n % 4 : "", "GET",
                n % 5 == 1 ? 0 : failed ? 500 + n % 4 : 200, "request-" + n, "service-a",
                failed ? "java.io.IOException" : "", attributes);
    }

    private void fill() throws InterruptedException {
        for (int n = SPANS - 1; n >= 0; n--) {
            all.add(span(n));
        }
        for (int n = 0; n < SPANS; n += 1000) {
            assertThat(store.spans().put(all.subList(n, n + 1000))).isTrue();
        }
    }

    private static SpanCondition condition(String key, Comparison comparison, String value) {
        return new SpanCondition(key, comparison, value);
    }

    private SpanSearch search(int limit, boolean slowestFirst, SpanCondition... conditions) {
        return new SpanSearch(Spans.nanos(now.minusSeconds(20)), Spans.nanos(now.plusSeconds(1)), List.of(conditions),
                slowestFirst, limit, Duration.ofMinutes(2));
    }

    private static Stream<List<SpanCondition>> conditions() {
        return Stream.of(List.of(condition("tier", Comparison.EQUAL, "gold")),
                List.of(condition("tier", Comparison.PRESENT, ""), condition("error", Comparison.EQUAL, "true")),
                List.of(condition("order.id", Comparison.EQUAL, "o-9000")),
                List.of(condition("order.id", Comparison.EQUAL, "7.0")),
                List.of(condition("order.id", Comparison.NOT_EQUAL, "8"),
                        condition("name", Comparison.EQUAL, "GET /1")),
                List.of(condition("size", Comparison.GREATER, "19990"),
                        condition("size", Comparison.AT_MOST, "19996.5")),
                List.of(condition("size", Comparison.LESS, "0")), List.of(condition("no.such", Comparison.PRESENT, "")),
                List.of(condition("http.response.status_code", Comparison.AT_LEAST, "503")),
                List.of(condition("status", Comparison.NOT_EQUAL, "200")),
                List.of(condition("duration", Comparison.GREATER, "975000000"),
                        condition("service", Comparison.EQUAL, "service-b")),
                List.of(condition("kind", Comparison.EQUAL, "client"),
                        condition("error", Comparison.NOT_EQUAL, "true")),
                List.of(condition("error.type", Comparison.EQUAL, "java.io.IOException"),
                        condition("route", Comparison.PRESENT, "")),
                List.of(condition("http.request.header.x-request-id", Comparison.EQUAL, "request-17000")),
                List.of(condition("root", Comparison.EQUAL, "true"), condition("error", Comparison.EQUAL, "true")),
                List.of(condition("root", Comparison.EQUAL, "false"), condition("tier", Comparison.PRESENT, "")),
                List.of(condition("kind", Comparison.GREATER, "1")), List.of());
    }

    private void assertFoundAsByALookAtEach() {
        conditions().forEach(conditions -> {
            for (boolean slowestFirst : new boolean[]{false, true}) {
                SpanSearch search = search(40, slowestFirst, conditions.toArray(SpanCondition[]::new));
                Comparator<Span> order = slowestFirst
                        ? Comparator.comparingLong(Span::durationNanos).thenComparingLong(Span::startNanos)
                        : Comparator.comparingLong(Span::startNanos);
                List<Span> expected = all.stream().filter(span -> span.startNanos() >= search.from())
                        .filter(span -> conditions.stream().allMatch(condition -> condition.matches(span)))
                        .sorted(order.reversed()).limit(40).map(span -> span.with(Map.of())).toList();
                SpanMatches found = store.spans().search(search);
                assertThat(found.spans()).as(conditions.toString()).containsExactlyElementsOf(expected);
                assertThat(found.unreadBefore()).isEmpty();
            }
        });
    }

    @Test
    void spansInMemoryInFilesAndInFilesOfAnEarlierRunAreFound() throws InterruptedException {
        fill();
        assertFoundAsByALookAtEach();

        Telemetry.awaitWritten(store);
        assertFoundAsByALookAtEach();

        store.close();
        open();
        Span later = span(SPANS);
        all.add(later);
        store.spans().put(List.of(later));
        Telemetry.awaitWritten(store);
        assertFoundAsByALookAtEach();
        assertThat(store.spans().trace(Spans.trace(1))).hasSize(5);
    }

    /** A file of a version that did not keep filters has no table for them. */
    @Test
    void aFileWithoutFiltersIsSearchedAsAWhole() throws Exception {
        fill();
        Telemetry.awaitWritten(store);
        store.close();
        Path file;
        try (Stream<Path> files = java.nio.file.Files.list(folder)) {
            file = files.filter(path -> path.getFileName().toString().matches("spans-.*\\.duckdb")).findFirst()
                    .orElseThrow();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE blocks");
        }
        open();
        assertFoundAsByALookAtEach();
    }

    @Test
    void aSearchWithoutTimeSaysFromWhenOnItIsComplete() throws InterruptedException {
        fill();
        Telemetry.awaitWritten(store);

        SpanMatches found = store.spans().search(new SpanSearch(0, Long.MAX_VALUE, List.of(condition("tier",
                Comparison.EQUAL, "gold")), false, 100, Duration.ZERO));

        assertThat(found.spans()).isEmpty();
        assertThat(found.unreadBefore().orElseThrow()).isBetween(Spans.nanos(now.minusSeconds(30)), Spans.nanos(now));
    }

    @Test
    void theFilterOfABlockIsReadAsItWasWritten() {
        AttributeFilter filter = new AttributeFilter();
        filter.add(SpanRow.of(span(22)));
        AttributeFilter read = AttributeFilter.read(filter.write()).orElseThrow();

        for (AttributeFilter each : Arrays.asList(filter, read)) {
            assertThat(each.mayFit(condition("size", Comparison.EQUAL, "22.5"))).isTrue();
            assertThat(each.mayFit(condition("size", Comparison.GREATER, "22.5"))).isFalse();
            assertThat(each.mayFit(condition("size", Comparison.AT_MOST, "22.5"))).isTrue();
            assertThat(each.mayFit(condition("size", Comparison.EQUAL, "23"))).isFalse();
            assertThat(each.mayFit(condition("route", Comparison.PRESENT, ""))).isFalse();
            assertThat(each.mayFit(condition("error", Comparison.EQUAL, "true"))).isTrue();
            assertThat(each.longest()).isEqualTo(22_000_000);
        }
        assertThat(AttributeFilter.read(new byte[7])).isEmpty();
        assertThat(AttributeFilter.read(null)).isEmpty();
    }
}
