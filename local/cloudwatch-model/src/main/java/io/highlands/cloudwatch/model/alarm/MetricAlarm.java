// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import io.highlands.cloudwatch.model.statistics.Statistic;

/**
 * What a metric alarm or an alarm on metric math watches for.
 *
 * @param name the alarm's name
 * @param comparison how values are compared with the threshold
 * @param threshold the threshold
 * @param period length of a period
 * @param evaluationPeriods N: how many data points are evaluated
 * @param datapointsToAlarm M: how many of them have to breach; not set means all, and AWS words the reason differently
 * @param missingData how periods without a value are treated
 * @param lowSamples what a percentile alarm does with too few samples
 * @param statistic the statistic; empty for alarms on metric math
 * @param unit the unit that the alarm names, which StateReasonData tells; mostly empty
 */
public record MetricAlarm(String name, Comparison comparison, double threshold, Duration period, int evaluationPeriods,
        OptionalInt datapointsToAlarm, MissingData missingData, LowSamples lowSamples, Optional<Statistic> statistic,
        Optional<String> unit) {

    /** Checks that M fits N. */
    public MetricAlarm {
        if (evaluationPeriods < 1) {
            throw new IllegalArgumentException(
                    "EvaluationPeriods of " + name + " is at least 1, not " + evaluationPeriods);
        }
        int m = datapointsToAlarm.orElse(evaluationPeriods);
        if (m < 1 || m > evaluationPeriods) {
            throw new IllegalArgumentException(
                    "DatapointsToAlarm of " + name + " is 1 to " + evaluationPeriods + ", not " + m);
        }
        if (!Double.isFinite(threshold)) {
            throw new IllegalArgumentException("Threshold of " + name + " is a finite number, not " + threshold);
        }
    }

    /**
     * Starts an alarm: one of one period of 60 seconds, missing data treated as missing.
     *
     * @param name the alarm's name
     * @param comparison how values are compared with the threshold
     * @param threshold the threshold
     * @return the alarm, to be refined with the other methods
     */
    public static MetricAlarm when(String name, Comparison comparison, double threshold) {
        return new MetricAlarm(name, comparison, threshold, Duration.ofSeconds(60), 1, OptionalInt.empty(),
                MissingData.MISSING, LowSamples.EVALUATE, Optional.empty(), Optional.empty());
    }

    /**
     * With another period.
     *
     * @param length length of a period
     * @return the alarm
     */
    public MetricAlarm every(Duration length) {
        return new MetricAlarm(name, comparison, threshold, length, evaluationPeriods, datapointsToAlarm, missingData,
                lowSamples, statistic, unit);
    }

    /**
     * With N data points, all of which have to breach.
     *
     * @param n EvaluationPeriods
     * @return the alarm
     */
    public MetricAlarm forAll(int n) {
        return new MetricAlarm(name, comparison, threshold, period, n, OptionalInt.empty(), missingData, lowSamples,
                statistic, unit);
    }

    /**
     * With M of N data points.
     *
     * @param m DatapointsToAlarm
     * @param n EvaluationPeriods
     * @return the alarm
     */
    public MetricAlarm forAny(int m, int n) {
        return new MetricAlarm(name, comparison, threshold, period, n, OptionalInt.of(m), missingData, lowSamples,
                statistic, unit);
    }

    /**
     * With another treatment of missing data.
     *
     * @param treatment how periods without a value are treated
     * @return the alarm
     */
    public MetricAlarm treating(MissingData treatment) {
        return new MetricAlarm(name, comparison, threshold, period, evaluationPeriods, datapointsToAlarm, treatment,
                lowSamples, statistic, unit);
    }

    /**
     * On a statistic of one metric.
     *
     * @param of the statistic
     * @param few what to do with too few samples, when the statistic is a percentile
     * @return the alarm
     */
    public MetricAlarm on(Statistic of, LowSamples few) {
        return new MetricAlarm(name, comparison, threshold, period, evaluationPeriods, datapointsToAlarm, missingData,
                few,
                Optional.of(of), unit);
    }

    /**
     * On data of one unit.
     *
     * @param name the unit, such as {@code Seconds}
     * @return the alarm
     */
    public MetricAlarm in(String name) {
        return new MetricAlarm(this.name, comparison, threshold, period, evaluationPeriods, datapointsToAlarm,
                missingData, lowSamples, statistic, Optional.of(name));
    }

    /** How many data points have to breach. */
    int m() {
        return datapointsToAlarm.orElse(evaluationPeriods);
    }

    boolean breaches(double value) {
        return comparison.breaches(value, threshold);
    }
}
