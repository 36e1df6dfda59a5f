// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.cloudwatch.model.statistics.Statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** percentiles-with-low-samples: EvaluateLowSampleCountPercentile. */
class LowSamplesTest {

    @ParameterizedTest
    @CsvSource({"p99, 1000", "p90, 100", "p50, 20", "p10, 100", "p1, 1000"})
    void aPercentileNeedsSamplesInProportionToItsTail(String statistic, double needed) {
        assertThat(LowSamples.needed(Statistic.parse(statistic)).getAsDouble()).isCloseTo(needed, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p0", "p100", "Average", "tm99", "PR(:1)"})
    void otherStatisticsNeedNone(String statistic) {
        assertThat(LowSamples.needed(Statistic.parse(statistic))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"999, IGNORE, OK", "1000, IGNORE, ALARM", "999, EVALUATE, ALARM"})
    void withTooFewSamplesIgnoreRetainsTheState(double samples, LowSamples setting, AlarmState expected) {
        MetricAlarm alarm = Windows.ALARM.on(Statistic.parse("p99"), setting);
        AlarmPoint point = new AlarmPoint(Windows.NOW.minusSeconds(60), OptionalDouble.of(10),
                OptionalDouble.of(samples));

        assertThat(AlarmEvaluator.evaluate(alarm, AlarmState.OK, List.of(point), Windows.NOW).state())
                .isEqualTo(expected);
    }

    @Test
    void evaluateIsTheDefault() {
        assertThat(LowSamples.parse(null)).isEqualTo(LowSamples.EVALUATE);
        assertThat(LowSamples.parse("evaluate")).isEqualTo(LowSamples.EVALUATE);
        assertThat(LowSamples.parse("ignore")).isEqualTo(LowSamples.IGNORE);
        assertThatIllegalArgumentException().isThrownBy(() -> LowSamples.parse("wait")).withMessageContaining("'wait'");
    }
}
