// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;
import java.util.Collection;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.Evaluation;
import io.highlands.cloudwatch.model.alarm.Replay;

/** Declared alarms over recorded metrics, with the periods and the schedule that they have in AWS. */
public final class RecordedAlarms {

    private RecordedAlarms() {
    }

    /**
     * Prepares a replay.
     *
     * @param alarms metric and composite alarms, in any order; a composite's children are among them
     * @param metrics what was recorded
     * @return the replay, which runs in virtual time
     * @throws IllegalArgumentException when a statistic, an expression or a number is not allowed
     */
    public static Replay replay(Collection<? extends AlarmDefinition> alarms, AlarmMetrics metrics) {
        Replay replay = new Replay();
        for (AlarmDefinition alarm : alarms) {
            switch (alarm) {
                case MetricAlarmDefinition metric -> {
                    MetricWatch watch = MetricWatch.of(metric, metrics, 1);
                    replay.add(watch.alarm(), watch.input());
                }
                case CompositeAlarmDefinition composite -> replay.add(composite.model());
            }
        }
        return replay;
    }

    /**
     * The last evaluation of a metric alarm that a replay has made by a moment: the state is known, and the reason tells what
     * the data are, also where they changed nothing.
     *
     * @param alarm the alarm
     * @param metrics what was recorded
     * @param state the state that the alarm is in
     * @param at the moment
     * @return the evaluation
     */
    public static Evaluation evaluation(MetricAlarmDefinition alarm, AlarmMetrics metrics, AlarmState state,
            Instant at) {
        MetricWatch watch = MetricWatch.of(alarm, metrics, 1);
        return watch.evaluate(state, watch.schedule().boundary(at));
    }
}
