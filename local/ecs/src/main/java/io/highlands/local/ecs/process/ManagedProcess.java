// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process that was recorded before it ran. The shell that starts it waits until its record is written and gives up when
 * this JVM dies before that; it makes the process deaf to Ctrl-C, which goes to the whole group, and not to SIGTERM.
 */
public final class ManagedProcess {

    private static final System.Logger LOG = System.getLogger(ManagedProcess.class.getName());
    private static final String START = "trap '' INT HUP; IFS= read -r go || exit 125; exec \"$@\" </dev/null";
    private static final int KEPT_LINES = 20;
    private static final int MAX_LINE = 64 * 1024;
    /** How long output is awaited after the end, should a process of its own still hold it open. */
    private static final long OUTPUT_TIMEOUT_MILLIS = 1_000;

    private final Process process;
    private final Path record;
    private final Instant startedAt = Instant.now();
    private final LastLines lastLines = new LastLines(KEPT_LINES);
    private final CompletableFuture<Void> output = new CompletableFuture<>();
    private final CompletableFuture<Integer> exit;
    /** What it had started when it was asked to end: its parent gone, nothing tells whose child a process was. */
    private volatile List<ProcessHandle> started = List.of();

    private ManagedProcess(Process process, Path record) {
        this.process = process;
        this.record = record;
        this.exit = process.onExit().whenComplete((ended, failure) -> killStarted()).thenCompose(this::lastOutput)
                .thenApply(ended -> {
                    forget();
                    return ended.exitValue();
                });
    }

    /**
     * Starts a process.
     *
     * @param spec what to start
     * @param record the file that remembers it while it runs
     * @param log where its output goes; closed at its end
     * @param lines is handed each line of its output, by the thread that reads it
     * @return the running process
     * @throws IOException when it cannot be started
     */
    public static ManagedProcess start(ProcessSpec spec, Path record, OutputStream log, Consumer<String> lines)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", START, "sh"));
        command.addAll(spec.command());
        Process process = spec.running(command).builder().start();
        ManagedProcess managed = new ManagedProcess(process, record);
        try {
            ProcessRecord.of(process.toHandle()).write(record);
            try (OutputStream in = process.getOutputStream()) {
                in.write("go\n".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            process.toHandle().destroyForcibly();
            managed.forget();
            throw e;
        }
        Thread.ofPlatform().daemon().name("output of " + record.getFileName()).start(() -> managed.read(log, lines));
        return managed;
    }

    private CompletableFuture<Process> lastOutput(Process ended) {
        return output.copy().completeOnTimeout(null, OUTPUT_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .thenApply(ignored -> ended);
    }

    private void read(OutputStream log, Consumer<String> lines) {
        LineSplitter splitter = new LineSplitter(MAX_LINE, line -> {
            lastLines.add(line);
            lines.accept(line);
        });
        byte[] buffer = new byte[8192];
        try (InputStream in = process.getInputStream(); Copy copy = new Copy(log)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                copy.write(buffer, length);
                splitter.accept(buffer, length);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "output of process {0} is no longer read: {1}", pid(), e.getMessage());
        } finally {
            splitter.finish();
            output.complete(null);
        }
    }

    /** The log file, given up at its first failure: a full disk must not stop what is logged. */
    private static final class Copy implements AutoCloseable {

        private final OutputStream log;
        private boolean broken;

        Copy(OutputStream log) {
            this.log = log;
        }

        void write(byte[] bytes, int length) {
            if (broken) {
                return;
            }
            try {
                log.write(bytes, 0, length);
            } catch (IOException e) {
                broken = true;
                LOG.log(Level.WARNING, "a log is no longer written: {0}", e.getMessage());
            }
        }

        @Override
        public void close() throws IOException {
            log.close();
        }
    }

    /**
     * The process's number.
     *
     * @return its process id
     */
    public long pid() {
        return process.pid();
    }

    /**
     * When it was started.
     *
     * @return the instant
     */
    public Instant startedAt() {
        return startedAt;
    }

    /**
     * Its end.
     *
     * @return completes with the exit code, 128 and the signal's number for a signal, when its last line was read
     */
    public CompletableFuture<Integer> exit() {
        return exit;
    }

    /**
     * The last lines of its output.
     *
     * @return at most 20 lines, oldest first
     */
    public List<String> lastLines() {
        return lastLines.lines();
    }

    /** Asks it to end: SIGTERM. What it had started and leaves behind is killed at its end, as at a container's. */
    public void terminate() {
        started = process.descendants().toList();
        // Process.destroy() would close its output, and its last lines would be lost.
        process.toHandle().destroy();
    }

    /** Ends it, and the processes that it started: SIGKILL. */
    public void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.toHandle().destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private void killStarted() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private void forget() {
        try {
            Files.deleteIfExists(record);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the record of an ended process cannot be removed: {0}", e.getMessage());
        }
    }
}
