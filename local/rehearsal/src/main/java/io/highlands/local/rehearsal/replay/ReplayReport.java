// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.util.List;

/**
 * What prod's alarms made of a recording.
 *
 * @param verdicts the rehearsed alarm first, then the other instances of its kind, then what else the page expects
 */
public record ReplayReport(List<Verdict> verdicts) {

    /** Copies the list. */
    public ReplayReport {
        verdicts = List.copyOf(verdicts);
    }

    /** {@return whether all alarms that are required to fire did so in time} */
    public boolean passed() {
        return verdicts.stream().allMatch(Verdict::passed);
    }

    /** {@return one line per alarm that should have fired and did not} */
    public List<String> failures() {
        return verdicts.stream().filter(verdict -> !verdict.passed()).map(Verdict::line).toList();
    }
}
