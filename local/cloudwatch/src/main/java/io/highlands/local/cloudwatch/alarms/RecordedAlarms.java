// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.util.Collection;

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
}
