// SPDX-License-Identifier: Apache-2.0
/** CloudWatch's operations on metrics, over {@link io.highlands.local.cloudwatch.metrics.MetricService}. */
package io.highlands.local.aws.operations.metrics;
