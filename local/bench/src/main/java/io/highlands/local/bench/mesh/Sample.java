// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.mesh;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one round of load came to.
 *
 * @param p50Micros the median response time in microseconds
 * @param p99Micros the 99th percentile in microseconds
 * @param perSecond answers a second
 */
record Sample(double p50Micros, double p99Micros, double perSecond) {

    static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
        double[] sorted = samples.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
