// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.highlands.local.console.drill.RunningDrill;
import io.highlands.local.control.ScoreBook;
import io.highlands.local.platform.DrillProcess;

/**
 * Drills by a program that stands in for {@code highlands drill --json}: a real process, with one fault, a latency in calls of
 * service-b to service-a, which ends when a test says so.
 */
final class SampleDrill {

    private static final Path PROGRAM = Path.of("src", "test", "programs", "drill.sh");

    final DrillProcess process;

    private final Path folder;

    private volatile Optional<RunningDrill> elsewhere = Optional.empty();

    SampleDrill(Path state) {
        this.folder = state.resolve("drills");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.process = new DrillProcess(folder, new ScoreBook(folder.resolve("scores.jsonl")),
                List.of("sh", PROGRAM.toString(), folder.toString()), () -> elsewhere, Clock.systemUTC());
    }

    /** Whether the platform is healthy, so that a drill begins. */
    void calm(boolean calm) {
        try {
            if (calm) {
                Files.writeString(folder.resolve("healthy"), "");
            } else {
                Files.deleteIfExists(folder.resolve("healthy"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its fault has ended and no alarm is in ALARM. */
    void mitigated() {
        try {
            Files.writeString(folder.resolve("mitigated"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void elsewhere(Optional<RunningDrill> drill) {
        elsewhere = drill;
    }

}
