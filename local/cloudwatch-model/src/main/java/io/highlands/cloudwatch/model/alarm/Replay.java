// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs alarms over recorded metrics in virtual time: every evaluation happens at the moment at which it would, and sees
 * only what was known by then.
 */
public final class Replay {

    private final Map<String, Watched> metricAlarms = new LinkedHashMap<>();

    private final List<CompositeAlarm> composites = new ArrayList<>();

    /**
     * Replays a single alarm.
     *
     * @param alarm the alarm
     * @param input its data
     * @param from when it is created, in INSUFFICIENT_DATA
     * @param until when the replay ends, inclusive
     * @return its changes of state
     */
    public static List<Transition> of(MetricAlarm alarm, AlarmInput input, Instant from, Instant until) {
        return new Replay().add(alarm, input).between(from, until).transitions();
    }

    /**
     * Adds a metric alarm.
     *
     * @param alarm the alarm
     * @param input its data
     * @return this replay
     */
    public Replay add(MetricAlarm alarm, AlarmInput input) {
        requireNew(alarm.name());
        metricAlarms.put(alarm.name(), new Watched(alarm, input, EvaluationSchedule.of(alarm)));
        return this;
    }

    /**
     * Adds a composite alarm.
     *
     * @param alarm the alarm
     * @return this replay
     */
    public Replay add(CompositeAlarm alarm) {
        requireNew(alarm.name());
        composites.add(alarm);
        return this;
    }

    private void requireNew(String name) {
        if (metricAlarms.containsKey(name) || composites.stream().anyMatch(alarm -> alarm.name().equals(name))) {
            throw new IllegalArgumentException("Two alarms have the name '" + name + "'");
        }
    }

    /**
     * Runs all alarms.
     *
     * @param from when they are created, in INSUFFICIENT_DATA
     * @param until when the replay ends, inclusive
     * @return what they did
     */
    public Timeline between(Instant from, Instant until) {
        ReplayState state = new ReplayState(metricAlarms.keySet(), CompositeOrder.of(composites), from);
        Map<String, Instant> next = new LinkedHashMap<>();
        metricAlarms.forEach((name, watched) -> next.put(name, watched.schedule().next(from)));
        while (!next.isEmpty()) {
            Instant now = next.values().stream().min(Instant::compareTo).orElseThrow();
            if (now.isAfter(until)) {
                break;
            }
            state.releaseBefore(now);
            next.forEach((name, at) -> {
                if (at.equals(now)) {
                    metricAlarms.get(name).evaluate(state, now);
                }
            });
            next.replaceAll((name, at) -> at.equals(now) ? metricAlarms.get(name).schedule().next(now) : at);
            state.settle(now);
            state.release(now);
        }
        return state.end(until);
    }

    /**
     * A metric alarm with its data and its times.
     *
     * @param alarm the alarm
     * @param input its data
     * @param schedule when it is evaluated
     */
    private record Watched(MetricAlarm alarm, AlarmInput input, EvaluationSchedule schedule) {

        void evaluate(ReplayState state, Instant now) {
            List<AlarmPoint> points = input.read(AlarmEvaluator.range(alarm, schedule.boundary(now)), now);
            Evaluation evaluation = AlarmEvaluator.evaluate(alarm, state.of(alarm.name()), points, now);
            evaluation.reason().ifPresent(reason -> state.change(alarm.name(), evaluation.state(), reason, now));
        }
    }
}
