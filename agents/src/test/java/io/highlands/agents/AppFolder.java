// SPDX-License-Identifier: Apache-2.0
package io.highlands.agents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An image's folder around the real launch, and a Java beside it that says how it was called.
 *
 * @param folder where launch is
 */
record AppFolder(Path folder) {

    private static final String TELLING_JAVA = """
            #!/bin/sh
            echo "pid $$"
            echo "in $(pwd)"
            for argument in "$@"; do echo "argument $argument"; done
            env | sed 's/^/environment /'
            """;

    static AppFolder in(Path folder) throws IOException {
        executable(folder.resolve("launch"), Files.readString(Path.of("launch")));
        Files.createDirectories(folder.resolve("java/bin"));
        executable(folder.resolve("java/bin/java"), TELLING_JAVA);
        Files.createDirectories(folder.resolve("agents"));
        for (String file : List.of("jvm.options", "app.jar", "app.aot", "agents/dd-java-agent.jar",
                "agents/opentelemetry-javaagent.jar")) {
            Files.createFile(folder.resolve(file));
        }
        Files.writeString(folder.resolve("java/release"), "JAVA_RUNTIME_VERSION=\"25.0.3+9-LTS\"\n");
        AppFolder app = new AppFolder(folder);
        Files.write(folder.resolve("app.aot.fit"), app.fit());
        return app;
    }

    private List<String> fit() throws IOException {
        try {
            return launch(Map.of(), "fit").lines();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void append(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    void removeFit() throws IOException {
        Files.delete(folder.resolve("app.aot.fit"));
    }

    void removeRelease() throws IOException {
        Files.delete(folder.resolve("java/release"));
    }

    Path agent(String jar) throws IOException {
        return folder.toRealPath().resolve("agents").resolve(jar);
    }

    void removeAgents() throws IOException {
        Files.delete(folder.resolve("agents/dd-java-agent.jar"));
        Files.delete(folder.resolve("agents/opentelemetry-javaagent.jar"));
    }

    void removeCache() throws IOException {
        Files.delete(folder.resolve("app.aot"));
    }

    /** Runs launch from another folder, with these variables and no others of the platform's or the agents'. */
    Launched launch(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(folder.resolve("launch").toString()));
        command.addAll(List.of(arguments));
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.getParent().toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", System.getenv("PATH"), "JAVA_HOME",
                folder.resolve("java").toString()));
        builder.environment().putAll(variables);
        Process process = builder.start();
        List<String> lines = process.inputReader().lines().toList();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("launch did not end: " + lines);
        }
        return new Launched(process.pid(), process.exitValue(), lines, Files.readAllLines(errors));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
