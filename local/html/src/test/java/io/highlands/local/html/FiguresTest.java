// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.html;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "0.0421, 0.042", "1, 1", "1.5, 1.5", "12.34, 12.3", "123.4, 123", "999.4, 999", "1000, 1k",
            "4567, 4.57k", "-2500000, -2.5M", "0.00001, 1.0e-05", "NaN, –"})
    void aNumberHasAtMostFourDigits(double value, String text) {
        assertThat(Figures.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "60, 1 min", "185, 3 min 5 s", "7260, 2 h 1 min", "187200, 2 d 4 h"})
    void aDurationIsSaidInItsTwoLargestUnits(long seconds, String text) {
        assertThat(Figures.duration(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @Test
    void aMomentHasItsDayUnlessItIsToday() {
        Instant now = Instant.parse("2026-01-05T12:00:00Z");
        assertThat(Figures.moment(now.minusSeconds(61), now)).isEqualTo("11:58:59");
        assertThat(Figures.moment(now.minus(Duration.ofDays(2)), now)).isEqualTo("2026-01-03 12:00:00");
    }

    @Test
    void aValueCarriesItsUnitAndACountCarriesNone() {
        assertThat(Units.measure(12.34, "Milliseconds")).isEqualTo("12.3 ms");
        assertThat(Units.measure(3, "Count")).isEqualTo("3");
        assertThat(Units.measure(76_700_000, "Bytes")).isEqualTo("76.7 MB");
        assertThat(Units.measure(12, "Bytes")).isEqualTo("12 B");
        assertThat(Units.measure(3, "Count/Second")).isEqualTo("3/s");
        assertThat(Units.of("", "ms")).isEqualTo("ms");
        assertThat(Units.of("", "per period")).isEmpty();
        assertThat(Units.of("Bytes", "ms")).isEqualTo("Bytes");
    }
}
