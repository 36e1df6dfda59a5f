// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.MetricSource;
import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Statistic;

/** Where alarms find the samples of metrics. */
@FunctionalInterface
public interface AlarmMetrics {

    /**
     * {@return the samples of a metric, those that will come included}
     *
     * @param metric the metric
     * @param unit only data of this unit; empty means of any
     * @param statistic what will be asked of the samples, which says how much has to be read
     */
    MetricSource source(MetricName metric, Optional<String> unit, Statistic statistic);
}
