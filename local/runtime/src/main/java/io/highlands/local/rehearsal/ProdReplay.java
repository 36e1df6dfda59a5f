// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.highlands.local.rehearsal.replay.Expectation;
import io.highlands.local.rehearsal.replay.Recorder;
import io.highlands.local.rehearsal.replay.Recording;
import io.highlands.local.rehearsal.replay.ReplayException;
import io.highlands.local.rehearsal.replay.ReplayReport;
import io.highlands.local.rehearsal.replay.Replays;
import io.highlands.local.rehearsal.replay.Verdict;

/** Records what the platform published while a page was rehearsed, and replays it through another environment's alarms. */
final class ProdReplay implements Replaying {

    /** AWS's time before the calm that is recorded, since then the last alarms had ended: two data points of every series. */
    private static final Duration BEFORE = Duration.ofMinutes(2);

    private final Recorder recorder;
    private final Replays replays;

    /**
     * Prepares it.
     *
     * @param apis where the running platform serves AWS's APIs
     * @param running the cloud assembly of what runs
     * @param prod the cloud assembly of the environment through whose alarms it is replayed
     */
    ProdReplay(URI apis, Path running, Path prod) {
        this.recorder = Recorder.of(apis, running, prod);
        this.replays = Replays.of(prod);
    }

    @Override
    public List<String> replay(Act act) {
        Instant fault = act.faultAt.orElseThrow();
        Instant end = act.mitigatedAt.orElse(act.stage.now());
        try {
            Recording recording = recorder.record(act.calmAt.orElse(fault).minus(act.here(BEFORE)), fault, end,
                    act.timeScale());
            ReplayReport report = replays.replay(recording, new Expectation(act.page.front().alarm(),
                    act.page.front().expects(), act.spec.firesWithin()));
            report.failures().forEach(line -> act.fail("replay: " + line));
            return report.verdicts().stream().map(Verdict::line).toList();
        } catch (ReplayException e) {
            act.fail("replay: " + e.getMessage());
            return List.of();
        }
    }
}
