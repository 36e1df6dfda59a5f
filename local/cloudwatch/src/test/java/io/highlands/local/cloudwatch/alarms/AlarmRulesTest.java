// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.cloudwatch.model.alarm.Comparison;
import io.highlands.cloudwatch.model.search.MetricName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of PutMetricAlarm (APIReference/API_PutMetricAlarm), the same for the API and for templates. Messages in AWS's words
 * come from published errors: "should not be set if list of Metrics is set" from aws-cloudformation/cfn-lint#766, "must not be
 * null" from hashicorp/terraform-provider-aws#11105 and aws/aws-cdk#7155, "cannot be checked across more than" a day and a week
 * from errors of deployments.
 */
class AlarmRulesTest {

    private static final Set<String> ONE_METRIC = Set.of("AlarmName", "MetricName", "Namespace", "Period", "Statistic",
            "Threshold");

    private static Optional<String> parameters(String... given) {
        return AlarmRules.parameters(Set.of(given)::contains).map(AlarmRules.Violation::message);
    }

    private static Optional<String> violation(AlarmDefinition alarm) {
        return AlarmRules.violation(alarm).map(AlarmRules.Violation::message);
    }

    private static MetricAlarmDefinition math(AlarmQuery... queries) {
        return new MetricAlarmDefinition("math", "", AlarmActions.NONE, Origin.API,
                new Watched.Math(List.of(queries), Duration.ofMinutes(1)), Comparison.GREATER, 5, 1,
                OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    private static AlarmQuery expression(String id, String text, boolean returnData) {
        return new AlarmQuery(id, Optional.empty(), Optional.of(text), Optional.empty(), returnData);
    }

    private static AlarmQuery metric(String id, int seconds, boolean returnData) {
        return new AlarmQuery(id, Optional.of(new Watched.Metric(AlarmKit.ERRORS, "Sum", Duration.ofSeconds(seconds),
                Optional.empty())), Optional.empty(), Optional.empty(), returnData);
    }

    @Test
    void anAlarmOfOneMetricIsAccepted() {
        assertThat(AlarmRules.parameters(ONE_METRIC::contains)).isEmpty();
        assertThat(violation(AlarmKit.alarm("errors"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MetricName", "Namespace", "Dimensions", "Period", "Unit", "Statistic",
            "ExtendedStatistic"})
    void nothingOfOneMetricStandsBesideMetrics(String name) {
        assertThat(parameters("AlarmName", "Metrics", "Threshold", name))
                .contains(name + " should not be set if list of Metrics is set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MetricName", "Namespace", "Period"})
    void anAlarmOfOneMetricNamesItAndItsPeriod(String name) {
        assertThat(AlarmRules.parameters(given -> ONE_METRIC.contains(given) && !given.equals(name)))
                .map(AlarmRules.Violation::message).contains(name + " must not be null");
    }

    @Test
    void oneOfTheTwoStatisticsIsGiven() {
        assertThat(AlarmRules.parameters(given -> ONE_METRIC.contains(given) || given.equals("ExtendedStatistic")))
                .map(AlarmRules.Violation::parameter).contains("Statistic");
        assertThat(AlarmRules.parameters(given -> ONE_METRIC.contains(given) && !given.equals("Statistic")))
                .map(AlarmRules.Violation::parameter).contains("Statistic");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 15, 45, 90, 150})
    void aPeriodIs10Or20Or30OrAMultipleOf60(int seconds) {
        assertThat(violation(AlarmKit.alarm("odd", Origin.API, seconds, 1)))
                .contains("Period must be 10, 20, 30 or a multiple of 60, not " + seconds);
        assertThat(violation(math(metric("m1", seconds, true))))
                .contains("Period must be 10, 20, 30 or a multiple of 60, not " + seconds);
    }

    @ParameterizedTest
    @CsvSource({"60, 1440, true", "60, 1441, false", "10, 8640, true", "10, 8641, false", "3600, 168, true",
            "3600, 169, false", "86400, 7, true", "86400, 8, false"})
    void anAlarmLooksBackADayOrAWeekWithPeriodsOfAnHour(int seconds, int periods, boolean accepted) {
        Optional<String> refusal = violation(AlarmKit.alarm("long", Origin.API, seconds, periods));

        assertThat(refusal.isEmpty()).isEqualTo(accepted);
        assertThat(refusal.orElse("")).isEqualTo(accepted
                ? ""
                : seconds < 3600
                        ? "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400)"
                        : "Metrics cannot be checked across more than a week (EvaluationPeriods * Period must be <= "
                                + "604800) for alarms using period >= 3600");
    }

    @Test
    void aMetricHasAtMost30Dimensions() {
        MetricName many = new MetricName("Test", "Errors", IntStream.range(0, 31).boxed()
                .collect(Collectors.toMap(i -> "d" + i, i -> "v")));
        MetricAlarmDefinition alarm = AlarmKit.alarm("many");

        assertThat(violation(new MetricAlarmDefinition("many", "", AlarmActions.NONE, Origin.API,
                new Watched.Metric(many, "Sum", Duration.ofMinutes(1), Optional.empty()), alarm.comparison(), 5, 1,
                OptionalInt.empty(), Optional.empty(), Optional.empty())))
                .contains("A metric must have at most 30 dimensions, not 31");
    }

    @Test
    void aStateHasAtMostFiveActions() {
        List<String> six = IntStream.range(0, 6).mapToObj(i -> "arn:aws:sns:eu-west-1:000000000000:t" + i).toList();

        assertThat(violation(AlarmKit.alarm("six").withActions(new AlarmActions(true, List.of(), six, List.of()))))
                .contains("OKActions must have at most 5 actions, not 6");
    }

    /** API_PutMetricAlarm, AlarmName: "The name must contain only UTF-8 characters, and can't contain ASCII control characters". */
    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u001b[31mb", "\u007f", "a\tb"})
    void aNameHasNoControlCharacters(String name) {
        assertThat(violation(AlarmKit.alarm(name))).contains("AlarmName must not contain ASCII control characters");
        assertThat(violation(AlarmKit.composite(name, "FALSE")))
                .contains("AlarmName must not contain ASCII control characters");
    }

    @Test
    void mIsAtMostN() {
        MetricAlarmDefinition alarm = AlarmKit.alarm("m of n");

        assertThat(violation(new MetricAlarmDefinition("m of n", "", AlarmActions.NONE, Origin.API, alarm.watched(),
                alarm.comparison(), 5, 2, OptionalInt.of(3), Optional.empty(), Optional.empty())))
                .contains("DatapointsToAlarm of m of n is 1 to 2, not 3");
    }

    @Test
    void oneElementOfMetricsReturnsDataAndIdsAreUnique() {
        assertThat(violation(math(metric("m1", 60, true), expression("e1", "m1 * 2", true))))
                .contains("Exactly one element of the Metrics list should return data, not 2");
        assertThat(violation(math(metric("m1", 60, false), expression("m1", "m1 * 2", true))))
                .contains("Each Id in the Metrics list must be unique");
    }

    @Test
    void anExpressionThatCannotBeReadIsRefusedAtOnce() {
        assertThat(violation(math(metric("m1", 60, false), expression("e1", "SUM(", true)))).isPresent();
        assertThat(violation(math(metric("m1", 60, false), expression("e1", "m2 * 2", true)))).isPresent();
    }
}
