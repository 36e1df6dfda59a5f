// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.Map;

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

    /** {@return labels of the service's container} */
    Map<String, String> serviceLabels(Deployment deployment) {
        return this == COLLECTOR ? Map.of() : DatadogSidecar.labels(deployment);
    }
}
