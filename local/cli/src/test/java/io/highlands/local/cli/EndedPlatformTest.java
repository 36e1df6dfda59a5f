// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.control.ControlFile;
import io.highlands.local.control.StateFolder;

import static org.assertj.core.api.Assertions.assertThat;

/** The mark is what the JVM itself prints: the first test asks it. */
class EndedPlatformTest {

    /** No process has it: the kernel's largest id is 4,194,304. */
    private static final long GONE = 4_194_305;

    @TempDir
    private Path folder;

    private StateFolder state;

    @BeforeEach
    void prepare() {
        state = new StateFolder(folder.resolve("state"));
        state.prepare();
    }

    @Test
    void aProcessThatExitsOnOutOfMemoryIsNamedWithReasonAndTime() throws Exception {
        Path source = Files.writeString(folder.resolve("Exhaust.java"), """
                public class Exhaust {
                    public static void main(String[] arguments) {
                        System.out.println("a line before, without an end");
                        java.util.List<byte[]> all = new java.util.ArrayList<>();
                        while (true) {
                            all.add(new byte[1 << 20]);
                        }
                    }
                }
                """);
        new ControlFile(GONE, 1, "token", "local").write(state);
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx48m",
                "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xlog:disable", source.toString())
                .redirectErrorStream(true).redirectOutput(state.processLog().toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(EndedPlatform.find(state)).hasValueSatisfying(ended -> {
            assertThat(ended.words()).startsWith("the platform (pid " + GONE + ") ended at ")
                    .contains(" because its memory was exhausted (Java heap space); if that happens again, ")
                    .doesNotContain("\n");
            assertThat(ended.ended()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        });
    }

    @Test
    void aPlatformThatWasKilledIsNotOneOfThem() throws IOException {
        new ControlFile(GONE, 1, "token", "local").write(state);
        Files.writeString(state.processLog(), "starting service-a ...\n");

        assertThat(EndedPlatform.find(state)).isEmpty();
    }

    @Test
    void theLogOfAnEarlierRunSaysNothingOfThisOne() throws IOException {
        Files.writeString(state.processLog(), "Terminating due to java.lang.OutOfMemoryError: Java heap space\n");
        Files.setLastModifiedTime(state.processLog(), FileTime.from(Instant.now().minusSeconds(60)));
        new ControlFile(GONE, 1, "token", "local").write(state);

        assertThat(EndedPlatform.find(state)).isEmpty();
    }

    @Test
    void aPlatformThatRunsHasNotEnded() throws IOException {
        new ControlFile(ProcessHandle.current().pid(), 1, "token", "local").write(state);
        Files.writeString(state.processLog(), "Terminating due to java.lang.OutOfMemoryError: Java heap space\n");

        assertThat(EndedPlatform.find(state)).isEmpty();
    }

    @Test
    void theLastLineIsWithoutTheCommandsName() throws IOException {
        Files.writeString(state.processLog(), "starting ...\nhighlands: port 8080 is taken\n\n");

        assertThat(LocalLog.lastLine(state)).contains("port 8080 is taken");
    }
}
