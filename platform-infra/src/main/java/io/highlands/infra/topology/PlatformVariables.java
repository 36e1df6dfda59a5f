// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The environment variables that a service cannot declare, because the platform or AWS sets them. */
final class PlatformVariables {

    private static final Set<String> NAMES = Set.of("BIND_ADDRESS", "AGENT_ADDRESS", "TRACING_AGENT", "DD_ENV",
            "DD_SERVICE", "DD_VERSION", "DD_TRACING_ENABLED", "OTEL_RESOURCE_ATTRIBUTES");
    /** Of a Spring Boot jar beside these: where it listens, how it ends, and where Actuator is. */
    private static final Set<String> SPRING_BOOT = Set.of("SERVER_ADDRESS", "SERVER_PORT", "SERVER_SHUTDOWN",
            "SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE", "MANAGEMENT_SERVER_ADDRESS", "MANAGEMENT_SERVER_PORT",
            "MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED", "MANAGEMENT_ENDPOINT_HEALTH_PROBES_ADDADDITIONALPATHS",
            "MANAGEMENT_CLOUDWATCH_METRICS_EXPORT_NAMESPACE", "MANAGEMENT_CLOUDWATCH_METRICS_EXPORT_STEP");
    /** Of another image: where it listens, and where its traces go. */
    private static final Set<String> FOREIGN = Set.of("HOST", "PORT", "OTEL_EXPORTER_OTLP_ENDPOINT",
            "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_SERVICE_NAME", "DD_TRACE_AGENT_URL");
    /**
     * {@code AWS_} and {@code ECS_} are Region, credentials and metadata (ECS Developer Guide, "Task IAM role" and "Task
     * metadata endpoint version 4 for tasks on Fargate").
     */
    private static final List<String> PREFIXES = List.of("HIGHLANDS_", "AWS_", "ECS_");

    private PlatformVariables() {
    }

    /** Whether the platform or AWS sets the variable of every service of that kind. */
    static boolean isSet(String variable, ServiceKind kind) {
        return PREFIXES.stream().anyMatch(variable::startsWith) || NAMES.contains(variable)
                || ofKind(kind).contains(variable);
    }

    /** Why the service cannot declare the variable; empty where it can. */
    static Optional<String> reason(String variable, ServiceSpec service) {
        return PREFIXES.stream().filter(variable::startsWith).findFirst()
                .map(prefix -> "no name that begins with %s, which the platform or AWS sets".formatted(prefix))
                .or(() -> service.upstreams().stream().filter(upstream -> upstream.variables().contains(variable))
                        .findFirst().map(Upstream::service)
                        .map("another name: the platform sets it because the service calls %s"::formatted))
                .or(() -> service.options().resources().stream()
                        .filter(resource -> service.options().variables(resource).contains(variable)).findFirst()
                        .map(ResourceSpec::name)
                        .map("another name: the platform sets it for the resource %s"::formatted))
                .or(() -> Optional.of("another name: the platform sets it").filter(
                        reason -> NAMES.contains(variable) || ofKind(service.program().kind()).contains(variable)));
    }

    private static Set<String> ofKind(ServiceKind kind) {
        return switch (kind) {
            case HIGHLANDS -> Set.of();
            case SPRING_BOOT -> SPRING_BOOT;
            case CONTAINER -> FOREIGN;
        };
    }
}
