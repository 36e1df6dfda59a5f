// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Instant;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Distribution;

/**
 * What was measured of one metric at one moment.
 *
 * @param metric the metric
 * @param time when; kept to the second, or to the minute where the resolution is 60
 * @param samples what was measured
 * @param unit one of CloudWatch's units, see {@link Unit}
 * @param resolutionSeconds 1 for a high-resolution metric, 60 for a standard one (API_MetricDatum, StorageResolution)
 */
public record Sample(MetricName metric, Instant time, Distribution samples, String unit, int resolutionSeconds) {

    /** Refuses an unknown unit and a resolution that is neither 1 nor 60. */
    public Sample {
        if (!Unit.exists(unit)) {
            throw new IllegalArgumentException("'" + unit + "' is not a unit: allowed are " + Unit.names());
        }
        if (resolutionSeconds != 1 && resolutionSeconds != 60) {
            throw new IllegalArgumentException("A resolution is 1 or 60 seconds, not " + resolutionSeconds);
        }
    }

    /**
     * One value of a high-resolution metric.
     *
     * @param metric the metric
     * @param time when it was measured
     * @param value what was measured
     * @param unit its unit
     * @return the sample
     */
    public static Sample of(MetricName metric, Instant time, double value, String unit) {
        return new Sample(metric, time, Distribution.of(value), unit, 1);
    }
}
