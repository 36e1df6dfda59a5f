// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.util.Map;

import io.highlands.telemetry.Series;
import io.highlands.telemetry.Unit;

/**
 * What one series comes to in one step.
 *
 * @param name of the metric
 * @param dimensions by name
 * @param unit of the values
 * @param counts how often each value occurred; never empty
 */
record Reading(String name, Map<String, String> dimensions, Unit unit, Map<Double, Long> counts) {

    static Reading of(Series series, double value) {
        return of(series, Map.of(value, 1L));
    }

    static Reading of(Series series, Map<Double, Long> counts) {
        return new Reading(series.metric().name(), series.dimensions(), series.metric().unit(), counts);
    }
}
