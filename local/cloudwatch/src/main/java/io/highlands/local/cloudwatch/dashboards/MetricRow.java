// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.Optional;

import io.highlands.cloudwatch.model.search.MetricName;

/**
 * A metric or an expression of a widget, with everything that it inherits from the widget or from the row above filled in.
 *
 * @param id by which expressions use it; made up where the body gives none
 * @param metric the metric, empty for an expression
 * @param expression the metric math, empty for a metric
 * @param label as the body gives it, with dynamic parts such as {@code ${LAST}}; empty without one
 * @param colour as the body gives it, empty without one
 * @param statistic such as {@code Sum} or {@code p99} (default {@code Average})
 * @param period in seconds: the row's, else the widget's, else 300; of an expression over
 *        metrics 0 where the row gives none: that of its metrics
 * @param visible whether it is drawn (default true)
 * @param side the axis it belongs to
 */
public record MetricRow(String id, Optional<MetricName> metric, Optional<String> expression, String label,
        String colour, String statistic, int period, boolean visible, Side side) {}
