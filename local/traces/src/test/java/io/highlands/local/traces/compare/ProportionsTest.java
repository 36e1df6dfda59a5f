// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.traces.compare.Proportions.Certainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProportionsTest {

    /** The example of statsmodels' proportions_ztest: 5 of 83 and 12 of 99 differ with p = 0.159, two-sided, so z is 1.408. */
    @Test
    void theStatisticIsThatOfThePooledTest() {
        assertThat(Proportions.z(12, 99, 5, 83)).isCloseTo(1.408, within(0.001));
        assertThat(Proportions.z(5, 83, 12, 99)).isCloseTo(-1.408, within(0.001));
    }

    /**
     * R's fisher.test, alternative "greater": its example "Fisher's Tea Drinker" has p = 0.2429; the others are quotients of binomial
     * coefficients, such as C(100,3) / C(200,3).
     */
    @ParameterizedTest
    @CsvSource({"3, 4, 1, 4, 0.242857", "1, 2, 0, 30, 0.0625", "1, 10, 0, 100, 0.090909", "1, 20, 0, 100, 0.166667",
            "3, 100, 0, 100, 0.123115", "0, 100, 0, 100, 1", "2, 2, 2, 2, 1"})
    void theExactTestIsFishers(long failed, long all, long failedBefore, long allBefore, double chance) {
        assertThat(Proportions.exact(failed, all, failedBefore, allBefore)).isCloseTo(chance, within(1e-6));
    }

    /** With few expected failures the z-test would call each of the first four sure. */
    @ParameterizedTest
    @CsvSource({"1, 2, 0, 30, CHANCE", "1, 10, 0, 100, CHANCE", "1, 20, 0, 100, CHANCE", "3, 100, 0, 100, CHANCE",
            "5, 100, 0, 100, ONE_IN_TWENTY", "40, 100, 0, 100, ONE_IN_A_THOUSAND", "12, 99, 5, 83, CHANCE",
            "2, 2, 0, 100, ONE_IN_A_THOUSAND", "0, 0, 5, 83, CHANCE", "5, 83, 0, 0, CHANCE",
            "400000, 1000000, 0, 1000000, ONE_IN_A_THOUSAND", "4, 1000000, 0, 1000000, CHANCE"})
    void certaintyIsThatOfTheTestThatSuitsTheCounts(long failed, long all, long failedBefore, long allBefore,
            Certainty certainty) {
        assertThat(Proportions.of(failed, all, failedBefore, allBefore)).isEqualTo(certainty);
    }
}
