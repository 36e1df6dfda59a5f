// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What somebody is told of: one alarm with actions, made of one or more watches.
 *
 * @param kind
 *            its kind
 * @param meaning
 *            what it means, in a sentence without its stop
 * @param instance
 *            which one of its kind; empty where there is one in an environment
 * @param watches
 *            what it is made of
 * @param all
 *            whether all watches have to breach, or any
 * @param dashboard
 *            name of the dashboard to open first
 * @param suppressor
 *            what holds its actions back, if anything does
 */
record Alert(AlarmKind kind, String meaning, String instance, List<Watch> watches, boolean all, String dashboard,
        Optional<Suppressor> suppressor) {

    Alert {
        watches = List.copyOf(watches);
    }

    /** An alert that is in ALARM while the watch breaches. */
    static Alert of(AlarmKind kind, String instance, String dashboard, Watch watch) {
        return new Alert(kind, kind.meaning(), instance, List.of(watch), true, dashboard, Optional.empty());
    }

    /** An alert that is in ALARM while all watches breach. */
    static Alert whenAll(AlarmKind kind, String instance, String dashboard, Watch... watches) {
        return new Alert(kind, kind.meaning(), instance, List.of(watches), true, dashboard, Optional.empty());
    }

    /** An alert that is in ALARM while any of the watches breaches. */
    static Alert whenAny(AlarmKind kind, String instance, String dashboard, Watch... watches) {
        return new Alert(kind, kind.meaning(), instance, List.of(watches), false, dashboard, Optional.empty());
    }

    /** The same alert, where its kind says too little of what it is about. */
    Alert meaning(String other) {
        return new Alert(kind, other, instance, watches, all, dashboard, suppressor);
    }

    Alert suppressedBy(String alarm, Duration extension) {
        return new Alert(kind, meaning, instance, watches, all, dashboard,
                Optional.of(new Suppressor(alarm, extension)));
    }

    String name(AlarmNames names) {
        return names.of(kind, instance);
    }

    /** Metric alarms know no suppressor, and combine nothing. */
    boolean isComposite() {
        return watches.size() > 1 || suppressor.isPresent();
    }
}
