// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Assumptions;

/** The AWS CLI of this machine, which validates commands and then finds nobody at the endpoint. */
final class RealAws {

    /** A port of the discard service, on which nothing listens. */
    private static final String CLOSED = "http://127.0.0.1:9";

    private static final Map<String, String> VARIABLES = Map.of("AWS_ACCESS_KEY_ID", "none", "AWS_SECRET_ACCESS_KEY",
            "none", "AWS_DEFAULT_REGION", "eu-west-1", "AWS_CONFIG_FILE", "/dev/null", "AWS_SHARED_CREDENTIALS_FILE",
            "/dev/null", "AWS_MAX_ATTEMPTS", "1", "AWS_PAGER", "", "AWS_EC2_METADATA_DISABLED", "true");

    private final Path folder;

    private RealAws(Path folder) {
        this.folder = folder;
    }

    /** The CLI, run in a folder that holds the file that docs/deploy.md makes. */
    static RealAws orSkip(Path folder) throws IOException {
        Assumptions.assumeTrue(AwsArgumentsTest.isOnPath("aws"), "no aws on PATH: arguments are not validated here");
        Files.writeString(folder.resolve("datadog-api-key.txt"), "none");
        return new RealAws(folder);
    }

    /** The commands that the CLI refuses, each with what it says. */
    List<String> refused(List<List<String>> commands) {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<String>> results = new ArrayList<>();
            commands.forEach(command -> results.add(pool.submit(() -> refusal(command))));
            return results.stream().map(result -> {
                try {
                    return result.get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).filter(Objects::nonNull).toList();
        }
    }

    private String refusal(List<String> arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("aws"));
        command.addAll(arguments);
        command.addAll(List.of("--endpoint-url", CLOSED));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(VARIABLES);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes()).strip();
            process.waitFor();
            return said.contains("Could not connect to the endpoint URL")
                    ? null
                    : String.join(" ", command) + ": " + said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
