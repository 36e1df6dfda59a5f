// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.ControlFile;
import io.highlands.local.control.StateFolder;
import io.highlands.local.error.FileErrors;
import io.highlands.local.platform.PlatformLock;

/**
 * A platform whose process holds the lock and does not answer.
 *
 * @param process the process
 * @param since when a command first found that it does not answer
 * @param isWithoutControlFile whether it cannot be asked because its control file is not there
 */
record SilentPlatform(ProcessHandle process, Instant since, boolean isWithoutControlFile) {

    private static final int END_SECONDS = 10;
    /** Tasks get SIGTERM and up to 30 s each, side by side. */
    private static final int STOP_SECONDS = 60;
    private static final int CONNECT_MILLIS = 2_000;

    /**
     * Finds it, for a command that got no response.
     *
     * @param state the state folder
     * @return the platform; empty where no process runs
     */
    static Optional<SilentPlatform> find(StateFolder state) {
        Optional<ControlFile> control = ControlFile.read(state);
        if (control.isEmpty()) {
            return PlatformLock.holder(state).map(process -> new SilentPlatform(process, since(state, process), true));
        }
        return control.filter(file -> listens(file.port())).flatMap(file -> ProcessHandle.of(file.pid()))
                .filter(ProcessHandle::isAlive).filter(process -> holdsLock(state))
                .map(process -> new SilentPlatform(process, since(state, process), false));
    }

    /** One that is stopping in order has closed its control interface: it is to be waited for. */
    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
            return true;
        } catch (SocketTimeoutException full) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** A control file may be left of a process whose id another has now; the lock ends with its process. */
    private static boolean holdsLock(StateFolder state) {
        Optional<PlatformLock> free = PlatformLock.tryTake(state);
        free.ifPresent(PlatformLock::close);
        return free.isEmpty();
    }

    private static Instant since(StateFolder state, ProcessHandle process) {
        Path note = note(state);
        String words = String.valueOf(process.pid());
        try {
            if (!Files.exists(note) || !Files.readString(note).equals(words)) {
                Files.writeString(note, words);
            }
            return Files.getLastModifiedTime(note).toInstant();
        } catch (IOException e) {
            throw new ControlException(FileErrors.line(e), e);
        }
    }

    /** Forgets that a platform did not answer, once it does. */
    static void forget(StateFolder state) {
        try {
            Files.deleteIfExists(note(state));
        } catch (IOException e) {
            throw new ControlException(FileErrors.line(e), e);
        }
    }

    private static Path note(StateFolder state) {
        return state.root().resolve("not-answering");
    }

    /** {@return what commands say of it} */
    String words() {
        if (isWithoutControlFile) {
            return "the platform (pid " + process.pid() + ") has no control file: it starts, or somebody removed the"
                    + " file; end it with: highlands down";
        }
        return "the platform is not answering (pid " + process.pid() + ", since "
                + since.truncatedTo(ChronoUnit.SECONDS)
                + "); end it with: highlands down";
    }

    /**
     * What {@code down} says once it is ended.
     *
     * @param reaped how many processes of its tasks were left
     */
    String ended(int reaped) {
        String tasks = reaped + (reaped == 1 ? " process" : " processes") + " of its tasks";
        return isWithoutControlFile
                ? "stopped the platform (pid " + process.pid() + "), whose control file was gone, and " + tasks
                : "ended the process " + process.pid() + ", which did not answer, and " + tasks;
    }

    /** Ends the process: in order where only its control file is gone, else without, as it would not react. */
    void end() {
        try {
            if (isWithoutControlFile && process.destroy()) {
                process.onExit().completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS).get();
            }
            process.destroyForcibly();
            process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | CompletionException e) {
            throw new ControlException("the process " + process.pid() + (isWithoutControlFile
                    ? ", whose control file is gone,"
                    : " does not answer and") + " could not be ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
