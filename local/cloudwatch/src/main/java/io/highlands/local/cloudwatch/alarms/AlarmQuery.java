// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.util.Optional;

/**
 * One entry of the {@code Metrics} of an alarm on metric math: a metric or an expression.
 *
 * @param id Id
 * @param metric MetricStat; empty for an expression
 * @param expression Expression; empty for a metric
 * @param label Label, if one was given
 * @param returnData ReturnData: whether this is the entry that is watched; true for exactly one
 */
public record AlarmQuery(String id, Optional<Watched.Metric> metric, Optional<String> expression,
        Optional<String> label, boolean returnData) {}
