// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * A rehearsal, while it runs or afterwards.
 *
 * @param kind the page that is rehearsed
 * @param started when it began
 * @param exitCode how it ended, 0 for passed; empty while it runs
 * @param lines what it has said so far, the last of it
 */
public record RehearsalRun(String kind, Instant started, OptionalInt exitCode, List<String> lines) {

    public RehearsalRun {
        lines = List.copyOf(lines);
    }

    /** Whether it still runs. */
    public boolean running() {
        return exitCode.isEmpty();
    }
}
