// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.highlands.cloudwatch.model.alarm.RecordedMetric;
import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Datum;
import io.highlands.local.cloudwatch.alarms.AlarmDefinition;
import io.highlands.local.cloudwatch.alarms.AlarmMetrics;

/** A test together with the alarms that it names: all names are known, and it can be run. */
final class BoundTest {

    private static final RecordedMetric NOTHING = RecordedMetric.of(List.of());
    private static final int NEAREST = 5;

    private final AlarmTest test;
    private final Map<ExpectedState, AlarmDefinition> named = new LinkedHashMap<>();
    private final Map<String, AlarmDefinition> alarms;
    private final Map<MetricName, RecordedMetric> data = new HashMap<>();

    private BoundTest(AlarmTest test, AlarmSet set) {
        this.test = test;
        test.expected().forEach(expected -> named.put(expected, alarm(expected, set)));
        test.series().forEach(series -> data.put(metric(series, set), recorded(series)));
        this.alarms = set.needed(named.values());
    }

    /**
     * Looks up what a test names.
     *
     * @throws AlarmTestException when there is no such alarm, or none watches a series
     */
    static BoundTest of(AlarmTest test, AlarmSet set) {
        return new BoundTest(test, set);
    }

    AlarmTest test() {
        return test;
    }

    /** {@return the alarms that are evaluated: those that are named, and those that they depend on} */
    Map<String, AlarmDefinition> alarms() {
        return alarms;
    }

    AlarmDefinition alarm(ExpectedState expected) {
        return named.get(expected);
    }

    /** {@return what was published; the unit that an alarm names is not looked at} */
    AlarmMetrics metrics() {
        return (metric, unit, statistic) -> data.getOrDefault(metric, NOTHING);
    }

    private static AlarmDefinition alarm(ExpectedState expected, AlarmSet set) {
        return set.find(expected.alarm()).orElseThrow(() -> expected.place().require("alertname")
                .error("there is no alarm '" + expected.alarm() + "'" + Nearest.of(expected.alarm(), set.names(),
                        NEAREST)));
    }

    private static MetricName metric(InputSeries series, AlarmSet set) {
        MetricName metric = set.named(series.metric());
        if (set.isWatched(metric) == series.unwatched()) {
            throw series.place().error(series.unwatched()
                    ? words(series.metric()) + " is watched by an alarm; allowed: no 'unwatched: true' here"
                    : "no alarm watches " + words(series.metric()) + Nearest.of(words(series.metric()),
                            set.watchedByRole().stream().map(BoundTest::words).toList(), NEAREST)
                            + "; a series that none is to watch says 'unwatched: true'");
        }
        return metric;
    }

    private static String words(MetricName metric) {
        return metric.namespace() + " " + metric.name() + metric.dimensions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey()).map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", ", " {", "}"));
    }

    private RecordedMetric recorded(InputSeries series) {
        List<Datum> published = new ArrayList<>();
        Instant time = test.start();
        for (var samples : series.values()) {
            if (!samples.isEmpty()) {
                published.add(new Datum(time, samples));
            }
            time = time.plus(test.interval());
        }
        return RecordedMetric.of(published);
    }
}
