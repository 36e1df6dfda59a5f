// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.cloudwatch.model.series.Range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** alarm-evaluation: N periods, M data points, and the comparison with the threshold. */
class EvaluationTest {

    @ParameterizedTest
    @CsvSource({"0 0 X X X, ALARM", "0 0 X 0 X, OK", "X X X X 0, OK", "X X 0 0 0, OK"})
    void allOfNHaveToBreach(String points, String state) {
        assertThat(Windows.outcome(Windows.ALARM.forAll(3), points)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"0 0 X 0 X, ALARM", "0 0 0 X X, ALARM", "X X 0 0 X, OK", "0 0 0 0 X, OK"})
    void mOfNNeedNotBeConsecutive(String points, String state) {
        assertThat(Windows.outcome(Windows.ALARM.forAny(2, 3), points)).isEqualTo(state);
    }

    @Test
    void pointsFartherBackAreIgnoredWhenNoneIsMissing() {
        assertThat(Windows.outcome(Windows.ALARM.forAny(1, 3), "X X 0 0 0")).isEqualTo("OK");
    }

    @Test
    void pointsFartherBackReplaceMissingOnes() {
        assertThat(Windows.outcome(Windows.ALARM.forAny(1, 3), "0 X 0 - 0")).isEqualTo("ALARM");
        assertThat(Windows.outcome(Windows.ALARM.forAny(1, 3), "X 0 0 - 0")).isEqualTo("OK");
    }

    @Test
    void theEvaluationRangeIsTwoPeriodsLongerThanN() {
        Range range = AlarmEvaluator.range(Windows.ALARM.forAll(3).every(Duration.ofMinutes(5)), Windows.NOW);

        assertThat(range.periods()).isEqualTo(5);
        assertThat(range.end()).isEqualTo(Windows.NOW);
        assertThat(range.start()).isEqualTo(Windows.NOW.minus(Duration.ofMinutes(25)));
    }

    @ParameterizedTest
    @CsvSource({"GreaterThanThreshold, 6, ALARM", "GreaterThanThreshold, 5, OK",
            "GreaterThanOrEqualToThreshold, 5, ALARM", "GreaterThanOrEqualToThreshold, 4, OK",
            "LessThanThreshold, 4, ALARM", "LessThanThreshold, 5, OK", "LessThanOrEqualToThreshold, 5, ALARM",
            "LessThanOrEqualToThreshold, 6, OK"})
    void fourComparisons(String operator, String value, String state) {
        MetricAlarm alarm = MetricAlarm.when("errors", Comparison.parse(operator), 5);

        assertThat(Windows.outcome(alarm, "- - " + value)).isEqualTo(state);
        assertThat(alarm.comparison().awsName()).isEqualTo(operator);
    }

    @Test
    void theComparisonsOfAnomalyDetectionAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Comparison.parse("GreaterThanUpperThreshold"))
                .withMessageContaining("GreaterThanUpperThreshold").withMessageContaining("LessThanThreshold");
    }

    @Test
    void mIsOneToN() {
        assertThatIllegalArgumentException().isThrownBy(() -> Windows.ALARM.forAny(4, 3))
                .withMessage("DatapointsToAlarm of errors is 1 to 3, not 4");
        assertThatIllegalArgumentException().isThrownBy(() -> Windows.ALARM.forAny(0, 3))
                .withMessageContaining("not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Windows.ALARM.forAll(0))
                .withMessage("EvaluationPeriods of errors is at least 1, not 0");
    }

    @Test
    void theRangeHoldsAtLeastNPeriods() {
        assertThatIllegalArgumentException().isThrownBy(() -> Windows.outcome(Windows.ALARM.forAll(3), "X X"))
                .withMessageContaining("at least 3 periods, not 2");
    }
}
