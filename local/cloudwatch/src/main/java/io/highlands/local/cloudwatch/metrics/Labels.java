// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.highlands.cloudwatch.model.search.MetricName;

/**
 * What series are called when nobody has named them: the metric's name and, before it, the dimension values in which they
 * differ from the others.
 */
final class Labels {

    private Labels() {
    }

    /** A label for each metric of one answer. */
    static Map<MetricName, String> of(Collection<MetricName> metrics) {
        Set<MetricName> all = new LinkedHashSet<>(metrics);
        Map<MetricName, String> labels = HashMap.newHashMap(all.size());
        boolean oneName = all.stream().map(MetricName::name).distinct().count() == 1;
        Set<String> telling = telling(all);
        for (MetricName metric : all) {
            List<String> parts = new ArrayList<>();
            telling.forEach(dimension -> {
                if (metric.dimensions().containsKey(dimension)) {
                    parts.add(metric.dimensions().get(dimension));
                }
            });
            if (!oneName || parts.isEmpty()) {
                parts.add(metric.name());
            }
            labels.put(metric, String.join(" ", parts));
        }
        return labels;
    }

    /**
     * A label for each metric with its statistic and period. What would have the same label is told apart by statistic and
     * period, where they differ, as recorded in localstack/localstack's {@code test_label_generation}: "metric1 Sum 60".
     */
    static Map<MetricStat, String> ofStats(Collection<MetricStat> stats) {
        Map<MetricName, String> names = of(stats.stream().map(MetricStat::metric).toList());
        Map<String, List<MetricStat>> same = stats.stream().distinct()
                .collect(Collectors.groupingBy(stat -> names.get(stat.metric())));
        Map<MetricStat, String> labels = HashMap.newHashMap(stats.size());
        same.forEach((label, alike) -> {
            boolean statistics = alike.stream().map(MetricStat::stat).distinct().count() > 1;
            boolean periods = alike.stream().map(MetricStat::period).distinct().count() > 1;
            alike.forEach(stat -> labels.put(stat,
                    label + (statistics ? " " + stat.stat() : "") + (periods ? " " + stat.period() : "")));
        });
        return labels;
    }

    /** The dimensions in which the metrics differ, by name. */
    private static Set<String> telling(Set<MetricName> metrics) {
        Set<String> names = new TreeSet<>();
        metrics.forEach(metric -> names.addAll(metric.dimensions().keySet()));
        names.removeIf(
                name -> metrics.stream().map(metric -> metric.dimensions().getOrDefault(name, "")).distinct()
                        .count() < 2);
        return names;
    }
}
