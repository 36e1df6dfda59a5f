// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.highlands.cloudwatch.model.alarm.RecordedMetric;
import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Datum;
import io.highlands.cloudwatch.model.statistics.Statistic;

/**
 * Hours of what the running platform has published, as they would have passed in AWS: each step is as many times longer as
 * time passes faster here.
 */
final class PublishedMetrics {

    /** How many steps one request reads: three hours of ten seconds. */
    private static final int AT_ONCE = 1080;

    private final Instant start;
    private final Duration step;
    private final int timeScale;
    private final Map<MetricName, TreeMap<Integer, Bucket>> series = new HashMap<>();

    private PublishedMetrics(Instant start, Duration step, int timeScale) {
        this.start = start;
        this.step = step;
        this.timeScale = timeScale;
    }

    /**
     * A stretch of AWS's time in which the platform was up.
     *
     * @param from the beginning of its first step with data
     * @param to the end of its last one
     */
    record Stretch(Instant from, Instant to) {}

    static PublishedMetrics read(Recorder recorder, Instant from, Instant until, int timeScale) {
        Duration step = Duration.ofSeconds(Recorder.step(timeScale));
        Instant start = Instant.ofEpochSecond(from.getEpochSecond()
                - Math.floorMod(from.getEpochSecond(), step.toSeconds()));
        PublishedMetrics published = new PublishedMetrics(start, step, timeScale);
        int steps = Math.toIntExact(Duration.between(start, until).dividedBy(step));
        // A recording has two steps at least
        for (int first = 0; first + 1 < steps; first += AT_ONCE) {
            Instant begin = start.plus(step.multipliedBy(first));
            published.add(first, recorder.record(begin, begin.plus(step),
                    start.plus(step.multipliedBy(Math.min(steps, first + AT_ONCE))), timeScale));
        }
        return published;
    }

    private void add(int first, Recording recording) {
        recording.series().forEach(one -> one.buckets().forEach((index, bucket) -> series
                .computeIfAbsent(one.metric(), name -> new TreeMap<>()).put(first + index, bucket)));
    }

    /** {@return the moment of AWS's time at which a step begins} */
    private Instant aws(int index) {
        return start.truncatedTo(ChronoUnit.MINUTES).plus(step.multipliedBy((long) index * timeScale));
    }

    /** {@return a moment of AWS's time by this machine's clock} */
    Instant local(Instant aws) {
        return start.plus(Duration.between(aws(0), aws).dividedBy(timeScale));
    }

    /** {@return the stretches with data, where nothing at all for longer than {@code down} parts them} */
    List<Stretch> stretches(Duration down) {
        TreeSet<Integer> steps = new TreeSet<>();
        series.values().forEach(buckets -> steps.addAll(buckets.keySet()));
        List<Stretch> stretches = new ArrayList<>();
        Integer first = null;
        Integer last = null;
        for (Integer index : steps) {
            if (first == null || Duration.between(aws(last + 1), aws(index)).compareTo(down) > 0) {
                add(stretches, first, last);
                first = index;
            }
            last = index;
        }
        add(stretches, first, last);
        return stretches;
    }

    private void add(List<Stretch> stretches, Integer first, Integer last) {
        if (first != null) {
            stretches.add(new Stretch(aws(first), aws(last + 1)));
        }
    }

    /** {@return a metric by role, with samples that the statistic can be told of} */
    RecordedMetric metric(MetricName role, Statistic statistic) {
        return RecordedMetric.of(series.getOrDefault(role, new TreeMap<>()).entrySet().stream()
                .map(entry -> new Datum(aws(entry.getKey()), entry.getValue().samples(statistic))).toList());
    }
}
