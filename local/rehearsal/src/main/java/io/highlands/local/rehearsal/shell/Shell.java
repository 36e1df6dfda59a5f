// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.shell;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a runbook's commands, each in a POSIX shell of its own that stops at the first failure and knows no unset variable. */
public final class Shell implements AutoCloseable {

    /** Characters of a command's output that are kept; the rest is read and forgotten. */
    public static final int MAX_OUTPUT = 60_000;

    /** The account of everything in local mode; no one can have it in AWS. */
    private static final String ACCOUNT = "000000000000";

    private final ShellFolder folder = ShellFolder.create();
    private final Map<String, String> environment;
    private volatile Process running;

    /**
     * Sets it up.
     *
     * @param client the AWS CLI
     * @param port the port of local mode's APIs on 127.0.0.1
     * @param region the Region that local mode stands for
     * @param path the user's PATH
     */
    public Shell(AwsClient client, int port, String region, String path) {
        this.environment = Scrubbed.environment(folder, client, port, region, path);
    }

    /**
     * Refuses to go on unless the AWS CLI finds itself in the account that no one can have.
     *
     * @throws ShellException naming the account that it found
     */
    public void requireLocalMode() {
        ShellResult result = run("aws sts get-caller-identity --query Account --output text", Map.of(),
                Duration.ofSeconds(60));
        if (!result.good() || !result.out().strip().equals(ACCOUNT)) {
            throw new ShellException("the AWS CLI does not reach local mode: account '" + result.out().strip()
                    + "' instead of " + ACCOUNT + (result.good() ? "" : " (" + result.failure() + ")"));
        }
    }

    /**
     * Runs a command.
     *
     * @param command one or more lines of POSIX sh
     * @param variables the page's variables
     * @param timeout after how long it is ended
     * @return what it said
     */
    public ShellResult run(String command, Map<String, String> variables, Duration timeout) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-euc", command).directory(folder.home().toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.environment().putAll(environment);
        long began = System.nanoTime();
        try {
            Process process = builder.start();
            running = process;
            CompletableFuture<String> out = bounded(process.getInputStream());
            CompletableFuture<String> errors = bounded(process.getErrorStream());
            boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                kill(process);
            }
            String said = out.join();
            return new ShellResult(ended ? process.exitValue() : -1, said, errors.join(),
                    Duration.ofNanos(System.nanoTime() - began), !ended);
        } catch (IOException e) {
            throw new ShellException("no 'sh' can be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShellException("interrupted", e);
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static CompletableFuture<String> bounded(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            StringBuilder text = new StringBuilder();
            char[] some = new char[4_096];
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
                    text.append(some, 0, Math.min(read, MAX_OUTPUT - text.length()));
                }
                return text.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, task -> Thread.ofVirtual().name("output").start(task));
    }

    /** Ends the command that runs, and deletes the shell's folder. */
    @Override
    public void close() {
        Process process = running;
        if (process != null) {
            kill(process);
        }
        folder.close();
    }
}
