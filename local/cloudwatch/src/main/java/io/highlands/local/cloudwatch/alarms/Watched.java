// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.highlands.cloudwatch.model.search.MetricName;

/** What a metric alarm looks at. */
public sealed interface Watched {

    /** {@return length of a period, the same for all metrics of an expression} */
    Duration period();

    /**
     * A statistic of one metric.
     *
     * @param metric Namespace, MetricName and Dimensions
     * @param statistic Statistic or ExtendedStatistic, such as {@code Average} or {@code p99}
     * @param period Period
     * @param unit Unit: only data of this unit count; empty means of any
     */
    record Metric(MetricName metric, String statistic, Duration period, Optional<String> unit) implements Watched {

        /** {@return whether the statistic is one of the five that AWS calls Statistic, and not an ExtendedStatistic} */
        public boolean basic() {
            return List.of("SampleCount", "Average", "Sum", "Minimum", "Maximum").contains(statistic);
        }
    }

    /**
     * The result of metric math.
     *
     * @param queries Metrics: metrics and expressions, exactly one of which returns data
     * @param period the period of all its metrics
     */
    record Math(List<AlarmQuery> queries, Duration period) implements Watched {

        /** Copies the list. */
        public Math {
            queries = List.copyOf(queries);
        }
    }
}
