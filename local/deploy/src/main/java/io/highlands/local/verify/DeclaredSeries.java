// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.verify;

import io.highlands.cloudwatch.model.search.MetricName;

/**
 * A metric that a dashboard or an alarm uses.
 *
 * @param metric the metric
 * @param where who uses it, in words
 */
record DeclaredSeries(MetricName metric, String where) {}
