// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.util.List;
import java.util.Set;

/**
 * A metric that AWS publishes, as its page says.
 *
 * @param namespace such as {@code AWS/ECS}
 * @param name the metric's name
 * @param unit its unit
 * @param dimensions the sets of dimensions under which it is published, all at once
 */
public record AwsMetric(String namespace, String name, String unit, List<Set<String>> dimensions) {}
