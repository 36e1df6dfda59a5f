// SPDX-License-Identifier: Apache-2.0
/**
 * CloudWatch's metrics: the rules by which PutMetricData accepts, and GetMetricData, GetMetricStatistics and ListMetrics
 * answer. Nothing here knows of a wire protocol; {@link io.highlands.local.cloudwatch.metrics.MetricService} is the way in.
 */
package io.highlands.local.cloudwatch.metrics;
