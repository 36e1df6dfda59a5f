// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.util.Locale;
import java.util.OptionalDouble;

import io.highlands.cloudwatch.model.statistics.Percentile;
import io.highlands.cloudwatch.model.statistics.Statistic;

/** What a percentile alarm does with too few samples: the {@code EvaluateLowSampleCountPercentile} of PutMetricAlarm. */
public enum LowSamples {

    /** It is evaluated all the same. The default. */
    EVALUATE,
    /** The state stays what it is. */
    IGNORE;

    /**
     * Reads the setting.
     *
     * @param name {@code evaluate} or {@code ignore}; null means the default, {@code evaluate}
     * @return the setting
     */
    public static LowSamples parse(String name) {
        return switch (name) {
            case null -> EVALUATE;
            case "evaluate" -> EVALUATE;
            case "ignore" -> IGNORE;
            default -> throw new IllegalArgumentException("'" + name
                    + "' is not allowed for EvaluateLowSampleCountPercentile: allowed are evaluate, ignore");
        };
    }

    /**
     * The name that PutMetricAlarm knows.
     *
     * @return the name
     */
    public String awsName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * How many samples a percentile needs to mean something: 10/(1 - percentile) from the median up, 10/percentile below.
     *
     * @param statistic the statistic
     * @return the number; empty for anything but percentiles, and for p0 and p100
     */
    static OptionalDouble needed(Statistic statistic) {
        if (!(statistic instanceof Percentile percentile)) {
            return OptionalDouble.empty();
        }
        double percent = percentile.percent().doubleValue();
        double tail = percent >= 50 ? 100 - percent : percent;
        return tail == 0 ? OptionalDouble.empty() : OptionalDouble.of(1000 / tail);
    }
}
