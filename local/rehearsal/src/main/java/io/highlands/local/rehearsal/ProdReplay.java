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
    public List<String> replay(RehearsalContext context) {
        Instant fault = context.faultAt.orElseThrow();
        try {
            Other other = others.computeIfAbsent(context.spec.needsTracing(), this::read);
            Recording recording = other.recorder().record(begin(context, fault), fault, end(context),
                    context.timeScale());
            context.recording = Optional.of(recording);
            ReplayReport report = other.replays().replay(recording, new Expectation(context.page.front().alarm(),
                    context.page.front().expects(), context.spec.firesWithin()));
            report.failures().forEach(line -> context.fail("replay: " + line));
            return report.verdicts().stream().map(Verdict::line).toList();
        } catch (ReplayException e) {
            context.fail("replay: " + e.getMessage());
            return List.of();
        }
    }

    private Other read(boolean tracing) {
        Path assembly = prod.apply(tracing);
        return new Other(Recorder.of(apis, running, assembly), Replays.of(assembly));
    }

    private static Instant begin(RehearsalContext context, Instant fault) {
        Instant longest = fault.minus(context.here(BEFORE));
        return context.calmSince.filter(longest::isBefore).orElse(longest);
    }

    /** Before the first command of the mitigation, which may last as long as a deployment. */
    private static Instant end(RehearsalContext context) {
        return context.steps.stream().filter(run -> run.phase().equals(Mitigation.NAME)).map(StepRun::at).findFirst()
                .or(() -> context.mitigatedAt).orElseGet(context.target::now);
    }
}
