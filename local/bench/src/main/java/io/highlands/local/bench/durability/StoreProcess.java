// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.durability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.highlands.local.control.ControlException;

/** A {@link DurableStore} in a process of its own. */
final class StoreProcess implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 180;

    private final Process process;

    private final BufferedReader out;

    private final PrintWriter in;

    private final int awsPort;

    private final int otlpPort;

    /**
     * What the store says of itself.
     *
     * @param lost what it counts as lost
     * @param unreadable what it counts as unreadable
     * @param pending what is not on disk
     * @param healthy whether it has no problem now
     * @param said its lines
     */
    record Usage(long lost, long unreadable, long pending, boolean healthy, String said) {}

    /**
     * Starts it, and waits until it takes requests.
     *
     * @param folder the folder of the store
     * @param log where its errors go
     * @throws ControlException when it does not start within three minutes
     */
    StoreProcess(Path folder, Path log) throws IOException, InterruptedException {
        process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx192m", "-XX:TieredStopAtLevel=1", "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                DurableStore.class.getName(), folder.toString()))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        out = process.inputReader(StandardCharsets.UTF_8);
        in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        String[] ports = line().split(" ");
        awsPort = Integer.parseInt(ports[0]);
        otlpPort = Integer.parseInt(ports[1]);
    }

    int awsPort() {
        return awsPort;
    }

    int otlpPort() {
        return otlpPort;
    }

    /** {@return how many spans there are of each trace of a run} */
    int[] spans(int run, int traces) throws InterruptedException {
        in.println("spans " + run + " " + traces);
        return line().substring(1).chars().map(digit -> digit - '0').toArray();
    }

    Usage usage() throws InterruptedException {
        in.println("usage");
        String[] words = line().split(" ", 5);
        return new Usage(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]),
                words[3].equals("healthy"), words[4]);
    }

    private String line() throws InterruptedException {
        try {
            String line = CompletableFuture.supplyAsync(this::read,
                    task -> Thread.ofVirtual().start(task)).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new ControlException("the store's process ended with " + process.waitFor());
            }
            return line;
        } catch (TimeoutException | ExecutionException e) {
            throw new ControlException("the store's process does not answer within " + TIMEOUT_SECONDS + " s", e);
        }
    }

    private String read() {
        try {
            return out.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    /** Ends it as {@code kill -9} does; the process that has ended holds no file any more. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Ends it in order. */
    void end() throws InterruptedException {
        in.close();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            throw new ControlException("the store's process did not end within " + TIMEOUT_SECONDS + " s");
        }
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }
}
