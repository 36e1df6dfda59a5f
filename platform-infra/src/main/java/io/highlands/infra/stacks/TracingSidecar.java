// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.Map;
import java.util.TreeMap;

import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.constructs.Construct;

import io.highlands.infra.settings.TracingBackend;

/** What the tracing switch adds to a task and its service, by the backend. None of it is there while tracing is off. */
enum TracingSidecar {

    /** The Datadog agent. */
    DATADOG(DatadogSidecar.NAME, "agent", "DatadogLogs", "The Datadog agent's process is killed"),
    /** The OpenTelemetry Collector. */
    COLLECTOR(CollectorSidecar.NAME, CollectorSidecar.PROCESS, "CollectorLogs",
            "The trace collector's process is killed");

    private final String container;
    private final String process;
    private final String logsId;
    private final String killed;

    TracingSidecar(String container, String process, String logsId, String killed) {
        this.container = container;
        this.process = process;
        this.logsId = logsId;
        this.killed = killed;
    }

    static TracingSidecar of(TracingBackend backend) {
        return backend == TracingBackend.AWS ? COLLECTOR : DATADOG;
    }

    /** {@return the container's name, which is also the last part of its log group's} */
    String container() {
        return container;
    }

    /** {@return the name of its process} */
    String process() {
        return process;
    }

    /** {@return what an experiment does that kills it, in a sentence} */
    String killed() {
        return killed;
    }

    /** Adds it to a service's task, with a log group in that scope. */
    void add(Construct scope, FargateTaskDefinition task, Deployment deployment, LogGroups logs) {
        var logging = logs.driver(logs.createSwitchable(scope, logsId, deployment.spec().name(), container), "task");
        if (this == COLLECTOR) {
            CollectorSidecar.add(task, deployment, logging);
        } else {
            DatadogSidecar.add(task, deployment, logging);
        }
    }

    /** {@return variables of the service's container} */
    Map<String, String> serviceVariables(Deployment deployment) {
        return this == COLLECTOR
                ? CollectorSidecar.serviceVariables(deployment)
                : DatadogSidecar.serviceTags(deployment);
    }

    /**
     * {@return where a program that {@code launch} does not start sends its traces, in the variables that the SDKs of
     * OpenTelemetry and Datadog read themselves}
     *
     * @see <a href="https://opentelemetry.io/docs/specs/otel/protocol/exporter/">OpenTelemetry Protocol Exporter</a>
     * @see <a href="https://docs.datadoghq.com/tracing/trace_collection/library_config/">Configure the Datadog SDK</a>
     */
    Map<String, String> intake(Deployment deployment) {
        Map<String, String> variables = new TreeMap<>(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318",
                "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf", "OTEL_SERVICE_NAME", deployment.spec().name()));
        variables.putAll(CollectorSidecar.serviceVariables(deployment));
        if (this == DATADOG) {
            variables.put("DD_TRACE_AGENT_URL", "http://127.0.0.1:8126");
        }
        return variables;
    }

    /** {@return labels of the service's container} */
    Map<String, String> serviceLabels(Deployment deployment) {
        return this == COLLECTOR ? Map.of() : DatadogSidecar.labels(deployment);
    }
}
