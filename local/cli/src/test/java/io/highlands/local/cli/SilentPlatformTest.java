// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.control.ControlFile;
import io.highlands.local.control.StateFolder;
import io.highlands.local.platform.PlatformLock;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that holds the lock, whose control interface accepts connections and sends nothing. */
@Timeout(60)
class SilentPlatformTest {

    @TempDir
    private Path folder;

    @Test
    void aProcessThatListensAndDoesNotAnswerIsNamedWithItsPidAndSinceWhen() throws IOException {
        StateFolder state = new StateFolder(folder);
        PlatformLock lock = PlatformLock.tryTake(state).orElseThrow();
        try (lock; ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            new ControlFile(ProcessHandle.current().pid(), silent.getLocalPort(), "t", "local").write(state);

            SilentPlatform found = SilentPlatform.find(state).orElseThrow();

            assertThat(found.words()).startsWith("the platform is not answering (pid " + ProcessHandle.current().pid()
                    + ", since 2").endsWith("Z); end it with: highlands down");
            assertThat(SilentPlatform.find(state).orElseThrow().since()).isEqualTo(found.since());
        }
    }

    @Test
    void aProcessThatIsStoppingOrGoneIsNotOneThatDoesNotAnswer() throws IOException {
        StateFolder state = new StateFolder(folder);
        int closed;
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            closed = silent.getLocalPort();
            new ControlFile(ProcessHandle.current().pid(), closed, "t", "local").write(state);
            assertThat(SilentPlatform.find(state)).as("nobody holds the lock").isEmpty();
        }
        PlatformLock lock = PlatformLock.tryTake(state).orElseThrow();
        try (lock) {
            assertThat(SilentPlatform.find(state)).as("nobody listens").isEmpty();
        }
    }

    @Test
    void aProcessWhoseControlFileWasRemovedIsFoundByItsLock() {
        StateFolder state = new StateFolder(folder);
        PlatformLock lock = PlatformLock.tryTake(state).orElseThrow();
        try (lock) {
            lock.sign();

            assertThat(SilentPlatform.find(state).orElseThrow().words()).startsWith("the platform (pid "
                    + ProcessHandle.current().pid() + ") has no control file").endsWith("highlands down");
        }
        assertThat(SilentPlatform.find(state)).as("nobody holds the lock").isEmpty();
    }

    @Test
    void downSaysWhetherItDidNotAnswerOrOnlyItsControlFileWasGone() {
        ProcessHandle process = ProcessHandle.current();

        assertThat(new SilentPlatform(process, Instant.EPOCH, false).ended(2)).isEqualTo("ended the process "
                + process.pid() + ", which did not answer, and 2 processes of its tasks");
        assertThat(new SilentPlatform(process, Instant.EPOCH, true).ended(1)).isEqualTo("stopped the platform (pid "
                + process.pid() + "), whose control file was gone, and 1 process of its tasks");
    }

    @Test
    void itsProcessIsEnded() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();

        new SilentPlatform(process.toHandle(), Instant.EPOCH, false).end();

        assertThat(process.waitFor(1, TimeUnit.SECONDS)).isTrue();
    }
}
