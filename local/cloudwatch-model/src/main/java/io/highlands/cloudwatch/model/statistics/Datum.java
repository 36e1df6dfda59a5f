// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.statistics;

import java.time.Instant;

/**
 * What one PutMetricData entry says of one metric.
 *
 * @param time when it was measured
 * @param samples what was measured: a value, values with counts, or a statistic set
 */
public record Datum(Instant time, Distribution samples) {

    /**
     * A single value.
     *
     * @param time when it was measured
     * @param value what was measured
     * @return the datum
     */
    public static Datum of(Instant time, double value) {
        return new Datum(time, Distribution.of(value));
    }
}
