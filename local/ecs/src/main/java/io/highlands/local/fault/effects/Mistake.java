// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault.effects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.highlands.local.fault.FaultException;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.HealthCheckSpec;
import io.highlands.local.template.TaskDefinitionSpec;

/** Task definitions that differ from a good one by a mistake such as people make. */
final class Mistake {

    /** An upstream's address, such as {@code http://service-a:8080}. */
    private static final Pattern UPSTREAM = Pattern.compile("(https?://[A-Za-z][A-Za-z0-9-]*):\\d{1,5}(/.*)?");

    /** Where no service listens. */
    private static final String WRONG_PORT = ":1";

    /** One line as services log, and then the end. */
    private static final String CRASH = """
            sleep 2; printf '{"time":"%s","level":"ERROR","service":"%s","env":"%s","logger":"release",\
            "message":"this release cannot go on","trace_id":"","span_id":"","request_id":""}\\n' \
            "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "${HIGHLANDS_SERVICE:-service}" "${HIGHLANDS_ENV:-local}"; exit 1""";

    private Mistake() {
    }

    /**
     * The change that makes it.
     *
     * @param service the service, whose container has its name
     * @param how {@code crash}, {@code unhealthy} or {@code errors}
     * @return makes a bad task definition of a good one
     * @throws FaultException when it is run and nothing can be made wrong in that way
     */
    static UnaryOperator<TaskDefinitionSpec> of(String service, String how) {
        return good -> good.with(good.containers().stream()
                .map(container -> container.name().equals(service) ? bad(container, how) : container).toList());
    }

    private static ContainerSpec bad(ContainerSpec good, String how) {
        return switch (how) {
            case "crash" -> with(good, good.environment(), List.of(CRASH), List.of("/bin/sh", "-c"),
                    good.healthCheck());
            case "unhealthy" -> with(good, good.environment(), good.command(), good.entryPoint(),
                    failing(good));
            default -> with(good, elsewhere(good), good.command(), good.entryPoint(), good.healthCheck());
        };
    }

    private static HealthCheckSpec failing(ContainerSpec good) {
        HealthCheckSpec check = good.healthCheck();
        if (check == null) {
            throw new FaultException("bad-release: " + good.name() + " has no health check that could fail");
        }
        return new HealthCheckSpec(List.of("CMD-SHELL", "exit 1"), check.interval(), check.timeout(), check.retries(),
                check.startPeriod());
    }

    private static Map<String, String> elsewhere(ContainerSpec good) {
        Map<String, String> variables = new LinkedHashMap<>(good.environment());
        variables.replaceAll((name, value) -> {
            Matcher upstream = UPSTREAM.matcher(value);
            return upstream.matches() ? upstream.group(1) + WRONG_PORT : value;
        });
        if (variables.equals(good.environment())) {
            throw new FaultException("bad-release: " + good.name() + " calls nobody, so that its errors cannot be "
                    + "made; allowed: crash or unhealthy");
        }
        return variables;
    }

    private static ContainerSpec with(ContainerSpec good, Map<String, String> environment, List<String> command,
            List<String> entryPoint, HealthCheckSpec check) {
        return new ContainerSpec(good.name(), good.image(), good.repository(), good.essential(), environment,
                good.secrets(), command, entryPoint, good.workingDirectory(), good.ports(), check, good.dependsOn(),
                good.stopTimeout(), good.memoryMiB(), good.memoryReservationMiB(), good.cpu(), good.readonlyRoot(),
                good.user(), good.log(), good.restartPolicy());
    }
}
