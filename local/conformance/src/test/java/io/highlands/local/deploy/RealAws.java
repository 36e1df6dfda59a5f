// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

import io.highlands.local.AwsCommandLine;

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
        Assumptions.assumeTrue(AwsCommandLine.isInstalled(), "no aws on PATH: arguments are not validated here");
        Files.writeString(folder.resolve("datadog-api-key.txt"), "none");
        return new RealAws(folder);
    }

    /** The commands that the CLI refuses, each with what it says. */
    List<String> refused(List<List<String>> commands) throws IOException {
        List<List<String>> closed = commands.stream()
                .map(command -> Stream.concat(command.stream(), Stream.of("--endpoint-url", CLOSED)).toList()).toList();
        List<String> refused = new ArrayList<>();
        for (List<String> command : closed) {
            String said = run(Stream.concat(Stream.of(AwsCommandLine.program()), command.stream()).toList());
            if (!said.contains("Could not connect to the endpoint URL")) {
                refused.add("aws " + String.join(" ", command) + ": " + said.strip());
            }
        }
        return refused;
    }

    private String run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(VARIABLES);
        Process process = builder.start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
