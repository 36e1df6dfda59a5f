// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container of a task definition. What the template leaves out has ECS's default.
 *
 * @param name the container's name
 * @param image the resolved image, for example
 * {@code 000000000000.dkr.ecr.eu-west-1.amazonaws.com/highlands/service-a:1}
 * @param repository last path segment of the ECR repository, for example {@code service-a}; null for any other registry,
 * and where a process of this machine takes the container's place
 * @param essential whether the task stops when this container stops; default true
 * @param environment plain variables, in the template's order
 * @param secrets variables whose values come from Secrets Manager or Parameter Store
 * @param command replaces the image's command when not empty
 * @param entryPoint replaces the image's entry point when not empty
 * @param workingDirectory replaces the image's working directory, or null
 * @param ports port mappings
 * @param healthCheck the health check, or null
 * @param dependsOn what this container waits for before it starts
 * @param stopTimeout time between SIGTERM and SIGKILL; default 30 s
 * @param memoryMiB hard limit of memory in MiB, or null
 * @param memoryReservationMiB soft limit of memory in MiB, or null
 * @param cpu CPU units; default 0
 * @param readonlyRoot whether the root file system is read-only; default false
 * @param user replaces the image's user, or null
 * @param log where output goes, or null
 * @param restartPolicy whether the container is restarted by itself; never null
 */
public record ContainerSpec(String name, String image, String repository, boolean essential,
        Map<String, String> environment, Map<String, SecretRef> secrets, List<String> command, List<String> entryPoint,
        String workingDirectory, List<PortMapping> ports, HealthCheckSpec healthCheck, List<Dependency> dependsOn,
        Duration stopTimeout, Integer memoryMiB, Integer memoryReservationMiB, int cpu, boolean readonlyRoot,
        String user, LogSpec log, RestartPolicy restartPolicy) {

    /** Copies the collections. */
    public ContainerSpec {
        environment = Ordered.map(environment);
        secrets = Ordered.map(secrets);
        command = List.copyOf(command);
        entryPoint = List.copyOf(entryPoint);
        ports = List.copyOf(ports);
        dependsOn = List.copyOf(dependsOn);
    }

    /**
     * The tracing sidecar that this is, for which the built-in intake stands.
     *
     * @return the sidecar by its image, or nothing for any other container
     */
    public Optional<TracingSidecar> tracingSidecar() {
        return TracingSidecar.of(image);
    }

    /** {@return whether its image is none that the build makes, so that a process of this machine takes its place} */
    public boolean isForeign() {
        return repository == null && !isTracingSidecar();
    }

    /** {@return the same container with an image that the build does not make} */
    public ContainerSpec withoutRepository() {
        return new ContainerSpec(name, image, null, essential, environment, secrets, command, entryPoint,
                workingDirectory, ports, healthCheck, dependsOn, stopTimeout, memoryMiB, memoryReservationMiB, cpu,
                readonlyRoot, user, log, restartPolicy);
    }

    /** {@return whether this is a tracing sidecar, or prepares files for one with its image} */
    public boolean isTracingSidecar() {
        return tracingSidecar().isPresent();
    }
}
