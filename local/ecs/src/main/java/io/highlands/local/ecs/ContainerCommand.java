// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.ecs.process.ProcessSpec;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.TaskDefinitionSpec;

/** Makes a container's process of its definition: the image's folder, the template's variables, this task's addresses. */
final class ContainerCommand {

    /** Where health commands find bash: this machine's programs. */
    private static final String PATH = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
    private static final String JAVA_HOME = "JAVA_HOME";
    private static final String JVM_OPTIONS = "HIGHLANDS_JVM_OPTIONS";

    private final TaskDefinitionSpec task;
    private final ContainerSpec container;
    private final Image image;
    private final ListenerVariables listeners;
    private final TaskFolder folder;
    private final Path javaHome;
    private final AwsEnvironment aws;
    private final Map<String, String> more;

    ContainerCommand(TaskDefinitionSpec task, ContainerSpec container, Image image, ListenerVariables listeners,
            TaskFolder folder, Path javaHome, AwsEnvironment aws, Map<String, String> more) {
        this.task = task;
        this.container = container;
        this.image = image;
        this.listeners = listeners;
        this.folder = folder;
        this.javaHome = javaHome;
        this.aws = aws;
        this.more = more;
    }

    ProcessSpec process() {
        if (image.isProcess()) {
            return new ProcessSpec(listeners.placed(image.command(), container.ports()), environment(), directory());
        }
        List<String> command = new ArrayList<>(
                image.mapped(container.entryPoint().isEmpty() ? image.entryPoint() : container.entryPoint()));
        // As in a container engine, an entry point of the template's own switches the image's command off.
        if (!container.command().isEmpty()) {
            command.addAll(image.mapped(container.command()));
        } else if (container.entryPoint().isEmpty()) {
            command.addAll(image.mapped(image.command()));
        }
        return new ProcessSpec(command, environment(), directory());
    }

    /** The health command, with the environment and folder of the container. */
    ProcessSpec healthCheck() {
        List<String> command = container.healthCheck().command();
        List<String> arguments = image.mapped(command.subList(1, command.size()));
        if (command.getFirst().equals("CMD-SHELL")) {
            return process().running(List.of("/bin/sh", "-c", String.join(" ", arguments)));
        }
        return process().running(arguments);
    }

    private Path directory() {
        if (image.isProcess()) {
            return Path.of(image.workingDirectory());
        }
        String inside = container.workingDirectory() == null ? image.workingDirectory() : container.workingDirectory();
        return Path.of(image.mapped(inside));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        if (image.isProcess()) {
            environment.put("PATH", PATH);
            Optional.ofNullable(System.getenv(JAVA_HOME)).ifPresent(own -> environment.put(JAVA_HOME, own));
        } else {
            environment.put("PATH", javaHome.resolve("bin") + ":" + PATH);
            environment.put(JAVA_HOME, javaHome.toString());
        }
        environment.put("TMPDIR", folder.temporary().toString());
        // As the base image sets it; without it a JVM finds no file whose path has a letter outside ASCII
        environment.put("LANG", "C.UTF-8");
        declare(environment);
        if (image.isProcess()) {
            // What no image has: programs of this machine keep caches and settings there
            environment.putIfAbsent("HOME", System.getProperty("user.home"));
            return environment;
        }
        // The last one of two JVM flags wins: the template's.
        environment.merge(JVM_OPTIONS, jvmOptions(), (theirs, ours) -> ours + " " + theirs);
        return environment;
    }

    /**
     * The variables of a process that somebody else starts on this machine in the container's place: as the task has them, but
     * without its files, and with its upstreams' addresses, which only the task resolves, as numbers.
     *
     * @param port where the process listens on 127.0.0.1
     */
    Map<String, String> attachedEnvironment(int port) {
        Map<String, String> environment = new LinkedHashMap<>();
        declare(environment);
        environment.remove(JVM_OPTIONS);
        listeners.attach(environment, port);
        return environment;
    }

    private void declare(Map<String, String> environment) {
        environment.putAll(aws.variables(listeners.taskId()));
        environment.putAll(more);
        environment.putAll(image.environment());
        environment.putAll(container.environment());
        container.secrets().forEach((name, secret) -> environment.put(name, secret.value()));
        aws.adapt(environment);
        listeners.adapt(environment);
        if (image.isProcess()) {
            environment.putAll(more);
            listeners.adaptProcess(environment);
        }
    }

    /**
     * The heap is sized by the container's memory, as it is in the container; one compiler is enough for one machine. Paths are
     * relative, as options are parted by spaces and the checkout's path may hold one.
     */
    private String jvmOptions() {
        return String.join(" ", "-XX:MaxRAM=" + memoryMiB() + "m", "-XX:TieredStopAtLevel=1",
                "-Djdk.net.hosts.file=" + relative(folder.hosts()), "-Djava.io.tmpdir=" + relative(folder.temporary()));
    }

    private Path relative(Path path) {
        return directory().toAbsolutePath().normalize().relativize(path.toAbsolutePath().normalize());
    }

    private int memoryMiB() {
        if (container.memoryMiB() != null) {
            return container.memoryMiB();
        }
        return container.memoryReservationMiB() != null ? container.memoryReservationMiB() : task.memoryMiB();
    }
}
