// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.Dependency;
import io.highlands.local.template.HealthCheckSpec;
import io.highlands.local.template.LogSpec;
import io.highlands.local.template.PortMapping;
import io.highlands.local.template.RestartPolicy;
import io.highlands.local.template.SecretRef;
import io.highlands.local.template.TracingSidecar;
import io.highlands.local.template.cloudformation.Properties;

/** Reads one container of a task definition. */
final class ContainerReader {

    private static final Pattern ECR = Pattern
            .compile("[^/]+\\.dkr\\.ecr\\.[^/]+/(?:[^/:@]+/)*([^/:@]+)(?::[^/@]+)?(?:@.+)?");
    private static final String GAME_DAY_AGENT = "public.ecr.aws/amazon-ssm-agent/amazon-ssm-agent:";
    private static final int MAX_MEMORY = 122880;

    private final Properties container;

    ContainerReader(Properties container) {
        this.container = container;
    }

    ContainerSpec read() {
        String image = container.text("Image");
        Integer limit = container.integer("Memory", null, 4, MAX_MEMORY);
        Integer reservation = container.integer("MemoryReservation", null, 4, MAX_MEMORY);
        if (limit != null && reservation != null && reservation > limit) {
            throw container.error("MemoryReservation", reservation + " is more than Memory, which is " + limit);
        }
        if (container.flag("ReadonlyRootFilesystem", false)) {
            container.differs("ReadonlyRootFilesystem", "the process sees this machine's file system");
        }
        return new ContainerSpec(container.text("Name"), image, repository(image), container.flag("Essential", true),
                environment(), secrets(image), container.texts("Command"), container.texts("EntryPoint"),
                container.text("WorkingDirectory", null), ports(), healthCheck(), dependencies(),
                Duration.ofSeconds(container.integer("StopTimeout", 30, 0, 120)), limit, reservation,
                container.integer("Cpu", 0, 0, 16384), container.flag("ReadonlyRootFilesystem", false),
                container.text("User", null), log(container), restartPolicy());
    }

    /**
     * Whether an image is the agent of Systems Manager, by which AWS FIS injects faults. Nothing stands for it here, where
     * faults are injected from outside the task.
     */
    static boolean isGameDayAgent(String image) {
        return image.startsWith(GAME_DAY_AGENT);
    }

    static String repository(String image) {
        Matcher matcher = ECR.matcher(image);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** A service's own container is named after it. */
    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(container.endpoints(container.text("Name")));
        environment.putAll(container.keyed("Environment", "Name", variable -> variable.text("Value", "")));
        return environment;
    }

    private Map<String, SecretRef> secrets(String image) {
        if (TracingSidecar.of(image).isEmpty()) {
            return container.keyed("Secrets", "Name",
                    secret -> new SecretRef(secret.text("ValueFrom"), secret.secret("ValueFrom")));
        }
        Map<String, SecretRef> secrets = container.keyed("Secrets", "Name",
                secret -> new SecretRef(secret.text("ValueFrom"), ""));
        container.differs("Secrets", "the built-in intake needs none");
        return secrets;
    }

    private List<PortMapping> ports() {
        List<PortMapping> ports = new ArrayList<>();
        for (Properties mapping : container.children("PortMappings")) {
            int port = mapping.integer("ContainerPort", 1, 65535);
            if (mapping.integer("HostPort", port, 0, 65535) != port) {
                throw mapping.error("HostPort", "must be the container port, " + port + ", with awsvpc");
            }
            String appProtocol = mapping.has("AppProtocol")
                    ? mapping.oneOf("AppProtocol", null, List.of("http", "http2", "grpc"))
                    : null;
            AppProtocols.difference(appProtocol).ifPresent(note -> mapping.differs("AppProtocol", note));
            ports.add(new PortMapping(mapping.text("Name", null), port,
                    mapping.oneOf("Protocol", "tcp", List.of("tcp", "udp")), appProtocol));
        }
        return ports;
    }

    private HealthCheckSpec healthCheck() {
        Properties check = container.child("HealthCheck");
        if (check == null) {
            return null;
        }
        List<String> command = check.texts("Command");
        if (command.size() < 2 || !List.of("CMD", "CMD-SHELL").contains(command.getFirst())) {
            throw check.error("Command", command + " is not a command; allowed: CMD or CMD-SHELL and what to run");
        }
        return new HealthCheckSpec(command, Duration.ofSeconds(check.integer("Interval", 30, 5, 300)),
                Duration.ofSeconds(check.integer("Timeout", 5, 2, 60)), check.integer("Retries", 3, 1, 10),
                Duration.ofSeconds(check.integer("StartPeriod", 0, 0, 300)));
    }

    private List<Dependency> dependencies() {
        List<Dependency> dependencies = new ArrayList<>();
        List<String> conditions = List.of("START", "COMPLETE", "SUCCESS", "HEALTHY");
        for (Properties dependency : container.children("DependsOn")) {
            dependencies.add(new Dependency(dependency.text("ContainerName"),
                    Dependency.Condition.valueOf(dependency.oneOf("Condition", null, conditions))));
        }
        return dependencies;
    }

    private RestartPolicy restartPolicy() {
        Properties policy = container.child("RestartPolicy");
        if (policy == null) {
            return RestartPolicy.NONE;
        }
        List<Integer> ignored = new ArrayList<>();
        for (String code : policy.texts("IgnoredExitCodes")) {
            if (!code.matches("\\d{1,3}")) {
                throw policy.error("IgnoredExitCodes", "'" + code + "' is not an exit code; allowed: 0 to 255");
            }
            ignored.add(Integer.valueOf(code));
        }
        return new RestartPolicy(policy.flag("Enabled", false), ignored,
                Duration.ofSeconds(policy.integer("RestartAttemptPeriod", 300, 60, 1800)));
    }

    /** The log configuration of a container or of Service Connect; null when there is none. */
    static LogSpec log(Properties owner) {
        Properties log = owner.child("LogConfiguration");
        if (log == null) {
            return null;
        }
        return new LogSpec(log.text("LogDriver"), log.textMap("Options"));
    }
}
