// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One test: series from a moment on, and what alarms make of them.
 *
 * @param name what the file calls it
 * @param line where it begins in the file
 * @param start the time of the first value of every series
 * @param interval time between two values
 * @param series what was published; any other metric has no data
 * @param expected what is checked, at least one state
 */
record AlarmTest(String name, int line, Instant start, Duration interval, List<InputSeries> series,
        List<ExpectedState> expected) {

    /** The moment of the last check. */
    Instant end() {
        return start.plus(expected.stream().map(ExpectedState::after).max(Duration::compareTo).orElseThrow());
    }
}
