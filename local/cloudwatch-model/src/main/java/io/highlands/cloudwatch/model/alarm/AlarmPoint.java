// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Instant;
import java.util.OptionalDouble;

import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.cloudwatch.model.statistics.Statistic;

/**
 * One period as an alarm sees it.
 *
 * @param time start of the period
 * @param value the value, empty when it is missing
 * @param sampleCount how many samples it was made of; empty for metric math and when missing
 */
public record AlarmPoint(Instant time, OptionalDouble value, OptionalDouble sampleCount) {

    /**
     * A period without a value.
     *
     * @param time start of the period
     * @return the point
     */
    public static AlarmPoint missing(Instant time) {
        return new AlarmPoint(time, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /**
     * A period with a value of metric math.
     *
     * @param time start of the period
     * @param value the value
     * @return the point
     */
    public static AlarmPoint of(Instant time, double value) {
        return new AlarmPoint(time, OptionalDouble.of(value), OptionalDouble.empty());
    }
    /**
     * A period of a metric.
     *
     * @param time start of the period
     * @param statistic which statistic is watched
     * @param samples the samples of the period
     * @return the point, missing when the statistic has no value
     */
    static AlarmPoint of(Instant time, Statistic statistic, Distribution samples) {
        OptionalDouble value = statistic.of(samples);
        return value.isEmpty()
                ? missing(time)
                : new AlarmPoint(time, value, OptionalDouble.of(samples.sampleCount()));
    }

    boolean isMissing() {
        return value.isEmpty();
    }
}
