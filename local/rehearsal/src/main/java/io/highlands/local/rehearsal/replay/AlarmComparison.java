// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The same incident with the alarms as they are, and with changed ones.
 *
 * @param alarm the alarm's name without what all names of the environment begin with
 * @param now when it is in ALARM as it is; empty when it does not fire
 * @param changed when the changed one is
 */
public record AlarmComparison(String alarm, Optional<AlarmPeriod> now, Optional<AlarmPeriod> changed) {

    /** Sets beside each other what overlaps; both lists are in order of time. */
    static List<AlarmComparison> of(String alarm, List<AlarmPeriod> now, List<AlarmPeriod> changed) {
        List<AlarmComparison> rows = new ArrayList<>();
        Deque<AlarmPeriod> left = new ArrayDeque<>(now);
        Deque<AlarmPeriod> right = new ArrayDeque<>(changed);
        while (!left.isEmpty() || !right.isEmpty()) {
            boolean both = !left.isEmpty() && !right.isEmpty() && left.peek().overlaps(right.peek());
            boolean first = !left.isEmpty()
                    && (right.isEmpty() || !left.peek().from().isAfter(right.peek().from()));
            rows.add(new AlarmComparison(alarm, Optional.ofNullable(both || first ? left.poll() : null),
                    Optional.ofNullable(both || !first ? right.poll() : null)));
        }
        return rows;
    }
}
