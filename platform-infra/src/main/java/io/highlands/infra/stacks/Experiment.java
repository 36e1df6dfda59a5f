// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.highlands.infra.settings.Environment;
import io.highlands.infra.topology.ServiceSpec;

/**
 * A fault that AWS FIS injects into all tasks that a service has at that moment.
 *
 * @param fault
 *            its name, the same as {@code highlands fault} has in local mode where it is there too
 * @param service
 *            the service whose tasks have it
 * @param action
 *            FIS's name of what it does (FIS User Guide, "AWS FIS Actions reference")
 * @param parameters
 *            FIS's parameters of the action
 * @param meaning
 *            what it does, in a sentence
 */
record Experiment(String fault, String service, String action, Map<String, String> parameters, String meaning) {

    /** How long a fault lasts that does not end by itself: what alarms need to fire, and not much longer. */
    private static final Duration LENGTH = Duration.ofMinutes(10);
    /** Late enough for the ticket on the edge, and still in time: by default it comes at 80 % of the deadline. */
    private static final double CLOSE_TO_DEADLINE = 0.86;
    private static final double PAST_DEADLINE = 1.6;
    private static final String KILL = "aws:ecs:task-kill-process";

    /** All experiments of an environment, service by service. */
    static List<Experiment> of(Environment environment) {
        return environment.topology().services().stream().flatMap(spec -> of(environment, spec).stream()).toList();
    }

    private static List<Experiment> of(Environment environment, ServiceSpec spec) {
        String service = spec.name();
        String mesh = environment.network().cidr();
        List<Experiment> experiments = new ArrayList<>(List.of(
                new Experiment("lose-task", service, "aws:ecs:stop-task", Map.of(),
                        "All tasks are stopped, as ECS stops them: they drain, and others take their place"),
                latency("latency", spec, CLOSE_TO_DEADLINE, mesh),
                latency("latency-past-deadline", spec, PAST_DEADLINE, mesh),
                new Experiment("packet-loss", service, "aws:ecs:task-network-packet-loss",
                        network("lossPercent", "30", "sources", mesh),
                        "30 % of the packets that the tasks send within the network are lost"),
                new Experiment("blackhole-port", service, "aws:ecs:task-network-blackhole-port",
                        network("port", Integer.toString(spec.containerPort()), "trafficType", "ingress", "protocol",
                                "tcp"),
                        "Nothing reaches the service's port: neither requests nor health checks"),
                new Experiment("cpu-stress", service, "aws:ecs:task-cpu-stress",
                        Map.of("duration", LENGTH.toString(), "percent", "100"),
                        "Whatever CPU the tasks have is used up beside the service"),
                new Experiment("io-stress", service, "aws:ecs:task-io-stress",
                        Map.of("duration", LENGTH.toString(), "percent", "80"),
                        "The tasks' storage is kept busy, and 80 % of what is free of it is used")));
        // FIS kills a process by its name, and of another image's process none is known
        if (spec.program().kind().hasLaunch()) {
            experiments.add(new Experiment("kill-app", service, KILL,
                    Map.of("processName", "java", "signal", "SIGKILL"), "The service's process is killed"));
        }
        if (environment.tracing().enabled()) {
            TracingSidecar sidecar = TracingSidecar.of(environment.tracing().backend());
            experiments.add(new Experiment("agent-dead", service, KILL,
                    Map.of("processName", sidecar.process(), "signal", "SIGKILL"), sidecar.killed()));
        }
        return experiments;
    }

    private static Experiment latency(String fault, ServiceSpec spec, double ofDeadline, String mesh) {
        Duration delay = Duration.ofMillis(Math.round(spec.deadline().toMillis() * ofDeadline));
        return new Experiment(fault, spec.name(), "aws:ecs:task-network-latency",
                network("delayMilliseconds", Long.toString(delay.toMillis()), "sources", mesh),
                "Whatever the tasks send within the network is late by %d ms: answers to all callers, and calls of upstreams"
                        .formatted(delay.toMillis()));
    }

    /** On Fargate faults of the network go by ECS's own endpoints, or not at all. */
    private static Map<String, String> network(String... parameters) {
        var all = new TreeMap<String, String>();
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], parameters[i + 1]);
        }
        all.put("duration", LENGTH.toString());
        all.put("useEcsFaultInjectionEndpoints", "true");
        return all;
    }
}
