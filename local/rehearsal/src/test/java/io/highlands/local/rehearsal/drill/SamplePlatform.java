// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.RunbookFolder;

/** A platform with the alarms that the shipped templates give to services and edges, and the shipped runbooks. */
final class SamplePlatform {

    static final List<Runbook> PAGES = new RunbookFolder(Path.of("../../runbooks")).all().stream()
            .filter(page -> page.front().rehearsal().isPresent()).toList();

    private static final List<String> OF_SERVICES = List.of("no-healthy-host", "tasks-below-desired", "saturation",
            "telemetry-silent", "deployment-guard", "tracing-sidecar-unhealthy");
    private static final List<String> OF_EDGES = List.of("edge-errors", "edge-latency", "circuit-open",
            "proxy-made-errors");

    static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

    static final HiddenFault SLOW = new HiddenFault("latency service-b:service-c delay=3s", "service-b:service-c",
            "latency", "service-c", "latency-slo", "latency-slo",
            Map.of("CALLER", "service-b", "CALLEE", "service-c"), List.of("slow-calls"), List.of("replace-tasks"));

    static final HiddenFault BUSY = new HiddenFault("cpu-stress service-a cores=2", "service-a", "cpu-stress",
            "service-a", "saturation", "saturation-service-a", Map.of("SERVICE", "service-a"), List.of("cpu"),
            List.of("replace-tasks"));

    private SamplePlatform() {
    }

    static Declared declared(boolean tracing, List<String> services, String... edges) {
        return used(List.of(edges), tracing, services, edges);
    }

    static Declared used(List<String> used, boolean tracing, List<String> services, String... edges) {
        List<String> alarms = new ArrayList<>(List.of("latency-slo", "availability-burn-fast",
                "availability-burn-slow", "deployment-rolled-back"));
        Map<String, Declared.Service> tasks = new TreeMap<>();
        for (String service : services) {
            tasks.put(service, new Declared.Service(2, "highlands-staging-" + service + ":7"));
            OF_SERVICES.forEach(kind -> alarms.add(kind + "-" + service));
        }
        for (String edge : edges) {
            OF_EDGES.forEach(kind -> alarms.add(kind + "-" + edge.replace(':', '-')));
        }
        return Declared.of(tasks, used, alarms, PAGES.stream().map(page -> page.front().alarm()).toList(), tracing);
    }

    /** The three reference services. */
    static Declared reference() {
        return declared(false, List.of("service-a", "service-b", "service-c"), "service-a:service-b",
                "service-b:service-a", "service-b:service-c");
    }

    static DrillPlan plan(Declared declared, int level, long seed) {
        return new DrillChoice(declared, new FaultCatalog(PAGES, declared).byPage()).choose(level, seed);
    }

    static DrillSession session(HiddenFault... faults) {
        return new DrillSession(new DrillPlan(faults.length, 7, List.of(faults), Optional.empty()), BEGAN,
                Duration.ofSeconds(20), new Answer.Allowed(reference().places(), List.of("cpu-stress", "latency"),
                        List.of("replace-tasks", "roll-back")));
    }
}
