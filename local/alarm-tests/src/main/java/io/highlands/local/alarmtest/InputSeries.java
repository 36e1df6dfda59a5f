// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import java.util.List;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Distribution;

/**
 * What was published of a metric.
 *
 * @param place where the file says it
 * @param metric its name as the file has it, perhaps by role, such as {@code {load balancer}}
 * @param unwatched whether no alarm is to watch it
 * @param values the samples of each interval; an empty distribution where nothing was published
 */
record InputSeries(YamlPart place, MetricName metric, boolean unwatched, List<Distribution> values) {}
