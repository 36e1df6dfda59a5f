// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ManagedProcessTest {

    @TempDir
    Path folder;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Test
    void isRecordedWhileItRunsAndForgottenAtItsEnd() throws Exception {
        ManagedProcess process = start("echo up; exec sleep 60");
        line();

        assertThat(ProcessRecord.read(record()).flatMap(ProcessRecord::find)).map(ProcessHandle::pid)
                .hasValue(process.pid());
        process.terminate();

        assertThat(process.exit().get(5, TimeUnit.SECONDS)).isEqualTo(128 + 15);
        assertThat(record()).doesNotExist();
    }

    @Test
    void handsOnEveryLineBeforeItsEndIsKnown() throws Exception {
        ManagedProcess process = start("for i in 1 2 3; do echo line $i; done; echo oops >&2; printf last; exit 7");

        assertThat(process.exit().get(5, TimeUnit.SECONDS)).isEqualTo(7);
        assertThat(process.lastLines()).containsExactly("line 1", "line 2", "line 3", "oops", "last");
        assertThat(lines).containsExactlyElementsOf(process.lastLines());
        assertThat(folder.resolve("log")).hasContent("line 1\nline 2\nline 3\noops\nlast");
    }

    @Test
    void keepsTheLinesThatItWritesOnSigterm() throws Exception {
        ManagedProcess process = start("trap 'echo goodbye; exit 0' TERM; echo up; while :; do sleep 0.05; done");
        line();
        process.terminate();

        assertThat(process.exit().get(5, TimeUnit.SECONDS)).isZero();
        assertThat(process.lastLines()).containsExactly("up", "goodbye");
    }

    @Test
    void isDeafToCtrlC() throws Exception {
        ManagedProcess process = start("echo up; exec sleep 60");
        line();
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).start().waitFor();
        process.terminate();

        assertThat(process.exit().get(5, TimeUnit.SECONDS)).isEqualTo(128 + 15);
    }

    @Test
    void takesItsOwnProcessesWithItWhenKilled() throws Exception {
        ManagedProcess process = start("sleep 60 & echo $!; wait");
        ProcessRecord child = ProcessRecord.of(ProcessHandle.of(Long.parseLong(line())).orElseThrow());
        assertThat(child.find()).isPresent();
        process.kill();

        assertThat(process.exit().get(5, TimeUnit.SECONDS)).isEqualTo(128 + 9);
        Until.holds("the child to end", () -> child.find().isEmpty());
    }

    /** As the end of a container's first process does: pid_namespaces(7), SIGKILL for all of the namespace. */
    @Test
    void leavesNoProcessOfItsOwnWhenItEndsOnSigterm() throws Exception {
        ManagedProcess process = start("sleep 60 & echo $!; wait");
        ProcessRecord child = ProcessRecord.of(ProcessHandle.of(Long.parseLong(line())).orElseThrow());
        process.terminate();

        assertThat(process.exit().get(5, TimeUnit.SECONDS)).isEqualTo(128 + 15);
        Until.holds("the child to end", () -> child.find().isEmpty());
    }

    @Test
    void itsOwnProcessesMayFinishWhileItRuns() throws Exception {
        ManagedProcess process = start(
                "(trap 'sleep 0.2; echo finished; exit 0' TERM; echo up; while :; do sleep 0.05; done) & "
                        + "trap 'kill -TERM $!; wait; exit 0' TERM; wait");
        line();
        process.terminate();

        assertThat(process.exit().get(5, TimeUnit.SECONDS)).isZero();
        assertThat(process.lastLines()).containsExactly("up", "finished");
    }

    @Test
    void seesNothingOfTheEnvironmentAround() throws Exception {
        ManagedProcess process = ManagedProcess.start(
                new ProcessSpec(List.of("/usr/bin/env"), Map.of("ONLY", "this"), folder), record(),
                new LogFile(folder.resolve("log"), 1000), lines::add);
        process.exit().get(5, TimeUnit.SECONDS);

        assertThat(process.lastLines()).filteredOn(line -> !line.startsWith("PWD=") && !line.startsWith("OLDPWD="))
                .containsExactly("ONLY=this");
    }

    @Test
    void leavesNoRecordWhenItCannotBeStarted() {
        assertThatThrownBy(() -> ManagedProcess.start(
                new ProcessSpec(List.of("/bin/true"), Map.of(), folder.resolve("absent")), record(),
                new LogFile(folder.resolve("log"), 1000), lines::add)).isInstanceOf(IOException.class);
        assertThat(record()).doesNotExist();
    }

    @Test
    void endsByItselfWhenNobodyRecordsIt() throws Exception {
        Path marker = folder.resolve("ran");
        Process unrecorded = new ProcessBuilder("/bin/sh", "-c",
                "IFS= read -r go || exit 125; exec \"$@\" </dev/null", "sh", "touch", marker.toString()).start();
        unrecorded.getOutputStream().close();

        assertThat(unrecorded.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(unrecorded.exitValue()).isEqualTo(125);
        assertThat(marker).doesNotExist();
    }

    private ManagedProcess start(String script) throws IOException {
        return ManagedProcess.start(
                new ProcessSpec(List.of("/bin/sh", "-c", script), Map.of("PATH", "/usr/bin:/bin"), folder), record(),
                new LogFile(Files.createDirectories(folder).resolve("log"), LogFile.DEFAULT_SIZE), lines::add);
    }

    private Path record() {
        return folder.resolve("app" + ProcessRecord.SUFFIX);
    }

    private String line() throws InterruptedException {
        String line = lines.poll(5, TimeUnit.SECONDS);
        assertThat(line).as("a line within 5 s").isNotNull();
        return line;
    }
}
