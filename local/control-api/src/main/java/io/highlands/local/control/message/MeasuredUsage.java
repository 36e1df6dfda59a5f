// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What AWS would bill of the running platform's telemetry, counted from what it really publishes: the response to
 * {@code GET /cost}.
 *
 * @param namespace the namespace of the custom metrics
 * @param customMetrics how many custom metrics each service published in the last ten minutes, by service
 * @param alarmMetrics the metrics in the templates' alarms; an alarm on metric math is billed for each of its metrics
 * @param compositeAlarms the templates' composite alarms
 * @param dashboards the templates' dashboards
 */
public record MeasuredUsage(String namespace, Map<String, Integer> customMetrics, long alarmMetrics,
        long compositeAlarms, long dashboards) {

    /** Copies the map, sorted by service. */
    public MeasuredUsage {
        customMetrics = Collections.unmodifiableMap(new TreeMap<>(customMetrics));
    }
}
