// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** The ids that metrics have in one widget or alarm: the same numbers one id, different numbers different ids. */
public final class MetricIds {

    private final SequencedMap<String, MetricStat> metrics = new LinkedHashMap<>();

    /** The id of the metric, which is the wish unless another metric has it: then a number follows. */
    public String idOf(MetricStat wanted, String wish) {
        return metrics.entrySet().stream().filter(entry -> entry.getValue().sameAs(wanted)).map(Map.Entry::getKey)
                .findFirst().orElseGet(() -> add(wanted, wish));
    }

    private String add(MetricStat added, String wish) {
        String id = wish;
        for (int number = 2; metrics.containsKey(id); number++) {
            id = wish + number;
        }
        metrics.put(id, added);
        return id;
    }

    /** The metrics by id, in the order in which they were asked for. */
    public SequencedMap<String, MetricStat> metrics() {
        return Collections.unmodifiableSequencedMap(metrics);
    }
}
