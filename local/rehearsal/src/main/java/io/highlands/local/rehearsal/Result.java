// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.highlands.local.rehearsal.replay.Recording;
import io.highlands.local.runbook.Runbook;

/**
 * What came of a page's rehearsal.
 *
 * @param page the page
 * @param timeScale how many times faster than in AWS its alarms passed
 * @param began when it began
 * @param ended when it ended
 * @param failures what went wrong, a line each; empty when it passed
 * @param events what happened, oldest first
 * @param steps the commands that were run, in order
 * @param changes changes of alarms' states while it ran
 * @param panels the page's dashboard at the peak of the fault
 * @param detected from the fault to the page's own alarm
 * @param recovered from the end of the mitigation until the alarm was OK
 * @param replay what the replay through prod's alarms said, in words; empty where none took place
 * @param recording what was replayed
 */
public record Result(Runbook page, int timeScale, Instant began, Instant ended, List<String> failures,
        List<Event> events, List<StepRun> steps, List<StateChange> changes, List<Panel> panels,
        Optional<Duration> detected, Optional<Duration> recovered, List<String> replay,
        Optional<Recording> recording) {

    public Result {
        failures = List.copyOf(failures);
        events = List.copyOf(events);
        steps = List.copyOf(steps);
        changes = List.copyOf(changes);
        panels = List.copyOf(panels);
        replay = List.copyOf(replay);
    }

    /**
     * Whether the page holds.
     *
     * @return true without failures
     */
    public boolean passed() {
        return failures.isEmpty();
    }

    /**
     * How long it took.
     *
     * @return from its beginning to its end
     */
    public Duration took() {
        return Duration.between(began, ended);
    }
}
