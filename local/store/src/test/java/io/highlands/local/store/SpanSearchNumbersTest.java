// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.span.Span;
import io.highlands.local.store.SpanCondition.Comparison;

import static org.assertj.core.api.Assertions.assertThat;

/** Which texts are numbers is what {@link Double#parseDouble} says of them; SQL and filters leave none of them out. */
class SpanSearchNumbersTest extends StoreInFolder {

    private final Instant now = Instant.now();

    /** The younger, the smaller n. */
    private Span span(int n, String value) {
        Span span = Spans.root(n, now.minusMillis(n), Duration.ofMillis(1_000_000 - n));
        return new Span(span.trace(), span.id(), span.parent(), n % 2 == 0, span.source(), span.service(), span.name(),
                span.kind(), span.startNanos(), span.durationNanos(), span.status(), span.route(), span.method(),
                span.httpStatus(), span.requestId(), span.peer(), span.error(), Map.of("a", value));
    }

    private List<Integer> search(Comparison comparison, String value, boolean slowestFirst, int limit) {
        return store.spans().search(new SpanSearch(0, Spans.nanos(now.plusSeconds(1)),
                List.of(new SpanCondition("a", comparison, value)), slowestFirst, limit, Duration.ofMinutes(2))).spans()
                .stream().map(span -> (int) span.trace().low()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.7236483927461823", "0.3333333333333333", "0.000012345678901234567", "-12345678.9",
            "999999999999999.5", "0.00000000000000000001", "7", "0"})
    void aPlainDoubleIsANumber(String text) {
        assertThat(AttributeNumber.of(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123456", "1.0E-30", "1.", ".5", "-", "", "1.2.3", "NaN", "1234567890123456.5"})
    void anotherTextIsNone(String text) {
        assertThat(AttributeNumber.of(text)).isNaN();
    }

    @Test
    void doublesWithAllTheirDigitsAreFoundInMemoryAndInFilesByTheirFilters() throws InterruptedException {
        int spans = 10_000;
        double[] scores = new Random(5).doubles(spans).toArray();
        List<Integer> above = new ArrayList<>();
        List<Span> all = new ArrayList<>();
        for (int n = 0; n < spans; n++) {
            all.add(span(n, new BigDecimal(Double.toString(scores[n])).toPlainString()));
            if (scores[n] > 0.5) {
                above.add(n);
            }
        }
        assertThat(store.spans().put(all)).isTrue();
        assertThat(search(Comparison.GREATER, "0.5", false, spans)).isEqualTo(above);

        Telemetry.awaitWritten(store);
        assertThat(search(Comparison.GREATER, "0.5", false, spans)).isEqualTo(above);
        assertThat(search(Comparison.EQUAL, all.get(77).attributes().get("a"), false, 9)).containsExactly(77);
    }

    /** SQL takes the values of the many for others than they are; what is searched began before them all. */
    @ParameterizedTest
    @CsvSource({"0.0, 0.5, NOT_EQUAL, 0", "'', x, PRESENT, ''", "'', x, NOT_EQUAL, y",
            "12345678901234567890, 6, GREATER, 5"})
    void rowsThatSqlAloneTakesForMatchesHideNone(String many, String one, Comparison comparison, String value)
            throws InterruptedException {
        List<Span> all = new ArrayList<>();
        for (int n = 0; n < 2000; n++) {
            all.add(span(n, many));
        }
        all.add(span(2000, one));
        all.add(span(2001, one));
        assertThat(store.spans().put(all)).isTrue();
        Telemetry.awaitWritten(store);

        assertThat(search(comparison, value, false, 40)).containsExactly(2000, 2001);
        assertThat(search(comparison, value, true, 40)).containsExactly(2000, 2001);
        assertThat(search(comparison, value, false, 1)).containsExactly(2000);
    }

    @Test
    void aFilterOfAnotherVersionIsLeftOut() {
        byte[] written = new AttributeFilter().write();
        assertThat(AttributeFilter.read(written)).isPresent();
        assertThat(AttributeFilter.read(Arrays.copyOfRange(written, Integer.BYTES, written.length))).isEmpty();
        written[Integer.BYTES - 1]++;
        assertThat(AttributeFilter.read(written)).isEmpty();
    }
}
