// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.time.Duration;
import java.util.SequencedMap;
import java.util.TreeMap;

import io.highlands.infra.settings.TracingAgent;
import io.highlands.infra.topology.ServiceKind;
import io.highlands.infra.topology.ServiceSpec;
import io.highlands.infra.topology.Topology;
import io.highlands.infra.topology.Upstream;

/** The environment variables of a service's container. */
final class ServiceVariables {

    private static final String DRAIN = "HIGHLANDS_DRAIN";
    private static final String BIND_ADDRESS = "BIND_ADDRESS";

    private ServiceVariables() {
    }

    static SequencedMap<String, String> of(Deployment deployment) {
        ServiceSpec spec = deployment.spec();
        SequencedMap<String, String> variables = new TreeMap<>(spec.options().environment());
        variables.putAll(health(spec));
        variables.put("HIGHLANDS_SERVICE", spec.name());
        variables.put("HIGHLANDS_ENV", deployment.environment().name());
        variables.put(DRAIN, seconds(deployment.environment().drain()));
        switch (spec.program().kind()) {
            case HIGHLANDS -> {
                variables.put("HIGHLANDS_METRICS_ENABLED", "true");
                variables.put("HIGHLANDS_METRICS_STEP", seconds(deployment.environment().metrics().step()));
            }
            case SPRING_BOOT -> {
                variables.putAll(SpringBootVariables.of(deployment));
                SpringBootVariables.defaults().forEach(variables::putIfAbsent);
            }
            case CONTAINER -> {
                variables.put("HOST", "0.0.0.0");
                variables.put("PORT", Integer.toString(spec.containerPort()));
            }
        }
        upstreams(variables, deployment.environment().topology(), spec);
        deployment.resources().forEach(resource -> variables.putAll(resource.environment()));
        tracing(variables, deployment);
        return variables;
    }

    /** What the gate needs: where to ask, and how long the drain is where it is the gate that drains. */
    static SequencedMap<String, String> gate(Deployment deployment) {
        SequencedMap<String, String> variables = health(deployment.spec());
        if (deployment.spec().program().kind() == ServiceKind.SPRING_BOOT) {
            variables.put(DRAIN, seconds(deployment.environment().drain()));
        }
        return variables;
    }

    /**
     * Where the service listens and is asked whether it is healthy: all addresses of the container, since the proxy reaches
     * it through the loopback one. The path is left out where it is the one that {@code launch} asks anyway.
     */
    private static SequencedMap<String, String> health(ServiceSpec spec) {
        SequencedMap<String, String> variables = new TreeMap<>();
        variables.put(BIND_ADDRESS, "0.0.0.0:" + spec.containerPort());
        if (!spec.health().equals(ServiceSpec.HEALTH)) {
            variables.put("HIGHLANDS_HEALTH_PATH", spec.health());
        }
        return variables;
    }

    private static void upstreams(SequencedMap<String, String> variables, Topology topology, ServiceSpec spec) {
        for (Upstream upstream : spec.upstreams()) {
            ServiceSpec server = topology.get(upstream.service());
            variables.put(server.variablePrefix() + "_URL", server.url());
            variables.put(server.variablePrefix() + "_TIMEOUT", seconds(topology.timeout(upstream)));
        }
    }

    private static void tracing(SequencedMap<String, String> variables, Deployment deployment) {
        var tracing = deployment.tracing();
        variables.put("DD_TRACING_ENABLED", Boolean.toString(tracing.enabled()));
        deployment.sidecar().ifPresent(sidecar -> {
            variables.put("TRACING_AGENT", tracing.agent().word());
            variables.put("AGENT_ADDRESS", "127.0.0.1");
            variables.putAll(sidecar.serviceVariables(deployment));
            if (!deployment.spec().program().kind().hasLaunch()) {
                variables.putAll(sidecar.intake(deployment));
            }
            if (deployment.spec().program().kind() == ServiceKind.SPRING_BOOT
                    && tracing.agent() == TracingAgent.OPENTELEMETRY) {
                // What it uses is not known here: the agent instruments all that it knows
                variables.put("OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED", "true");
            }
        });
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + "s";
    }
}
