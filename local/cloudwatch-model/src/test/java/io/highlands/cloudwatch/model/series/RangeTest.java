// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.series;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RangeTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void startIsInclusiveAndEndExclusive() {
        Range range = new Range(NOON, MINUTE, 5);

        assertThat(range.indexOf(NOON)).isZero();
        assertThat(range.indexOf(NOON.minusNanos(1))).isEqualTo(-1);
        assertThat(range.indexOf(range.end().minusNanos(1))).isEqualTo(4);
        assertThat(range.indexOf(range.end())).isEqualTo(-1);
    }

    @Test
    void alignedPeriodsLieOnTheClocksGrid() {
        Range range = Range.aligned(NOON.plusSeconds(130), NOON.plusSeconds(610), Duration.ofMinutes(5));

        assertThat(range.start()).isEqualTo(NOON);
        assertThat(range.end()).isEqualTo(NOON.plusSeconds(900));
    }

    @Test
    void aWindowEndsWhereItIsTold() {
        Range range = Range.endingAt(NOON.plusSeconds(60), Duration.ofMinutes(5), 3);

        assertThat(range.start()).isEqualTo(NOON.plusSeconds(60).minusSeconds(900));
        assertThat(range.end()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void aPeriodIsAtLeastASecond() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(NOON, Duration.ofMillis(500), 1))
                .withMessageContaining("at least 1").withMessageContaining("PT0.5S");
    }
}
