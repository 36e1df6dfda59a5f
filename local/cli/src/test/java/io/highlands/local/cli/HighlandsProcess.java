// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.highlands.local.checkout.Checkout;

import static org.assertj.core.api.Assertions.assertThat;

/** The command in processes of its own, on this checkout, with a state folder of its own. */
final class HighlandsProcess {

    private static final long TIMEOUT_SECONDS = 330;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

    private final Path state;

    /** What the last command printed, both streams together. */
    private String output = "";

    /** Where the environments' files are, when not in the checkout. */
    private final Optional<Path> environments;

    /** The ports of every {@code up}, as a running platform refuses others. */
    private final String awsPort;
    private final String consolePort;

    HighlandsProcess(Path state) throws IOException {
        this(state, Optional.empty());
    }

    HighlandsProcess(Path state, Path environments) throws IOException {
        this(state, Optional.of(environments));
    }

    private HighlandsProcess(Path state, Optional<Path> environments) throws IOException {
        this.state = state;
        this.environments = environments;
        this.awsPort = freePort();
        this.consolePort = freePort();
    }

    int run(String... words) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(state, "printed", ".txt");
        return await(start(printed, words), printed, words);
    }

    private int await(Process process, Path printed, String... words) throws IOException, InterruptedException {
        boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        output = Files.readString(printed);
        assertThat(ended).as("highlands " + String.join(" ", words) + " ended; it printed: " + output).isTrue();
        return process.exitValue();
    }

    /** The same with variables in its environment beside those of this process. */
    int run(Map<String, String> variables, String... words) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(state, "printed", ".txt");
        ProcessBuilder builder = builder(printed, words);
        builder.environment().putAll(variables);
        return await(builder.start(), printed, words);
    }

    Process start(Path printed, String... words) throws IOException {
        return builder(printed, words).start();
    }

    private ProcessBuilder builder(Path printed, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + Checkout.ROOT_PROPERTY + "=" + CHECKOUT, "-D" + Checkout.STATE_PROPERTY + "=" + state));
        environments.ifPresent(files -> command.add("-D" + Checkout.ENVIRONMENTS_PROPERTY + "=" + files));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Highlands.class.getName()));
        command.addAll(List.of(words));
        if (words[0].equals("up")) {
            command.addAll(List.of("--aws-port", awsPort, "--console-port", consolePort, "--datadog-port", "0",
                    "--otlp-port", "0", "--statsd-port", "0"));
            if (!command.contains("--load")) {
                command.addAll(List.of("--load", "0"));
            }
        }
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
    }

    /**
     * A free port below those that the kernel gives to connections, as one of these could be taken until the platform
     * listens; none twice, as a platform takes several, and none of the scripts' in build and .ci.
     */
    static String freePort() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(22_000, 32_000);
            if (!GIVEN.add(port)) {
                continue;
            }
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                return Integer.toString(free.getLocalPort());
            } catch (BindException taken) {
                // The next one.
            }
        }
        throw new IOException("none of 100 ports is free");
    }

    String output() {
        return output;
    }
}
