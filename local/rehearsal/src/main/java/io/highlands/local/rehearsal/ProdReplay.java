// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.highlands.local.rehearsal.replay.Expectation;
import io.highlands.local.rehearsal.replay.Recorder;
import io.highlands.local.rehearsal.replay.Recording;
import io.highlands.local.rehearsal.replay.ReplayException;
import io.highlands.local.rehearsal.replay.ReplayReport;
import io.highlands.local.rehearsal.replay.Replays;
import io.highlands.local.rehearsal.replay.Verdict;

/** Records what the platform published while a page was rehearsed, and replays it through another environment's alarms. */
final class ProdReplay implements Replaying {

    /**
     * AWS's time before the fault that is recorded, at most: the longest that an alarm of a few periods looks back, and more.
     * From before the calm nothing is: a platform that was not there yet publishes nothing, which some alarms take for a fault.
     */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    private final URI apis;
    private final Path running;
    private final Function<Boolean, Path> prod;
    private final Map<Boolean, Other> others = new HashMap<>();

    /**
     * The other environment, once it is read.
     *
     * @param recorder records what its alarms look at
     * @param replays its alarms
     */
    private record Other(Recorder recorder, Replays replays) {}

    /**
     * Prepares it.
     *
     * @param apis where the running platform serves AWS's APIs
     * @param running the cloud assembly of what runs
     * @param prod the cloud assembly of the environment through whose alarms it is replayed, by whether it traces; asked
     * when it is needed
     */
    ProdReplay(URI apis, Path running, Function<Boolean, Path> prod) {
        this.apis = apis;
        this.running = running;
        this.prod = prod;
    }

    @Override
    public List<String> replay(Act act) {
        Instant fault = act.faultAt.orElseThrow();
        try {
            Other other = others.computeIfAbsent(act.spec.needsTracing(), this::read);
            Recording recording = other.recorder().record(begin(act, fault), fault, end(act), act.timeScale());
            act.recording = Optional.of(recording);
            ReplayReport report = other.replays().replay(recording, new Expectation(act.page.front().alarm(),
                    act.page.front().expects(), act.spec.firesWithin()));
            report.failures().forEach(line -> act.fail("replay: " + line));
            return report.verdicts().stream().map(Verdict::line).toList();
        } catch (ReplayException e) {
            act.fail("replay: " + e.getMessage());
            return List.of();
        }
    }

    private Other read(boolean tracing) {
        Path assembly = prod.apply(tracing);
        return new Other(Recorder.of(apis, running, assembly), Replays.of(assembly));
    }

    private static Instant begin(Act act, Instant fault) {
        Instant longest = fault.minus(act.here(BEFORE));
        return act.calmSince.filter(longest::isBefore).orElse(longest);
    }

    /** Before the first command of the mitigation, which may last as long as a deployment. */
    private static Instant end(Act act) {
        return act.steps.stream().filter(run -> run.phase().equals(Mitigation.NAME)).map(StepRun::at).findFirst()
                .or(() -> act.mitigatedAt).orElseGet(act.stage::now);
    }
}
