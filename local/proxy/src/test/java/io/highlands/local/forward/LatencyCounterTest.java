// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LatencyCounterTest {

    private final LatencyCounter counter = new LatencyCounter();

    @Test
    void everyDurationFallsIntoTheBucketWhoseBoundsHoldIt() {
        for (long micros = 0; micros < 1L << 40; micros = micros * 9 / 8 + 1) {
            int bucket = LatencyCounter.bucket(micros);

            assertThat(micros).isBetween(LatencyCounter.lowerBound(bucket), LatencyCounter.upperBound(bucket));
        }
    }

    @Test
    void bucketsFollowOnEachOtherWithoutAGap() {
        for (int bucket = 0; bucket < 200; bucket++) {
            assertThat(LatencyCounter.lowerBound(bucket + 1)).isEqualTo(LatencyCounter.upperBound(bucket) + 1);
        }
    }

    @Test
    void percentilesAreExactToAnEighth() {
        for (int millis = 1; millis <= 1000; millis++) {
            counter.count(millis * 1_000_000L);
        }
        Latencies latencies = counter.snapshot();

        assertThat((double) latencies.percentileMicros(50)).isCloseTo(500_000, within(62_500.0));
        assertThat((double) latencies.percentileMicros(99)).isCloseTo(990_000, within(123_750.0));
        assertThat(latencies.percentileMicros(100)).isEqualTo(1_000_000);
        assertThat(latencies.meanMicros()).isEqualTo(500_500);
        assertThat(latencies.minMicros()).isEqualTo(1_000);
    }

    @Test
    void aDifferenceHoldsWhatCameBetween() {
        counter.count(1_000_000_000L);
        Latencies earlier = counter.snapshot();
        counter.count(10_000_000L);
        counter.count(20_000_000L);

        Latencies since = counter.snapshot().since(earlier);

        assertThat(since.count()).isEqualTo(2);
        assertThat(since.sumMicros()).isEqualTo(30_000);
        assertThat((double) since.maxMicros()).isCloseTo(20_000, within(2_500.0));
        assertThat((double) since.minMicros()).isCloseTo(10_000, within(1_250.0));
    }

    @Test
    void nothingCountedIsNothing() {
        Latencies none = counter.snapshot();

        assertThat(none.count()).isZero();
        assertThat(none.meanMicros()).isZero();
        assertThat(none.percentileMicros(99)).isZero();
        assertThat(none.since(none).maxMicros()).isZero();
    }
}
