// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import io.highlands.local.error.UserError;
import io.highlands.local.rehearsal.replay.Recording;
import io.highlands.local.runbook.AlarmKinds;
import io.highlands.local.runbook.RehearsalSpec;
import io.highlands.local.runbook.Runbook;

/** One page's rehearsal under way: what the phases share. */
final class RehearsalContext {

    /** AWS evaluates an alarm of these templates once a minute. */
    static final Duration EVALUATION = Duration.ofMinutes(1);

    final Runbook page;
    final RehearsalSpec spec;
    final RehearsalTarget target;
    final Map<String, String> variables;
    final List<String> failures = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<StepRun> steps = new ArrayList<>();
    final List<Panel> panels = new ArrayList<>();

    /** Since when nothing had happened to the platform, and when the fault was injected. */
    Optional<Instant> calmSince = Optional.empty();
    Optional<Instant> faultAt = Optional.empty();
    Optional<String> fault = Optional.empty();
    Optional<Instant> mitigatedAt = Optional.empty();
    Optional<Duration> detected = Optional.empty();
    Optional<Duration> recovered = Optional.empty();
    Optional<Recording> recording = Optional.empty();

    private final int timeScale;
    private final RehearsalListener listener;
    private final Instant began;
    private final Polling polling = new Polling();
    private Instant phaseBegan;

    RehearsalContext(Runbook page, String environment, RehearsalTarget target, int timeScale,
            RehearsalListener listener) {
        this.page = page;
        this.spec = page.front().rehearsal().orElseThrow();
        this.target = target;
        this.timeScale = timeScale;
        this.listener = listener;
        this.began = target.now();
        this.phaseBegan = began;
        Map<String, String> all = new LinkedHashMap<>(Map.of("HIGHLANDS_ENV", environment));
        all.putAll(spec.with());
        this.variables = Map.copyOf(all);
    }

    /** AWS's time on this platform. */
    Duration here(Duration inAws) {
        return inAws.dividedBy(timeScale);
    }

    /** Time from one evaluation of an alarm to the next. */
    Duration evaluation() {
        return here(EVALUATION);
    }

    int timeScale() {
        return timeScale;
    }

    /** Alarms that must go into ALARM. */
    Set<String> expected() {
        return new TreeSet<>(page.front().expects());
    }

    /** Alarms that must go into ALARM and that end with the fault. */
    Set<String> clearing() {
        Set<String> clearing = expected();
        clearing.removeIf(this::mayLast);
        return clearing;
    }

    /** Whether an alarm may be in ALARM before and after the fault: burn rates, whose windows remember earlier ones, unless the page is theirs. */
    boolean mayLast(String alarm) {
        return BurnRates.are(alarm) && (spec.virtual() || !own(alarm));
    }

    /** Whether an alarm is of the page's own kind. */
    boolean own(String alarm) {
        return AlarmKinds.begins(alarm, page.front().alarm());
    }

    void fail(String line) {
        failures.add(line);
        tell("FAILED " + line);
    }

    void tell(String what) {
        events.add(new Event(target.now(), what));
    }

    /** Runs a phase. */
    boolean run(Phase phase) {
        phaseBegan = target.now();
        int before = failures.size();
        listener.goesOn(phase.name(), "", Duration.ZERO);
        String outcome = phase.run(this);
        boolean good = failures.size() == before;
        listener.ended(phase.name(), good ? outcome : failures.getLast(), Duration.between(phaseBegan, target.now()));
        return good;
    }

    /**
     * Waits for something, looking again and again, once at least.
     *
     * @param timeout for how long
     * @param missing what is still missing, in words; empty when it is there
     * @return what is missing at the end; empty when it is there
     */
    String await(Phase phase, Duration timeout, Supplier<String> missing) {
        Instant end = target.now().plus(timeout);
        String still = polling.ask(missing, UserError::getMessage);
        while (!still.isEmpty() && target.now().isBefore(end)) {
            pause(phase, still);
            still = polling.ask(missing, UserError::getMessage);
        }
        return still;
    }

    /** Runs steps for a phase; whoever runs them keeps the runs. */
    StepRunner steps(Phase phase) {
        return new StepRunner(target, variables, phase.name(), missing -> pause(phase, missing));
    }

    /** Waits for a moment, and tells the listener for what. */
    void pause(Phase phase, String missing) {
        listener.goesOn(phase.name(), missing, Duration.between(phaseBegan, target.now()));
        target.pause();
    }

    Result result(List<String> replay) {
        return new Result(page, timeScale, began, target.now(), failures, events, steps,
                target.changes(began), panels, detected, recovered, replay, recording);
    }
}
