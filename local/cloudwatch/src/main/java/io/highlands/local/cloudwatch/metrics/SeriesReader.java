// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.statistics.Aggregation;
import io.highlands.cloudwatch.model.statistics.Statistic;
import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.store.Detail;
import io.highlands.local.store.MetricStore;

/** Reads many metrics in as few steps as the store and the memory allow. */
final class SeriesReader {

    /** Periods that one step sums up, over all its metrics: about 10 MiB. */
    private static final int CELLS = 300_000;

    /** Periods that one request can ask for, over all its metrics: about 32 MiB when all have data. */
    private static final int MOST = 2_000_000;

    private final MetricStore store;

    private long asked;

    SeriesReader(MetricStore store) {
        this.store = store;
    }

    /** What is read in one step. */
    private record Step(Range range, Detail detail, Optional<String> unit) {}

    /**
     * A metric as it was read.
     *
     * @param series its values, of one unit
     * @param units the units of its data in the range, the one that was kept first; empty without data
     */
    record Read(TimeSeries series, List<String> units) {}

    List<MetricName> names() {
        return store.names(Optional.empty());
    }

    Map<MetricStat, Read> read(List<MetricStat> stats, Function<MetricStat, Range> ranges) {
        Map<Step, List<MetricStat>> steps = new LinkedHashMap<>();
        for (MetricStat stat : stats.stream().distinct().toList()) {
            Range range = ranges.apply(stat);
            asked += range.periods();
            if (asked > MOST) {
                throw CloudWatchException.validation("The request asks for more than " + MOST
                        + " data points: use longer periods, less time or fewer metrics.");
            }
            Detail detail = Statistic.parse(stat.stat()).needsValues() ? Detail.VALUES : Detail.SUMMARY;
            steps.computeIfAbsent(new Step(range, detail, stat.unit()), key -> new ArrayList<>()).add(stat);
        }
        Map<MetricStat, Read> series = new HashMap<>();
        steps.forEach((step, all) -> read(step, all, series));
        return series;
    }

    private void read(Step step, List<MetricStat> stats, Map<MetricStat, Read> series) {
        int atOnce = Math.max(1, CELLS / Math.max(1, step.range().periods()));
        for (int from = 0; from < stats.size(); from += atOnce) {
            List<MetricStat> some = stats.subList(from, Math.min(stats.size(), from + atOnce));
            Map<MetricName, Map<String, Aggregation>> samples = store.readUnits(
                    some.stream().map(MetricStat::metric).toList(),
                    step.range(), step.detail(), step.unit());
            for (MetricStat stat : some) {
                Map<String, Aggregation> units = samples.get(stat.metric());
                Aggregation kept = units.values().stream().findFirst()
                        .orElseGet(() -> Aggregation.of(step.range(), List.of()));
                series.put(stat, new Read(kept.series(stat.metric().name(), Statistic.parse(stat.stat())),
                        List.copyOf(units.keySet())));
            }
        }
    }
}
