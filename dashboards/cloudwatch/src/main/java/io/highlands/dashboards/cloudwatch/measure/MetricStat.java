// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.measure;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;

import io.highlands.telemetry.Series;

/**
 * One statistic of one CloudWatch metric.
 *
 * @param namespace
 *            its namespace
 * @param name
 *            its name
 * @param dimensions
 *            all of its dimensions; CloudWatch finds nothing under some of them
 * @param statistic
 *            CloudWatch's name of the statistic: {@code Sum}, {@code p99}
 * @param period
 *            over what it is gathered, a multiple of 60 s
 * @param label
 *            what it is called on a dashboard
 */
public record MetricStat(String namespace, String name, SequencedMap<String, String> dimensions, String statistic,
        Duration period, String label) implements Measure {

    /** How often AWS publishes, and what everything is gathered over unless it says otherwise. */
    public static final Duration MINUTE = Duration.ofMinutes(1);

    public MetricStat {
        dimensions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(dimensions));
        if (period.toSeconds() <= 0 || period.toSeconds() % MINUTE.toSeconds() != 0) {
            throw new IllegalArgumentException(
                    "period of %s is %d s, allowed are multiples of 60".formatted(name, period.toSeconds()));
        }
    }

    /**
     * A statistic of a declared metric, over minutes.
     *
     * @param series
     *            what is measured, and of what
     * @param environment
     *            names the platform's own namespace
     * @param statistic
     *            CloudWatch's name of the statistic
     * @param label
     *            what it is called on a dashboard
     */
    public static MetricStat of(Series series, String environment, String statistic, String label) {
        return new MetricStat(series.namespace(environment), series.metric().name(), series.dimensions(), statistic,
                MINUTE, label);
    }

    @Override
    public MetricStat labelled(String other) {
        return new MetricStat(namespace, name, dimensions, statistic, period, other);
    }

    @Override
    public MetricStat over(Duration other) {
        return new MetricStat(namespace, name, dimensions, statistic, other, label);
    }

    /** The same metric's other statistic. */
    public MetricStat as(String other) {
        return new MetricStat(namespace, name, dimensions, other, period, label);
    }

    /** Whether both ask CloudWatch for the same numbers, whatever they are called. */
    boolean sameAs(MetricStat other) {
        return labelled("").equals(other.labelled(""));
    }

    @Override
    public IMetric metric() {
        return Metric.Builder.create().namespace(namespace).metricName(name).dimensionsMap(dimensions)
                .statistic(statistic).period(software.amazon.awscdk.Duration.seconds(period.toSeconds())).label(label)
                .build();
    }
}
