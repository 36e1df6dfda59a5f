// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.load.BackgroundLoad;
import io.highlands.local.load.LoadCounts;
import io.highlands.local.mesh.EdgeCounters;
import io.highlands.local.store.StoreUsage;
import io.highlands.local.template.Coverage;

/** The running platform as JSON: what {@code highlands status --json} prints. */
final class StatusJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StatusJson() {
    }

    static ObjectNode status(RunOptions options, String phase, String progress, EcsRuntime runtime,
            Observability observability, BackgroundLoad load) {
        ObjectNode status = JSON.objectNode()
                .put("environment", options.environment())
                .put("phase", phase)
                .put("progress", progress)
                .put("pid", ProcessHandle.current().pid())
                .put("loadBalancer", "http://127.0.0.1:" + options.loadBalancerPort())
                .put("timeScale", options.timeScale())
                .put("console", address(options.consolePort()))
                .put("awsApis", address(options.awsPort()));
        status.putObject("intake").put("datadogPort", options.datadogPort()).put("otlpPort", options.otlpPort())
                .put("statsdPort", options.statsdPort());
        ArrayNode warnings = status.putArray("warnings");
        runtime.brokenPaths().forEach(warnings::add);
        ArrayNode services = status.putArray("services");
        ArrayNode tasks = status.putArray("tasks");
        runtime.snapshot().services().forEach(service -> {
            services.add(service(service));
            service.tasks().forEach(task -> tasks.add(task(service.name(), task)));
        });
        ArrayNode edges = status.putArray("edges");
        runtime.meshCounters().edges().forEach(edge -> edges.add(edge(edge)));
        status.set("alarms", alarms(observability.alarms()));
        status.set("telemetry", telemetry(observability));
        status.set("tracing", observability.tracing().json());
        status.set("load", load(load));
        return status;
    }

    private static ObjectNode load(BackgroundLoad load) {
        LoadCounts counts = load.counts();
        return JSON.objectNode().put("perSecond", load.perSecond()).put("sent", counts.sent())
                .put("good", counts.good()).put("failed", counts.failed()).put("skipped", counts.skipped());
    }

    private static String address(int port) {
        return port == 0 ? "" : "http://127.0.0.1:" + port;
    }

    private static ObjectNode service(ServiceSnapshot service) {
        ObjectNode json = JSON.objectNode()
                .put("name", service.name())
                .put("desired", service.desired())
                .put("running", service.running())
                .put("pending", service.pending())
                .put("stable", service.stable())
                .put("rolloutState", service.deployments().getFirst().rolloutState().name())
                .put("taskDefinition", service.deployments().getFirst().taskDefinition());
        ArrayNode events = json.putArray("events");
        service.events().forEach(event -> events.addObject().put("at", event.at().toString())
                .put("message", event.message()));
        return json;
    }

    private static ObjectNode task(String service, TaskSnapshot task) {
        ObjectNode json = JSON.objectNode()
                .put("id", task.id())
                .put("service", service)
                .put("lastStatus", task.lastStatus().name())
                .put("healthStatus", task.health().name())
                .put("address", task.proxyAddress())
                .put("appAddress", task.appAddress());
        task.containers().stream().filter(container -> container.name().equals(service)).findFirst()
                .ifPresent(app -> json.put("pid", app.pid()));
        if (task.stoppedReason() != null) {
            json.put("stoppedReason", task.stoppedReason());
        }
        json.put("targetHealth", String.join(", ", task.targetHealth().values()));
        return json;
    }

    private static ObjectNode alarms(List<AlarmView> alarms) {
        ObjectNode json = JSON.objectNode().put("declared", alarms.size());
        ArrayNode firing = json.putArray("inAlarm");
        alarms.stream().filter(alarm -> alarm.state() == AlarmState.ALARM)
                .forEach(alarm -> firing.addObject().put("name", alarm.name())
                        .put("since", alarm.stateTransitioned().toString()).put("reason", alarm.stateReason()));
        return json;
    }

    private static ObjectNode telemetry(Observability observability) {
        StoreUsage usage = observability.usage();
        return JSON.objectNode()
                .put("bytes", usage.bytes())
                .put("dropped", usage.dropped())
                .put("problem", usage.problem().orElse(""))
                .put("droppedLogLines", observability.droppedLines());
    }

    private static ObjectNode edge(EdgeCounters edge) {
        return JSON.objectNode()
                .put("client", edge.client())
                .put("server", edge.discoveryName())
                .put("requests", edge.requests())
                .put("attempts", edge.attempts())
                .put("retries", edge.retries())
                .put("target2xx", edge.target().success())
                .put("target4xx", edge.target().clientError())
                .put("target5xx", edge.target().serverError())
                .put("proxy503", edge.proxy503())
                .put("proxy504", edge.proxy504())
                .put("timeouts", edge.timeouts())
                .put("connectFailures", edge.connectFailures())
                .put("ejections", edge.ejections())
                .put("meanMillis", edge.responseTime().meanMicros() / 1000);
    }

    static ArrayNode coverage(Coverage coverage) {
        ArrayNode entries = JSON.arrayNode();
        coverage.entries().forEach(entry -> entries.addObject()
                .put("stack", entry.stack())
                .put("logicalId", entry.logicalId())
                .put("type", entry.type())
                .put("property", entry.property())
                .put("status", entry.status().name())
                .put("note", entry.note()));
        return entries;
    }

}
