// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.alarms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.MetricSource;
import io.highlands.cloudwatch.model.alarm.RecordedMetric;
import io.highlands.cloudwatch.model.alarm.Timeline;
import io.highlands.cloudwatch.model.alarm.Transition;
import io.highlands.cloudwatch.model.statistics.Datum;
import io.highlands.cloudwatch.model.statistics.Distribution;

/**
 * Made-up hours of an environment, minute by minute, and what its alarms make of them. A series is written as
 * {@code 100x60 -x10 5}: a hundred in each of sixty minutes, nothing for ten, five. {@code 20@0.3+5@2} is twenty
 * samples of 0.3 and five of 2 in a minute.
 */
final class Story {

    static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    private final TemplateAlarms alarms;
    private final Map<String, MetricSource> series = new HashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> unasked = new HashSet<>();
    private int minutes;

    Story(String environment) {
        this(TemplateAlarms.of(environment));
    }

    Story(TemplateAlarms alarms) {
        this.alarms = alarms;
    }

    /** What was published, from the beginning, and no alarm may ask for. */
    Story withUnasked(String name, String values) {
        unasked.add(name);
        return with(name, values);
    }

    /** What was published, from the beginning. */
    Story with(String name, String values) {
        List<Datum> data = new ArrayList<>();
        int minute = 0;
        for (String word : values.split(" ")) {
            String[] parts = word.split("x");
            for (int left = parts.length == 1 ? 1 : Integer.parseInt(parts[1]); left > 0; left--) {
                if (!parts[0].equals("-")) {
                    data.add(new Datum(minute(minute), samples(parts[0])));
                }
                minute++;
            }
        }
        minutes = Math.max(minutes, minute);
        series.put(name, RecordedMetric.of(data));
        return this;
    }

    Timeline play() {
        Timeline timeline = ModelAlarms.replay(alarms, name -> {
            asked.add(name);
            return series.getOrDefault(name, RecordedMetric.of(List.of()));
        }).between(START, minute(minutes));
        Set<String> unheard = new TreeSet<>(series.keySet());
        unheard.removeAll(asked);
        unheard.removeAll(unasked);
        if (!unheard.isEmpty()) {
            throw new AssertionError("no alarm asks for " + unheard + ", but for " + asked);
        }
        return timeline;
    }

    /** Short names of the alarms in ALARM at the end that are told or roll back, and not parts of others. */
    List<String> standing(Timeline timeline) {
        return alarms.toRespondTo().map(TemplateAlarms::name)
                .filter(name -> timeline.states().get(name) == AlarmState.ALARM).map(this::brief).sorted().toList();
    }

    /** Short names of the same at a moment. */
    List<String> stoodAt(Timeline timeline, Instant moment) {
        return stoodBetween(timeline, moment, moment);
    }

    /** Short names of those that were in ALARM at some moment between two, both included. */
    List<String> stoodBetween(Timeline timeline, Instant from, Instant until) {
        return alarms.toRespondTo().map(TemplateAlarms::name).filter(name -> stood(timeline.of(name), from, until))
                .map(this::brief).sorted().toList();
    }

    private static boolean stood(List<Transition> transitions, Instant from, Instant until) {
        boolean before = false;
        for (Transition change : transitions) {
            if (change.at().isAfter(until)) {
                break;
            }
            boolean stands = change.to() == AlarmState.ALARM;
            if (stands && !change.at().isBefore(from)) {
                return true;
            }
            before = change.at().isAfter(from) ? before : stands;
        }
        return before;
    }

    /** Short names of the alarms that told somebody, in order of time. */
    List<String> told(Timeline timeline) {
        Set<String> told = new LinkedHashSet<>(alarms.toRespondTo()
                .filter(alarm -> alarm.has("AlarmActions")).map(TemplateAlarms::name).toList());
        return timeline.fired().stream().filter(told::contains).map(this::brief).toList();
    }

    /** The minute, counted from 0, at whose beginning the alarm first was in ALARM; -1 when it never was. */
    long firstStood(Timeline timeline, String alarm) {
        return timeline.first("highlands-" + alarms.environment() + "-" + alarm, AlarmState.ALARM)
                .map(at -> Duration.between(START, at).toMinutes()).orElse(-1L);
    }

    static Instant minute(int number) {
        return START.plus(Duration.ofMinutes(number));
    }

    private String brief(String name) {
        return name.substring(("highlands-" + alarms.environment() + "-").length());
    }

    private static Distribution samples(String word) {
        return Distribution.merge(Stream.of(word.split("\\+")).map(Story::equal).toList());
    }

    private static Distribution equal(String word) {
        String[] parts = word.split("@");
        return parts.length == 1
                ? Distribution.of(Double.parseDouble(word))
                : Distribution.of(new double[]{Double.parseDouble(parts[1])},
                        new double[]{Double.parseDouble(parts[0])});
    }
}
