// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.util.List;

import io.highlands.local.control.ControlClient;
import io.highlands.local.rehearsal.RehearsalException;
import io.highlands.local.runbook.RehearsalSpec;
import io.highlands.local.runbook.Runbook;

/** Drills on the platform that runs. Closed, it leaves none of a drill's faults. */
public final class Drills implements AutoCloseable {

    private final ControlClient control;
    private final List<Runbook> pages;
    private final DrillListener trainee;
    private final LiveDrill platform;

    /**
     * Gets ready: nothing is injected yet.
     *
     * @param control the running platform
     * @param pages the runbooks, sorted by name
     * @param trainee who is told, and answers
     */
    public Drills(ControlClient control, List<Runbook> pages, DrillListener trainee) {
        this.control = control;
        this.pages = pages.stream().filter(page -> page.front().rehearsal().isPresent()).toList();
        this.trainee = trainee;
        this.platform = new LiveDrill(control);
    }

    /**
     * Runs a drill, until its mitigation works, it is given up, or the platform ends.
     *
     * @param level 1 to 3
     * @param seed any number
     * @return what came of it
     * @throws RehearsalException in one line, when the platform has too little for the level, or is not healthy
     */
    public DrillResult run(int level, long seed) {
        DrillRun run = new DrillRun(platform, trainee, control.status().timeScale());
        // What runs before the fault is what a roll-back goes back to
        run.awaitCalm();
        Declared declared = platform.declared(pages.stream().map(page -> page.front().alarm()).toList());
        List<List<HiddenFault>> catalog = new FaultCatalog(pages, declared).byPage();
        DrillPlan plan = new DrillChoice(declared, catalog).choose(level, seed);
        return run.of(plan, allowed(declared, catalog), control.environment());
    }

    private Answer.Allowed allowed(Declared declared, List<List<HiddenFault>> catalog) {
        List<String> kinds = catalog.stream().flatMap(List::stream).map(HiddenFault::kind).distinct().sorted()
                .toList();
        List<String> mitigations = pages.stream().flatMap(page -> page.front().rehearsal().stream())
                .map(RehearsalSpec::mitigation).flatMap(List::stream).distinct().sorted().toList();
        return new Answer.Allowed(declared.places(), kinds, mitigations);
    }

    /** Ends the drill that runs, with its faults. */
    @Override
    public void close() {
        platform.end();
    }
}
