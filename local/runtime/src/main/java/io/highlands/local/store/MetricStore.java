// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.statistics.Aggregation;
import io.highlands.cloudwatch.model.statistics.Datum;

/** The metrics of the store. */
public final class MetricStore {

    private final Map<MetricName, List<Sample>> samples = new TreeMap<>(Comparator.comparing(MetricName::toString));

    MetricStore() {
    }

    /**
     * Takes samples. They can be read at once, and are on disk within a second.
     *
     * @param batch the samples
     * @return false when nothing of the batch was taken, because the store is behind with writing: the caller may try again
     * @throws StoreException when there would be too many metrics; nothing of the batch was taken
     */
    public synchronized boolean put(List<Sample> batch) {
        batch.forEach(sample -> samples.computeIfAbsent(sample.metric(), name -> new ArrayList<>()).add(sample));
        return true;
    }

    /**
     * Every metric that has data within the retention.
     *
     * @param namespace the namespace wanted; empty means all
     * @return the metrics by namespace, name and dimensions
     */
    public synchronized List<MetricName> names(Optional<String> namespace) {
        return samples.keySet().stream().filter(name -> namespace.map(name.namespace()::equals).orElse(true)).toList();
    }

    /**
     * The time of a metric's latest sample.
     *
     * @param metric the metric
     * @return the time, empty for an unknown metric
     */
    public synchronized Optional<Instant> lastSeen(MetricName metric) {
        return samples.getOrDefault(metric, List.of()).stream().map(Sample::time).max(Comparator.naturalOrder());
    }

    /**
     * Reads samples.
     *
     * @param metrics which metrics
     * @param range the periods
     * @param detail what of the samples is needed
     * @param unit only data of this unit; empty means any
     * @return the samples of every metric asked for, in that order, also where there are none
     */
    public synchronized Map<MetricName, Aggregation> read(Collection<MetricName> metrics, Range range, Detail detail,
            Optional<String> unit) {
        Map<MetricName, Aggregation> all = new LinkedHashMap<>();
        metrics.forEach(metric -> all.put(metric,
                Aggregation.of(range, samples.getOrDefault(metric, List.of()).stream()
                        .filter(sample -> unit.map(sample.unit()::equals).orElse(true))
                        .map(sample -> new Datum(sample.time(), sample.samples())).toList())));
        return all;
    }
}
