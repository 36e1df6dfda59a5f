// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;
import io.highlands.local.error.FileErrors;

/** Builds services of a project by the project's Maven, with the libraries of the archive. */
final class ProjectBuild {

    /** A short build: code that is compiled well would not be run often enough to pay. */
    private static final String MAVEN_OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC ";

    private final Checkout checkout;
    private final Path project;
    private final Path stamps;
    private final Path log;
    private final Consumer<String> tell;

    /**
     * Takes a project.
     *
     * @param checkout the archive
     * @param project the project's folder
     * @param tell is told in one line what is built
     */
    ProjectBuild(Checkout checkout, Path project, Consumer<String> tell) {
        this.checkout = checkout;
        this.project = project;
        this.stamps = checkout.state().root().resolve("built");
        this.log = checkout.state().root().resolve("build.log");
        this.tell = tell;
    }

    /**
     * Builds what changed since it was built, or was built with another archive.
     *
     * @param services the folders of the services
     * @throws ControlException with the first error of the build
     */
    void upToDate(List<Path> services) {
        String archive = archive();
        Map<Path, String> stale = new LinkedHashMap<>();
        for (Path service : services) {
            String state = archive + state(service);
            if (isStale(service, state)) {
                stale.put(service, state);
            }
        }
        if (stale.isEmpty()) {
            return;
        }
        List<Path> built = List.copyOf(stale.keySet());
        tell.accept("building " + names(built, ", ") + " (log: " + project.relativize(log.normalize()) + ") ...");
        run(built);
        try {
            Files.createDirectories(stamps);
            for (Map.Entry<Path, String> service : stale.entrySet()) {
                Files.writeString(stamps.resolve(service.getKey().getFileName()), service.getValue());
            }
        } catch (IOException e) {
            throw new ControlException(stamps + " cannot be written: " + FileErrors.reason(e), e);
        }
    }

    /** As it is before the build: what is saved meanwhile is built the next time. */
    private String state(Path service) {
        try {
            return new SourceState(project).of(service);
        } catch (IOException e) {
            throw new ControlException(service + " cannot be read: " + FileErrors.reason(e), e);
        }
    }

    private boolean isStale(Path service, String state) {
        Path stamp = stamps.resolve(service.getFileName());
        try {
            return !Files.exists(stamp) || !Files.exists(service.resolve("target/image/image.json"))
                    || !Files.readString(stamp).equals(state);
        } catch (IOException e) {
            throw new ControlException(service + " cannot be read: " + FileErrors.reason(e), e);
        }
    }

    /** Its folder, which images have links to, and the files of the starter, whose names tell a snapshot from the next. */
    private String archive() {
        Path starter = checkout.root().resolve("maven/io/highlands/service-starter");
        try (Stream<Path> files = Files.walk(starter)) {
            return files.map(file -> starter.relativize(file).toString()).sorted()
                    .collect(Collectors.joining("\n", checkout.root() + "\n", "\n"));
        } catch (IOException e) {
            throw new ControlException(starter + " cannot be read: " + FileErrors.reason(e), e);
        }
    }

    private void run(List<Path> services) {
        Path wrapper = project.resolve("mvnw");
        if (!Files.isExecutable(wrapper)) {
            throw new ControlException(wrapper + ": found no program; allowed: Maven's wrapper, as in "
                    + checkout.root().resolve("project"));
        }
        List<String> command = new ArrayList<>(List.of(wrapper.toString(), "-B", "-pl",
                names(services, ",").replaceAll("(^|,)", "$1services/"), "-am", "-Dmaven.test.skip=true",
                "-Dimage.train=false"));
        command.addAll(properties(checkout));
        command.add("package");
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("MAVEN_OPTS", MAVEN_OPTIONS, (given, own) -> own + given);
        int code = exitCode(builder);
        if (code != 0) {
            throw new ControlException("the build failed: " + reason(code) + " (whole log: "
                    + project.relativize(log.normalize()) + ")");
        }
    }

    /** {@return the options by which a project's build finds the archive, at a path of any characters} */
    static List<String> properties(Checkout checkout) {
        Path repository = checkout.root().resolve("maven");
        return List.of("-Dhighlands.home=" + checkout.root(), "-Dhighlands.repository="
                + repository.toUri().toString().replaceFirst("/$", ""));
    }

    private static int exitCode(ProcessBuilder builder) {
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new ControlException("the build could not be started: " + FileErrors.reason(e), e);
        }
        Thread ending = new Thread(() -> end(process), "end of the build");
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw new ControlException("interrupted while the services were built", e);
        } finally {
            forget(ending);
        }
    }

    /** With what it has started, such as a service that is trained. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static void forget(Thread ending) {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException shuttingDown) {
            // It runs.
        }
    }

    private String reason(int code) {
        try {
            return BuildError.of(Files.readString(log, StandardCharsets.UTF_8))
                    .orElse("Maven ended with exit code " + code);
        } catch (IOException e) {
            return "Maven ended with exit code " + code;
        }
    }

    private static String names(List<Path> services, String separator) {
        return services.stream().map(service -> service.getFileName().toString())
                .collect(Collectors.joining(separator));
    }
}
