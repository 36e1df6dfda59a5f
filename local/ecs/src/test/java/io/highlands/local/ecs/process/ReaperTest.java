// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReaperTest {

    @TempDir
    Path tasks;

    private Process process;

    @BeforeEach
    void startProcess() throws Exception {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void endProcess() {
        process.destroyForcibly();
    }

    @Test
    void endsTheRecordedProcessAndRemovesItsTask() throws Exception {
        ProcessRecord.of(process.toHandle()).write(record());

        assertThat(Reaper.reap(tasks)).containsExactly("process " + process.pid() + " of task abc");
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(tasks).isEmptyDirectory();
    }

    @Test
    void sparesAProcessThatHasTheRecordedNumberOnly() throws Exception {
        ProcessRecord real = ProcessRecord.of(process.toHandle());
        new ProcessRecord(real.pid(), real.identity() + "0").write(record());

        assertThat(Reaper.reap(tasks)).isEmpty();
        assertThat(process.isAlive()).isTrue();
        assertThat(tasks).isEmptyDirectory();
    }

    @Test
    void countsWhatStillRunsAndTouchesNothing() throws Exception {
        ProcessRecord.of(process.toHandle()).write(record());

        assertThat(Reaper.left(tasks)).isOne();
        assertThat(process.isAlive()).isTrue();
        process.destroyForcibly().waitFor();
        assertThat(Reaper.left(tasks)).isZero();
        assertThat(Reaper.left(tasks.resolve("absent"))).isZero();
    }

    @Test
    void overlooksATornRecord() throws Exception {
        Files.writeString(record(), process.pid() + "\n");

        assertThat(Reaper.reap(tasks)).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void findsNothingWhereNothingEverRan() throws Exception {
        assertThat(Reaper.reap(tasks.resolve("absent"))).isEmpty();
    }

    private Path record() throws Exception {
        return Files.createDirectories(tasks.resolve("abc")).resolve("app" + ProcessRecord.SUFFIX);
    }
}
