// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TrimmedStatisticTest {

    private final Distribution ten = Samples.upTo(10);

    @Test
    void trimmedMeanIgnoresTheHighestPart() {
        assertThat(Samples.value("tm90", Samples.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 1000))).isEqualTo(5);
    }

    @Test
    void theShortFormIsTheLongFormWithoutLowerBound() {
        assertThat(Samples.value("tm90", ten)).isEqualTo(Samples.value("TM(:90%)", ten));
    }

    @ParameterizedTest
    @CsvSource({"TM(10%:90%), 5.5", "TM(:90%), 5", "TM(10%:), 6", "TM(20%:50%), 4"})
    void percentBoundsCutBothEnds(String statistic, double expected) {
        assertThat(Samples.value(statistic, ten)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"TM(2:4), 3.5", "TM(:4), 2.5", "TM(4:), 7.5"})
    void absoluteBoundsAreExclusiveBelowAndInclusiveAbove(String statistic, double expected) {
        assertThat(Samples.value(statistic, ten)).isEqualTo(expected);
    }

    @Test
    void onlyWholeSamplesAreCutOff() {
        assertThat(Samples.value("TM(10%:90%)", Samples.upTo(9))).isEqualTo(5);
        assertThat(Samples.value("TC(10%:90%)", Samples.upTo(9))).isEqualTo(9);
    }

    @Test
    void oneValueWithACountCanBeCutInTwo() {
        Distribution samples = Distribution.of(new double[]{1, 100}, new double[]{5, 5});

        assertThat(Samples.value("TC(:80%)", samples)).isEqualTo(8);
        assertThat(Samples.value("TS(:80%)", samples)).isEqualTo(305);
    }

    @Test
    void trimmedMeanOfNoSamplesHasNoValue() {
        assertThat(Statistic.parse("TM(100:200)").of(ten)).isEmpty();
    }

    @Test
    void interquartileMeanIsTheMeanOfTheMiddleHalf() {
        Distribution samples = Samples.of(1, 2, 3, 4, 5, 6, 7, 1000);

        assertThat(Samples.value("IQM", samples)).isEqualTo(4.5).isEqualTo(Samples.value("TM(25%:75%)", samples));
    }

    @Test
    void winsorizedMeanMovesTheHighestToTheEdge() {
        assertThat(Samples.value("wm90", Samples.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 1000))).isEqualTo(5.4);
    }

    @Test
    void winsorizedMeanMovesTheLowestToTheEdge() {
        assertThat(Samples.value("WM(10%:90%)", Samples.of(0, 2, 3, 4, 5, 6, 7, 8, 9, 1000))).isEqualTo(5.5);
    }

    @Test
    void winsorizedMeanMovesToAbsoluteBounds() {
        assertThat(Samples.value("WM(2:4)", Samples.of(1, 3, 100))).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"tc90, 9", "TC(2:4), 2", "TC(:0.5), 0", "TC(80%:), 2"})
    void trimmedCountCountsTheSamplesWithinBounds(String statistic, double expected) {
        assertThat(Samples.value(statistic, ten)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ts90, 45", "TS(80%:), 19", "TS(2:4), 7", "TS(100:), 0"})
    void trimmedSumAddsTheSamplesWithinBounds(String statistic, double expected) {
        assertThat(Samples.value(statistic, ten)).isEqualTo(expected);
    }

    @Test
    void trimmedSumIsTrimmedMeanTimesTrimmedCount() {
        assertThat(Samples.value("ts90", ten))
                .isEqualTo(Samples.value("tm90", ten) * Samples.value("tc90", ten));
    }
}
