// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.ControlFile;
import io.highlands.local.control.StateFolder;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.ecs.process.Reaper;
import io.highlands.local.error.FileErrors;

/**
 * The one process that is the platform on this machine: it holds the lock, runs the environment until it is told to
 * stop, by control or by a signal, and leaves nothing behind.
 */
public final class LocalProcess {

    /** Longer than any stop timeout that ECS allows (120 s), and the time of killing what is left. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(140);

    private static final long POLL_MILLIS = 50;

    private final StateFolder state;

    private final RunOptions options;

    private final PrintWriter out;

    private final CompletableFuture<Void> stopRequested = new CompletableFuture<>();

    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Prepares a run.
     *
     * @param state the state folder, already prepared
     * @param options what to run
     * @param out where progress goes
     */
    public LocalProcess(StateFolder state, RunOptions options, PrintWriter out) {
        this.state = state;
        this.options = options;
        this.out = out;
    }

    /**
     * Runs until it is told to stop.
     *
     * @param whenRunning is told the status once the platform is stable
     * @throws ControlException when it cannot start
     */
    public void run(Consumer<PlatformStatus> whenRunning) throws InterruptedException {
        PlatformLock lock = PlatformLock.tryTake(state).orElseThrow(() -> new ControlException(
                "a platform starts or runs already in " + state.root() + "; see: highlands status"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "stop"));
        try (lock) {
            lock.sign();
            Reaper.reap(state.tasks());
            runLocked(whenRunning);
        } catch (IOException e) {
            throw new ControlException(FileErrors.line(e), e);
        } finally {
            ended.countDown();
        }
    }

    private void runLocked(Consumer<PlatformStatus> whenRunning) throws InterruptedException, IOException {
        try (RunningEnvironment environment = new RunningEnvironment(state, options, this::tell);
                ControlServer server = environment.serve(() -> stopRequested.complete(null))) {
            new ControlFile(ProcessHandle.current().pid(), server.port(), environment.token(), options.environment())
                    .write(state);
            environment.start(stopRequested);
            if (!stopRequested.isDone()) {
                whenRunning.accept(environment.status());
            }
            stopRequested.join();
            tell("stopping ...");
        } finally {
            Files.deleteIfExists(state.controlFile());
        }
    }

    private void tell(String line) {
        out.println(line);
        out.flush();
    }

    private void stopAndWait() {
        stopRequested.complete(null);
        try {
            ended.await(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until no process holds the state folder, then ends what a crash may have left.
     *
     * @param state the state folder
     * @param timeout how long to wait for a process that is stopping
     * @return how many processes had been left
     * @throws ControlException when the process does not end in time
     */
    public static int awaitEndAndReap(StateFolder state, Duration timeout) throws InterruptedException {
        state.prepare();
        PlatformLock lock = awaitLock(state, timeout);
        try (lock) {
            Files.deleteIfExists(state.controlFile());
            return Reaper.reap(state.tasks()).size();
        } catch (IOException e) {
            throw new ControlException("what an earlier run left could not be cleared: " + e.getMessage(), e);
        }
    }

    private static PlatformLock awaitLock(StateFolder state, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        Optional<PlatformLock> lock = PlatformLock.tryTake(state);
        while (lock.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new ControlException("the running process did not stop within " + timeout.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            lock = PlatformLock.tryTake(state);
        }
        return lock.get();
    }
}
