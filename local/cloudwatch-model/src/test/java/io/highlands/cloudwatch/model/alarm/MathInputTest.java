// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.cloudwatch.model.statistics.Statistic;

import static io.highlands.cloudwatch.model.alarm.Recording.START;
import static io.highlands.cloudwatch.model.alarm.Recording.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

class MathInputTest {

    private static MathInput.Metric sum(String samples) {
        return new MathInput.Metric(Statistic.parse("Sum"), Recording.of(samples));
    }

    /** An hour of healthy traffic, then no target is left: the balancer itself answers, and no request is counted. */
    private final Map<String, MathInput.Metric> outage = Map.of("requests", sum("1000x60 -x10 1000x10"), "elb",
            sum("-x60 1000x10 -x10"), "target", sum("1x60 -x20"));

    private final Map<String, String> availability = Map.of("bad", "FILL(elb, 0) + FILL(target, 0)", "total",
            "FILL(requests, 0) + FILL(elb, 0)", "ratio", "IF(total > 100, 100 * bad / total, 0)");

    private final MetricAlarm burning = MetricAlarm.when("burning", Comparison.GREATER, 5).every(Duration.ofMinutes(5));

    @Test
    void aTotalOutageWithNoTargetCountsAsBad() {
        assertThat(
                Replay.of(burning, new MathInput(outage, availability, "ratio"), START.plusSeconds(1800), minute(80)))
                .extracting(Transition::at, Transition::to).containsExactly(tuple(minute(31), AlarmState.OK),
                        tuple(minute(61), AlarmState.ALARM), tuple(minute(75), AlarmState.OK));
    }

    @Test
    void aPointThatTheExpressionDoesNotReturnIsMissing() {
        MathInput ratio = new MathInput(Map.of("a", sum("1 1 1 1 1"), "b", sum("1 0 - 1 1")), Map.of("e1", "a / b"),
                "e1");

        assertThat(
                ratio.read(AlarmEvaluator.range(burning.every(Duration.ofMinutes(1)).forAll(3), minute(5)), minute(5)))
                .extracting(AlarmPoint::isMissing).containsExactly(false, true, true, false, false);
    }

    @Test
    void usesAtMostTenMetricsAndTenExpressions() {
        Map<String, MathInput.Metric> metrics = new HashMap<>();
        Map<String, String> expressions = new LinkedHashMap<>();
        for (int i = 0; i < 11; i++) {
            metrics.put("m" + i, sum("1"));
            expressions.put("e" + i, "m0");
        }

        assertThatIllegalArgumentException().isThrownBy(() -> new MathInput(metrics, Map.of("e1", "m1"), "e1"))
                .withMessage("An alarm uses at most 10 metrics, not 11");
        assertThatIllegalArgumentException().isThrownBy(() -> new MathInput(Map.of("m0", sum("1")), expressions, "e1"))
                .withMessage("An alarm uses at most 10 expressions, not 11");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {"[m1, m1] | returns 2", "METRICS('none') | returns 0",
            "SUM(m1) | is a number (S)", "SEARCH('cpu', 'Sum', 60) | SEARCH is not allowed here", "m2 | the id 'm2'"})
    void watchesOneSeriesAndIsCheckedBeforeDataAreThere(String expression, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MathInput(Map.of("m1", sum("1")), Map.of("e1", expression), "e1"))
                .withMessageContaining(message);
    }

    @Test
    void theResultIsOneOfTheExpressions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MathInput(Map.of("m1", sum("1")), Map.of("e1", "m1"), "e2"))
                .withMessageContaining("'e2'").withMessageContaining("e1");
    }
}
