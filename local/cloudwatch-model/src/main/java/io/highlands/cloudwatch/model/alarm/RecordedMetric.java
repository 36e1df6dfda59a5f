// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.statistics.Aggregation;
import io.highlands.cloudwatch.model.statistics.Datum;

/** A metric that was recorded, or made up, and is now replayed: each datum becomes known as late as it did then. */
public final class RecordedMetric implements MetricSource {

    private static final Comparator<Datum> BY_TIME = Comparator.comparing(Datum::time);

    private final List<Datum> data;

    private final Duration delay;

    private RecordedMetric(List<Datum> data, Duration delay) {
        this.data = data;
        this.delay = delay;
    }

    /**
     * A metric whose data are known at once.
     *
     * @param data what was published, in any order
     * @return the metric
     */
    public static RecordedMetric of(List<Datum> data) {
        List<Datum> sorted = new ArrayList<>(data);
        sorted.sort(BY_TIME);
        return new RecordedMetric(List.copyOf(sorted), Duration.ZERO);
    }

    /**
     * A metric with one sample per value of a series.
     *
     * @param series the samples
     * @return the metric
     */
    public static RecordedMetric of(TimeSeries series) {
        return of(series.points().stream().map(point -> Datum.of(point.time(), point.value())).toList());
    }

    /**
     * The same metric, each datum of which becomes known later.
     *
     * @param by time from measurement until CloudWatch has it
     * @return the metric
     */
    public RecordedMetric delayed(Duration by) {
        return new RecordedMetric(data, by);
    }

    @Override
    public Aggregation read(Range range, Instant now) {
        Instant known = now.minus(delay);
        int from = firstFrom(range.start());
        int until = firstFrom(range.end());
        List<Datum> wanted = data.subList(from, until);
        if (!wanted.isEmpty() && wanted.getLast().time().isAfter(known)) {
            wanted = wanted.stream().filter(datum -> !datum.time().isAfter(known)).toList();
        }
        return Aggregation.of(range, wanted);
    }

    private int firstFrom(Instant time) {
        int index = Collections.binarySearch(data, Datum.of(time, 0), BY_TIME);
        int first = index < 0 ? -index - 1 : index;
        while (first > 0 && !data.get(first - 1).time().isBefore(time)) {
            first--;
        }
        return first;
    }
}
