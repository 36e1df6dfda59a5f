// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.highlands.local.console.runbook.RehearsalRun;
import io.highlands.local.console.runbook.Rehearsals;

/** Rehearsals that end when a test says so. */
final class SampleRehearsals implements Rehearsals {

    private volatile Optional<RehearsalRun> latest = Optional.empty();

    @Override
    public void start(String kind) {
        if (latest.filter(RehearsalRun::running).isPresent()) {
            throw new IllegalArgumentException("'" + latest.get().kind() + "' is being rehearsed; one runs at a time");
        }
        latest = Optional.of(new RehearsalRun(kind, Instant.now(), OptionalInt.empty(),
                List.of("calm      3 s  none of <2> alarms is in ALARM")));
    }

    void end(int exitCode) {
        latest = latest.map(run -> new RehearsalRun(run.kind(), run.started(), OptionalInt.of(exitCode), run.lines()));
    }

    @Override
    public Optional<RehearsalRun> latest() {
        return latest;
    }

    @Override
    public Optional<byte[]> report(String kind) {
        return latest.filter(run -> run.kind().equals(kind) && !run.running())
                .map(run -> ("<!doctype html><html lang=\"en\"><title>Report</title><style>h1 { color: rgb(1, 2, 3) }"
                        + "</style><h1>Report of " + kind + "</h1><script>document.title = 'scripted'</script>")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
