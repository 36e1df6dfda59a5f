// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    List<String> refused(List<List<String>> commands) throws IOException {
        List<List<String>> closed = commands.stream()
                .map(command -> Stream.concat(command.stream(), Stream.of("--endpoint-url", CLOSED)).toList()).toList();
        List<String> said = said(closed);
        return IntStream.range(0, said.size())
                .filter(i -> !said.get(i).contains("Could not connect to the endpoint URL"))
                .mapToObj(i -> "aws " + String.join(" ", closed.get(i)) + ": " + said.get(i).strip()).toList();
    }

    private List<String> said(List<List<String>> commands) throws IOException {
        Optional<String> python = python();
        if (python.isPresent()) {
            Path script = folder.resolve("validate.py");
            try (InputStream source = RealAws.class.getResourceAsStream("validate.py")) {
                Files.write(script, source.readAllBytes());
            }
            JsonMapper mapper = JsonMapper.shared();
            String said = run(List.of(python.get(), script.toString()), mapper.writeValueAsString(commands));
            return mapper.readTree(said).valueStream().map(JsonNode::asString).toList();
        }
        List<String> said = new ArrayList<>();
        for (List<String> command : commands) {
            said.add(run(Stream.concat(Stream.of("aws"), command.stream()).toList(), ""));
        }
        return said;
    }

    /** The interpreter that the aws on PATH names, behind pyenv's shim too; the bundle that AWS distributes names none. */
    private Optional<String> python() throws IOException {
        Path aws = Stream.of(System.getenv("PATH").split(":")).map(entry -> Path.of(entry, "aws"))
                .filter(Files::isExecutable).findFirst().orElseThrow();
        if (firstLine(aws).endsWith("bash") && Files.readString(aws).contains("pyenv")) {
            aws = Path.of(run(List.of("pyenv", "which", "aws"), "").strip());
        }
        String first = firstLine(aws);
        return first.startsWith("#!") && first.contains("python")
                ? Optional.of(first.substring(2).strip())
                : Optional.empty();
    }

    private static String firstLine(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(200), StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
        }
    }

    private String run(List<String> command, String input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(VARIABLES);
        Process process = builder.start();
        try (OutputStream out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
