// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.highlands.local.console.runbook.StepOrder;
import io.highlands.local.console.runbook.StepProgress;
import io.highlands.local.console.runbook.StepRuns;
import io.highlands.local.control.message.RunbookStepResult;

/** Steps that end when a test says so. */
final class SampleSteps implements StepRuns {

    private final List<RunbookStepResult> results = new ArrayList<>();

    private Optional<StepProgress> latest = Optional.empty();

    @Override
    public synchronized void start(StepOrder order) {
        if (latest.filter(StepProgress::running).isPresent()) {
            throw new IllegalArgumentException("steps of '" + latest.get().order().kind() + "' are running");
        }
        latest = Optional.of(new StepProgress(order, Instant.now(), OptionalInt.empty(), ""));
    }

    synchronized void end(int exitCode, String verdict, String output) {
        StepOrder order = latest.orElseThrow().order();
        order.steps().forEach(step -> {
            results.removeIf(old -> old.step().equals(step));
            results.add(new RunbookStepResult(order.kind(), step, "Diagnosis", Instant.now(), "", output, "", 0, 12,
                    verdict, "", "", "", "", ""));
        });
        latest = latest.map(run -> new StepProgress(order, run.started(), OptionalInt.of(exitCode), ""));
    }

    /** As after a start of the platform. */
    synchronized void forget() {
        results.clear();
        latest = Optional.empty();
    }

    @Override
    public synchronized Optional<StepProgress> latest() {
        return latest;
    }

    @Override
    public synchronized List<RunbookStepResult> results(String kind, String alarm) {
        return results.stream().filter(result -> result.runbook().equals(kind)
                && latest.filter(run -> run.order().alarm().equals(alarm)).isPresent()).toList();
    }
}
