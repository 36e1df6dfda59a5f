// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

/**
 * {@code StatisticValues} of PutMetricData as a request has them; null is absent.
 *
 * @param sampleCount how many samples
 * @param sum their sum
 * @param minimum the lowest
 * @param maximum the highest
 */
public record StatisticSet(Double sampleCount, Double sum, Double minimum, Double maximum) {}
