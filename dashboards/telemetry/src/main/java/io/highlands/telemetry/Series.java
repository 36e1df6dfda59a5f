// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A metric of something in particular; what CloudWatch bills as one custom metric. Made by {@link Metric#with}.
 *
 * @param metric what is measured
 * @param values a value per dimension, of one of the metric's dimension sets
 */
public record Series(Metric metric, Map<Dimension, String> values) {

    public Series {
        values = Map.copyOf(values);
    }

    /** The dimensions as CloudWatch names them, in the order of their declaration. */
    public SequencedMap<String, String> dimensions() {
        var named = new LinkedHashMap<String, String>();
        new TreeMap<>(values).forEach((dimension, value) -> named.put(dimension.cloudWatchName(), value));
        return named;
    }

    /** The namespace in an environment. */
    public String namespace(String environment) {
        return metric.source().namespace(environment);
    }
}
