// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.batch;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Which traces a sample rate keeps. */
class TraceSamplingTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.1, 0.5, 0.9, 1})
    void theRateIsThePartThatIsKept(double rate) {
        Random random = new Random(4);
        long kept = random.longs(100_000).filter(id -> TraceSampling.keeps(id, rate)).count();
        assertThat(kept / 100_000.0).isCloseTo(rate, within(0.005));
    }

    @Test
    void whatALowRateKeepsAHigherOneKeepsToo() {
        assertThat(new Random(5).longs(10_000).filter(id -> TraceSampling.keeps(id, 0.2)))
                .allMatch(id -> TraceSampling.keeps(id, 0.3));
    }

    /**
     * The example of the collector's page: 50 % keeps the randomness 9b8233f7e3a151, whose threshold is 80000000000000;
     * 25 % has the threshold c0000000000000.
     *
     * @see <a href="https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/processor/probabilisticsamplerprocessor#sampling-threshold-information">
     *      Probabilistic sampling processor, sampling threshold information</a>
     */
    @Test
    void theCollectorKeepsWhatHasTheThresholdInItsLast56Bits() {
        long id = 0xff9b_8233_f7e3_a151L;

        assertThat(proportional(0.5).keeps(id)).isTrue();
        assertThat(proportional(0.25).keeps(id)).isFalse();
        assertThat(proportional(0.25).keeps(0x00c0_0000_0000_0000L)).isTrue();
        assertThat(proportional(0.25).keeps(0x00bf_ffff_ffff_ffffL)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.1, 0.5, 0.9, 1})
    void theCollectorKeepsThePartToo(double rate) {
        long kept = new Random(4).longs(100_000).filter(proportional(rate)::keeps).count();

        assertThat(kept / 100_000.0).isCloseTo(rate, within(0.005));
    }

    private static TraceSampling proportional(double rate) {
        return new TraceSampling(TraceSampling.Rule.PROPORTIONAL, rate);
    }

    @Test
    void nothingKeepsNoTrace() {
        assertThat(TraceSampling.keeps(0, 0)).isFalse();
        assertThat(TraceSampling.keeps(0, 1e-9)).isTrue();
    }
}
