// SPDX-License-Identifier: Apache-2.0
package io.highlands.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The machine's AWS CLI: a program that takes its arguments and environment and prints what it prints. Where it is a Python
 * script, all commands of a run of the tests are forked from one interpreter, as starting one takes a second.
 */
public final class AwsCommandLine {

    /** Debian's is preferred to others on the path. */
    private static final Path DEBIAN = Path.of("/usr/bin/aws");

    private static String program;

    private AwsCommandLine() {
    }

    /** {@return whether there is one} */
    public static boolean isInstalled() {
        return installed().isPresent();
    }

    /**
     * Finds the AWS CLI, and starts its interpreter when it is first asked.
     *
     * @return the program to run
     * @throws AssertionError where there is no AWS CLI
     */
    public static synchronized String program() {
        if (program == null) {
            Path installed = installed()
                    .orElseThrow(() -> new AssertionError("the AWS CLI is needed here: apt-get install awscli"));
            try {
                Optional<String> interpreter = interpreter(installed);
                program = interpreter.isPresent() ? start(interpreter.get()) : installed.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return program;
    }

    private static Optional<Path> installed() {
        if (Files.isExecutable(DEBIAN)) {
            return Optional.of(DEBIAN);
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(entry -> Path.of(entry, "aws")).filter(Files::isExecutable).findFirst();
    }

    /** The interpreter that a script names, behind pyenv's shim too; the bundle that AWS distributes names none. */
    private static Optional<String> interpreter(Path aws) throws IOException {
        Path script = aws;
        if (firstLine(aws).endsWith("bash") && Files.readString(aws).contains("pyenv")) {
            Process which = new ProcessBuilder("pyenv", "which", "aws").start();
            script = Path.of(new String(which.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        }
        String first = firstLine(script);
        return first.startsWith("#!") && first.contains("python")
                ? Optional.of(first.substring(2).strip())
                : Optional.empty();
    }

    private static String firstLine(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(200), StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
        }
    }

    private static String start(String interpreter) throws IOException {
        Path folder = Files.createTempDirectory("aws");
        Path server = folder.resolve("server.py");
        Files.writeString(server, resource("aws-server.py"));
        Path client = folder.resolve("aws");
        // -I and -S: nothing of the site is imported, which would take longer than the rest
        Files.writeString(client, "#!" + interpreter.split(" ")[0] + " -IS\n" + resource("aws-client.py"));
        client.toFile().setExecutable(true);
        // Ends when this JVM ends, as that closes its standard input
        Process process = new ProcessBuilder(interpreter.split(" ")[0], server.toString()).directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        if (process.inputReader().readLine() == null) {
            throw new IOException("the AWS CLI's interpreter " + interpreter + " does not start");
        }
        return client.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = AwsCommandLine.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
