// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.Comparison;
import io.highlands.cloudwatch.model.alarm.CompositeAlarm;
import io.highlands.cloudwatch.model.alarm.CompositeRule;
import io.highlands.cloudwatch.model.alarm.MissingData;
import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Aggregation;
import io.highlands.cloudwatch.model.statistics.Datum;

/** An alarm service with a clock that is moved by hand and metrics that are written by hand. */
final class AlarmKit {

    static final String TOPIC = "arn:aws:sns:eu-west-1:000000000000:page";
    static final MetricName ERRORS = new MetricName("Test", "Errors", Map.of("Service", "a"));

    private final Map<MetricName, List<Datum>> data = new TreeMap<>(
            (one, other) -> one.toString().compareTo(other.toString()));
    private final AlarmMemory memory = new InMemoryAlarms();
    private Instant now = Instant.parse("2026-01-05T12:00:15Z");

    AlarmService service(int timeScale) {
        return new AlarmService(new AlarmOptions("eu-west-1", "000000000000", timeScale, this::now),
                (metric, unit, statistic) -> (range, at) -> Aggregation.of(range, data.getOrDefault(metric, List.of())),
                memory);
    }

    /** What is kept of alarms, to write into it what no service wrote. */
    AlarmMemory memory() {
        return memory;
    }

    void put(MetricName metric, double value) {
        data.computeIfAbsent(metric, name -> new ArrayList<>()).add(Datum.of(now, value));
    }

    void pass(AlarmService service, Duration time) {
        for (Instant end = now.plus(time); now.isBefore(end);) {
            now = now.plusSeconds(1);
            service.tick();
        }
    }

    Instant now() {
        return now;
    }

    static MetricAlarmDefinition alarm(String name, Origin origin, int seconds, int periods) {
        return new MetricAlarmDefinition(name, "", new AlarmActions(true, List.of(TOPIC), List.of(), List.of()), origin,
                new Watched.Metric(ERRORS, "Sum", Duration.ofSeconds(seconds), Optional.empty()), Comparison.GREATER, 5,
                periods, OptionalInt.empty(), Optional.of(MissingData.NOT_BREACHING), Optional.empty());
    }

    static MetricAlarmDefinition alarm(String name) {
        return alarm(name, Origin.API, 60, 1);
    }

    static CompositeAlarmDefinition composite(String name, String rule) {
        return new CompositeAlarmDefinition(name, "", new AlarmActions(true, List.of(TOPIC), List.of(), List.of()),
                Origin.API, CompositeRule.parse(rule), Optional.empty());
    }

    static CompositeAlarmDefinition suppressed(String name, String rule, String suppressor, int wait, int extension) {
        return new CompositeAlarmDefinition(name, "", new AlarmActions(true, List.of(TOPIC), List.of(), List.of()),
                Origin.API, CompositeRule.parse(rule), Optional.of(new CompositeAlarm.Suppressor(suppressor,
                        Duration.ofSeconds(wait), Duration.ofSeconds(extension))));
    }

    static AlarmState state(AlarmService service, String name) {
        return service.find(name).orElseThrow().state();
    }

    static List<String> summaries(AlarmService service, String name) {
        return service.history(HistoryFilter.of(name)).reversed().stream().map(HistoryItem::summary).toList();
    }
}
