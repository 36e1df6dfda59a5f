// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import java.util.List;

/**
 * What became of one test.
 *
 * @param name what its file calls it
 * @param line where it begins in the file
 * @param failures one line for each expectation that does not hold: file, line, alarm, time, expected, found, and why
 */
public record TestResult(String name, int line, List<String> failures) {

    /** Copies the list. */
    public TestResult {
        failures = List.copyOf(failures);
    }

    /** {@return whether all that it expects holds} */
    public boolean passed() {
        return failures.isEmpty();
    }
}
