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
record Alert(AlarmKind kind, String instance, List<Watch> watches, boolean all, String dashboard,
        Optional<Suppressor> suppressor) {

    Alert {
        watches = List.copyOf(watches);
    }

    /** An alert that is in ALARM while the watch breaches. */
    static Alert of(AlarmKind kind, String instance, String dashboard, Watch watch) {
        return new Alert(kind, instance, List.of(watch), true, dashboard, Optional.empty());
    }

    /** An alert that is in ALARM while all watches breach. */
    static Alert whenAll(AlarmKind kind, String instance, String dashboard, Watch... watches) {
        return new Alert(kind, instance, List.of(watches), true, dashboard, Optional.empty());
    }

    /** An alert that is in ALARM while any of the watches breaches. */
    static Alert whenAny(AlarmKind kind, String instance, String dashboard, Watch... watches) {
        return new Alert(kind, instance, List.of(watches), false, dashboard, Optional.empty());
    }

    Alert suppressedBy(String alarm, Duration extension) {
        return new Alert(kind, instance, watches, all, dashboard, Optional.of(new Suppressor(alarm, extension)));
    }

    String name(AlarmNames names) {
        return names.of(kind, instance);
    }

    /** Metric alarms know no suppressor, and combine nothing. */
    boolean isComposite() {
        return watches.size() > 1 || suppressor.isPresent();
    }
}
