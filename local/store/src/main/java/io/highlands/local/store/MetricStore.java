// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.statistics.Aggregation;

/** Writes and reads samples of metrics. */
public final class MetricStore {

    /** Room for a day of one-minute data of about 1,000 counts, or of 30 latencies with all their values. */
    private static final long HOURS_BYTES = 16L << 20;

    private final Intake intake;

    private final SeriesIndex index;

    private final RecentSamples recent;

    private final Opening opening;

    private final HourCache hours = new HourCache(HOURS_BYTES);

    MetricStore(Memory memory, Opening opening) {
        this.intake = memory.intake();
        this.index = memory.series();
        this.recent = memory.recent();
        this.opening = opening;
    }

    /**
     * Takes samples. They can be read at once, and are on disk within a second.
     *
     * @param batch the samples
     * @return false when nothing of the batch was taken, because the store is behind with writing: the caller may try again
     * @throws StoreException when there would be too many metrics; nothing of the batch was taken
     */
    public boolean put(List<Sample> batch) {
        synchronized (intake) {
            try {
                index.require(batch);
            } catch (StoreException e) {
                intake.drop(batch.size());
                throw e;
            }
            if (!intake.hasRoom(Lane.SIGNALS, batch.size(), batch.size())) {
                return false;
            }
            List<SampleRow> rows = new ArrayList<>(batch.size());
            for (Sample sample : batch) {
                if (!sample.samples().isEmpty()) {
                    rows.add(SampleRow.of(index.findOrAdd(sample.metric()), sample));
                }
            }
            intake.add(rows);
            rows.forEach(recent::add);
        }
        return true;
    }

    /**
     * Every metric that has data within the retention.
     *
     * @param namespace the namespace wanted; empty means all
     * @return the metrics by namespace, name and dimensions
     */
    public List<MetricName> names(Optional<String> namespace) {
        opening.await();
        List<MetricName> names;
        synchronized (intake) {
            names = index.names();
        }
        return namespace.map(wanted -> names.stream().filter(name -> name.namespace().equals(wanted)).toList())
                .orElse(names);
    }

    /**
     * The time of a metric's latest sample.
     *
     * @param metric the metric
     * @return the time, empty for an unknown metric
     */
    public Optional<Instant> lastSeen(MetricName metric) {
        opening.await();
        synchronized (intake) {
            return Optional.ofNullable(index.find(metric)).map(Series::lastSecond).map(Instant::ofEpochSecond);
        }
    }

    /**
     * Reads samples of one unit.
     *
     * @param metrics which metrics
     * @param range the periods
     * @param detail what of the samples is needed
     * @param unit only data of this unit; empty takes, of the units that the range has, the one that CloudWatch keeps
     * @return the samples of every metric asked for, in that order, also where there are none
     */
    public Map<MetricName, Aggregation> read(Collection<MetricName> metrics, Range range, Detail detail,
            Optional<String> unit) {
        Map<MetricName, Aggregation> all = new LinkedHashMap<>();
        readUnits(metrics, range, detail, unit).forEach((metric, units) -> all.put(metric,
                units.values().stream().findFirst().orElseGet(() -> Aggregation.of(range, List.of()))));
        return all;
    }

    /**
     * Reads samples apart by unit.
     *
     * @param metrics which metrics
     * @param range the periods
     * @param detail what of the samples is needed
     * @param unit only data of this unit; empty means all
     * @return for every metric asked for, in that order, the samples by unit, the one that CloudWatch keeps first; nothing
     *         for a unit without samples
     */
    public Map<MetricName, Map<String, Aggregation>> readUnits(Collection<MetricName> metrics, Range range,
            Detail detail, Optional<String> unit) {
        opening.await();
        MetricRead read = new MetricRead(range, detail, unit);
        synchronized (intake) {
            for (MetricName metric : metrics) {
                Series series = index.find(metric);
                if (series != null) {
                    read.include(series);
                }
            }
            read.remember(recent, intake.flushed());
        }
        read.fromMemory();
        opening.files().ifPresent(files -> read.fromFiles(files, hours));
        Map<MetricName, Map<String, Aggregation>> all = new LinkedHashMap<>();
        metrics.forEach(metric -> all.computeIfAbsent(metric, read::end));
        return all;
    }
}
