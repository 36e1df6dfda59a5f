// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process that the benchmark starts, and that ends with it: also when the benchmark is killed, by its closed input. */
public final class Child implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration STEP = Duration.ofMillis(20);

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /**
     * Starts a program.
     *
     * @param output where its output goes; its errors go beside it
     * @param command the program and its arguments
     * @return the process
     */
    public static Child start(Path output, List<String> command) throws IOException {
        return new Child(new ProcessBuilder(command).redirectOutput(output.toFile())
                .redirectError(output.resolveSibling(output.getFileName() + ".err").toFile()).start());
    }

    /**
     * Starts a main class of this class path in a JVM set up as the platform's own.
     *
     * @param output where its output goes; its errors go beside it
     * @param main the class
     * @param arguments its arguments
     * @return the process
     */
    public static Child java(Path output, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC", "-Xmx128m", "--sun-misc-unsafe-memory-access=allow", "-cp",
                        System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return start(output, command);
    }

    /** Waits until whoever started this process ends, or closes its input. */
    public static void untilInputEnds() throws IOException {
        while (System.in.read() >= 0) {
            // Nothing is said; only the end counts.
        }
    }

    /**
     * Waits until something listens.
     *
     * @param address where
     * @param port on which port
     */
    public void listening(String address, int port) throws IOException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port));
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() - end > 0) {
                    throw new IOException("nothing listens on " + address + ":" + port, notYet);
                }
                LockSupport.parkNanos(STEP.toNanos());
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
