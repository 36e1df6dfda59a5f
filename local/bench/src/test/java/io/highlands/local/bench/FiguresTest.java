// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTest {

    @Test
    void theMedianOfAnOddCountIsTheMiddleOne() {
        assertThat(Figures.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5.0);
    }

    @Test
    void theMedianOfAnEvenCountIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(Figures.median(List.of(9.0, 1.0, 5.0, 7.0))).isEqualTo(6.0);
    }

    @Test
    void aPercentileIsTheNearestRank() {
        List<Double> hundred = java.util.stream.IntStream.rangeClosed(1, 100).mapToObj(value -> (double) value)
                .toList();

        assertThat(Figures.percentile(hundred, 99)).isEqualTo(99.0);
        assertThat(Figures.percentile(List.of(3.0), 99)).isEqualTo(3.0);
        assertThat(Figures.percentile(List.of(1.0, 2.0), 50)).isEqualTo(1.0);
    }
}
