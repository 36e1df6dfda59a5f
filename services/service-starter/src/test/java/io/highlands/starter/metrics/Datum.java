// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One datum of a PutMetricData request, as it came over the wire. */
record Datum(String namespace, String name, Map<String, String> dimensions, double epochSeconds, String unit,
        double resolution, Map<Double, Double> counts) {

    @SuppressWarnings("unchecked")
    static Datum of(String namespace, Map<String, Object> wire) {
        Map<String, String> dimensions = new TreeMap<>();
        for (Map<String, String> dimension : (List<Map<String, String>>) wire.get("Dimensions")) {
            dimensions.put(dimension.get("Name"), dimension.get("Value"));
        }
        Map<Double, Double> counts = new LinkedHashMap<>();
        if (wire.containsKey("Value")) {
            counts.put((Double) wire.get("Value"), 1.0);
        } else {
            List<Double> values = (List<Double>) wire.get("Values");
            List<Double> times = (List<Double>) wire.get("Counts");
            for (int i = 0; i < values.size(); i++) {
                counts.put(values.get(i), times.get(i));
            }
        }
        return new Datum(namespace, (String) wire.get("MetricName"), dimensions, (Double) wire.get("Timestamp"),
                (String) wire.get("Unit"), (Double) wire.get("StorageResolution"), counts);
    }

    /** Name and dimensions: what is billed. */
    String series() {
        return name + dimensions;
    }

    double sum() {
        return counts.entrySet().stream().mapToDouble(e -> e.getKey() * e.getValue()).sum();
    }

    double sampleCount() {
        return counts.values().stream().mapToDouble(c -> c).sum();
    }
}
