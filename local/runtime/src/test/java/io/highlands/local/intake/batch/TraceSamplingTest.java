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

    @Test
    void nothingKeepsNoTrace() {
        assertThat(TraceSampling.keeps(0, 0)).isFalse();
        assertThat(TraceSampling.keeps(0, 1e-9)).isTrue();
    }
}
