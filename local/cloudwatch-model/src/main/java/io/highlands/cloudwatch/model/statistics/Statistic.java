// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A CloudWatch statistic, such as {@code Sum}, {@code p99.9}, {@code TM(5%:95%)} or {@code PR(:300)}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html">CloudWatch
 *      statistics definitions</a>
 */
public sealed interface Statistic permits BasicStatistic, Percentile, TrimmedStatistic, PercentileRank {

    /**
     * Reads a statistic's name as GetMetricData, alarms and dashboards write it.
     *
     * @param text the name
     * @return the statistic
     * @throws IllegalArgumentException when CloudWatch has no such statistic; the message says what is allowed
     */
    static Statistic parse(String text) {
        return StatisticParser.parse(text);
    }

    /**
     * The name as it was written.
     *
     * @return the name
     */
    String name();

    /**
     * Whether the samples' own values are needed, so that statistic sets and negative values make it unavailable.
     *
     * @return false for SampleCount, Sum, Average, Minimum and Maximum
     */
    default boolean needsValues() {
        return true;
    }

    /**
     * Computes the statistic.
     *
     * @param samples the samples of one period
     * @return its value; empty without samples or when {@link #unavailable} says why
     */
    default OptionalDouble of(Distribution samples) {
        if (samples.isEmpty() || unavailable(samples).isPresent()) {
            return OptionalDouble.empty();
        }
        return compute(samples);
    }

    /**
     * Why CloudWatch has no value although there are samples.
     *
     * @param samples the samples of one period
     * @return the reason in words, empty when the statistic is available
     */
    default Optional<String> unavailable(Distribution samples) {
        if (!needsValues() || samples.isEmpty()) {
            return Optional.empty();
        }
        if (!samples.hasValues()) {
            return Optional.of(name() + " needs the samples' own values, and a statistic set has only their sum, "
                    + "count, minimum and maximum");
        }
        if (samples.minimum() < 0) {
            return Optional
                    .of(name() + " is not available for negative values, and the lowest is " + samples.minimum());
        }
        return Optional.empty();
    }

    /**
     * Computes the statistic of samples for which it is available.
     *
     * @param samples at least one sample
     * @return its value, or empty when the chosen part of the samples is empty
     */
    OptionalDouble compute(Distribution samples);
}
