// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.highlands.cloudwatch.model.search.MetricName;

/** The labels that CloudWatch gives to metrics that have none: what tells them apart from the widget's others. */
final class Labels {

    private Labels() {
    }

    static String of(MetricRow row, List<MetricRow> rows) {
        MetricName metric = row.metric().orElseThrow();
        List<MetricRow> others = rows.stream().filter(other -> other.visible() && other.metric().isPresent()).toList();
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, String> dimension : new TreeMap<>(metric.dimensions()).entrySet()) {
            if (others.stream().anyMatch(other -> !dimension.getValue()
                    .equals(other.metric().orElseThrow().dimensions().get(dimension.getKey())))) {
                parts.add(dimension.getValue());
            }
        }
        Set<String> names = new HashSet<>();
        others.forEach(other -> names.add(other.metric().orElseThrow().name()));
        if (parts.isEmpty() || names.size() > 1) {
            parts.add(metric.name());
        }
        if (others.stream().anyMatch(other -> !other.statistic().equals(row.statistic()))) {
            parts.add(row.statistic());
        }
        return String.join(" ", parts);
    }
}
