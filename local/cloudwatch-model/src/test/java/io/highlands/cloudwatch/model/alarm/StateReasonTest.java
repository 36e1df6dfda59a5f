// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.cloudwatch.model.statistics.Statistic;

import static org.assertj.core.api.Assertions.assertThat;

/** Reasons worded as AWS words them in its pages and in alarm histories that people published. */
class StateReasonTest {

    private static final String LAST = "(05/01/26 11:59:00)";

    @Test
    void allOfOneBreach() {
        assertThat(Windows.reason(Windows.ALARM, "0 0 X"))
                .isEqualTo("Threshold Crossed: 1 datapoint [10.0 " + LAST + "] was greater than the threshold (5.0).");
    }

    @Test
    void allOfThreeBreachNewestFirst() {
        assertThat(Windows.reason(Windows.ALARM.forAll(3), "0 0 7 8 9"))
                .isEqualTo("Threshold Crossed: 3 datapoints [9.0 (05/01/26 11:59:00), 8.0 (05/01/26 11:58:00), "
                        + "7.0 (05/01/26 11:57:00)] were greater than the threshold (5.0).");
    }

    @Test
    void mOfNBreach() {
        assertThat(Windows.reason(Windows.ALARM.forAny(1, 1), "0 0 X"))
                .isEqualTo("Threshold Crossed: 1 out of the last 1 datapoints [10.0 " + LAST
                        + "] was greater than the threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition).");
        assertThat(Windows.reason(Windows.ALARM.forAny(2, 3), "0 0 X 0 X"))
                .startsWith("Threshold Crossed: 2 out of the last 3 datapoints [")
                .endsWith("] were greater than the threshold (5.0) (minimum 2 datapoints for OK -> ALARM transition).");
    }

    @Test
    void withinTheThreshold() {
        assertThat(Windows.reason(Windows.ALARM, "0 0 0"))
                .isEqualTo(
                        "Threshold Crossed: 1 datapoint [0.0 " + LAST + "] was not greater than the threshold (5.0).");
    }

    @Test
    void mOfNWithinTheThresholdNeedsNMinusMPlusOne() {
        assertThat(Windows.reason(Windows.ALARM.forAny(3, 3), "0 0 X X 0"))
                .isEqualTo("Threshold Crossed: 1 out of the last 3 datapoints [0.0 " + LAST
                        + "] was not greater than the threshold (5.0) (minimum 1 datapoint for ALARM -> OK transition).");
        assertThat(Windows.reason(Windows.ALARM.forAny(2, 3), "0 0 X 0 0"))
                .endsWith("(minimum 2 datapoints for ALARM -> OK transition).");
    }

    @Test
    void missingPointsThatCountAreToldWithTheirTreatment() {
        assertThat(Windows.reason(Windows.ALARM.forAll(2).treating(MissingData.BREACHING), "- - - 0"))
                .isEqualTo("Threshold Crossed: 1 datapoint [0.0 " + LAST
                        + "] was not greater than the threshold (5.0) and 1 missing datapoint was treated as [Breaching].");
        assertThat(Windows.reason(Windows.ALARM.forAny(1, 4).treating(MissingData.NOT_BREACHING), "- - - - - X"))
                .isEqualTo("Threshold Crossed: 1 out of the last 4 datapoints [10.0 " + LAST
                        + "] was greater than the threshold (5.0) and 3 missing datapoints were treated as [NonBreaching] "
                        + "(minimum 1 datapoint for OK -> ALARM transition).");
    }

    @ParameterizedTest
    @CsvSource({
            "BREACHING, 1, no datapoints were received for 1 period and 1 missing datapoint was treated as [Breaching].",
            "BREACHING, 2, no datapoints were received for 2 periods and 2 missing datapoints were treated as [Breaching].",
            "NOT_BREACHING, 3, no datapoints were received for 3 periods and 3 missing datapoints were treated as "
                    + "[NonBreaching]."})
    void nothingWasReceived(MissingData treatment, int periods, String expected) {
        assertThat(Windows.reason(Windows.ALARM.forAll(periods).treating(treatment), "- - - - -"))
                .isEqualTo("Threshold Crossed: " + expected);
    }

    @Test
    void nothingThatDecidesWasReceived() {
        assertThat(Windows.reason(Windows.ALARM.forAny(2, 3).treating(MissingData.BREACHING), "- - 0 - -"))
                .isEqualTo("Threshold Crossed: 1 datapoint was received for 3 periods and 2 missing datapoints were "
                        + "treated as [Breaching].");
    }

    @ParameterizedTest
    @CsvSource({"1, Insufficient Data: 1 datapoint was unknown.", "5, Insufficient Data: 5 datapoints were unknown."})
    void notEnoughData(int periods, String expected) {
        assertThat(Windows.reason(Windows.ALARM.forAll(periods), "- - - - - - -")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"GREATER_OR_EQUAL, X, was greater than or equal to the threshold",
            "LESS, 0, was less than the threshold",
            "LESS_OR_EQUAL, X, was not less than or equal to the threshold"})
    void theComparisonIsToldInWords(Comparison comparison, String point, String expected) {
        assertThat(Windows.reason(MetricAlarm.when("a", comparison, 5), "- - " + point)).contains(expected);
    }

    @Test
    void aRetainedStateHasNoNewReason() {
        assertThat(Windows.evaluate(Windows.ALARM.treating(MissingData.IGNORE), AlarmState.OK, "- - -").reason())
                .isEmpty();
    }

    @Test
    void anAlarmBeginsUnchecked() {
        assertThat(StateReason.CREATED.text()).isEqualTo("Unchecked: Initial alarm creation");
    }

    @Test
    void theDataNameThePeriodTheStatisticAndThePoints() {
        MetricAlarm alarm = Windows.ALARM.forAll(3).on(Statistic.parse("Sum"), LowSamples.EVALUATE);

        assertThat(Windows.evaluate(alarm, AlarmState.OK, "- - X - X").reason().orElseThrow().data())
                .isEqualTo("{\"version\":\"1.0\",\"queryDate\":\"2026-01-05T12:00:00.000+0000\","
                        + "\"startDate\":\"2026-01-05T11:57:00.000+0000\",\"statistic\":\"Sum\",\"period\":60,"
                        + "\"recentDatapoints\":[10.0,10.0],\"threshold\":5.0,\"evaluatedDatapoints\":["
                        + "{\"timestamp\":\"2026-01-05T11:59:00.000+0000\",\"sampleCount\":1.0,\"value\":10.0},"
                        + "{\"timestamp\":\"2026-01-05T11:58:00.000+0000\"},"
                        + "{\"timestamp\":\"2026-01-05T11:57:00.000+0000\",\"sampleCount\":1.0,\"value\":10.0}]}");
    }

    /** As recorded: localstack/localstack, tests/aws/services/cloudwatch, test_put_metric_alarm. */
    @Test
    void theDataNameTheUnitBeforeTheStatistic() {
        MetricAlarm alarm = Windows.ALARM.on(Statistic.parse("Average"), LowSamples.EVALUATE).in("Seconds");

        assertThat(Windows.evaluate(alarm, AlarmState.OK, "- X").reason().orElseThrow().data())
                .contains("+0000\",\"unit\":\"Seconds\",\"statistic\":\"Average\",\"period\":60,");
    }

    @Test
    void theDataOfMathHaveNoStatisticAndWithoutPointsNoStart() {
        assertThat(Windows.evaluate(Windows.ALARM, AlarmState.OK, "- - -").reason().orElseThrow().data())
                .isEqualTo("{\"version\":\"1.0\",\"queryDate\":\"2026-01-05T12:00:00.000+0000\",\"period\":60,"
                        + "\"recentDatapoints\":[],\"threshold\":5.0,\"evaluatedDatapoints\":["
                        + "{\"timestamp\":\"2026-01-05T11:59:00.000+0000\"}]}");
    }
}
