// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

import io.highlands.local.console.web.TimeRange;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.ecs.HealthStatus;
import io.highlands.local.ecs.RolloutState;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.ecs.TaskStatus;
import io.highlands.local.html.Figures;

/** The nodes of the map from what ECS says. */
final class ServiceNodes {

    private final ClusterSnapshot cluster;

    private final List<EdgeTraffic> edges;

    private final ToIntFunction<String> alarms;

    ServiceNodes(ClusterSnapshot cluster, List<EdgeTraffic> edges, ToIntFunction<String> alarms) {
        this.cluster = cluster;
        this.edges = edges;
        this.alarms = alarms;
    }

    List<MapNode> nodes() {
        List<MapNode> nodes = new ArrayList<>();
        double sent = edges.stream().filter(edge -> edge.from().isEmpty()).mapToDouble(EdgeTraffic::perSecond).sum();
        nodes.add(new MapNode("", "Load balancer", "requests from outside", Figures.number(sent) + "/s", List.of(), 0,
                "/dashboards/highlands-" + cluster.environment() + "-overview"));
        cluster.services().forEach(service -> nodes.add(node(service)));
        return nodes;
    }

    private MapNode node(ServiceSnapshot service) {
        double received = edges.stream().filter(edge -> edge.to().equals(service.name()))
                .mapToDouble(EdgeTraffic::perSecond).sum();
        return new MapNode(service.name(), service.name(), state(service), Figures.number(received) + "/s",
                tasks(service), alarms.applyAsInt(service.name()),
                "/dashboards/highlands-" + cluster.environment() + "-"
                        + TimeRange.encode(service.name()));
    }

    /** The state of a service in words. */
    static String state(ServiceSnapshot service) {
        String count = service.running() + " of " + service.desired() + (service.desired() == 1 ? " task" : " tasks");
        boolean deploying = service.deployments().stream()
                .anyMatch(deployment -> deployment.rolloutState() == RolloutState.IN_PROGRESS);
        return deploying ? count + ", deploying" : count;
    }

    private static List<String> tasks(ServiceSnapshot service) {
        List<String> states = new ArrayList<>();
        service.tasks().stream().filter(task -> task.lastStatus().isLive()).map(ServiceNodes::task)
                .forEach(states::add);
        while (states.size() < service.desired()) {
            states.add("missing");
        }
        return states;
    }

    private static String task(TaskSnapshot task) {
        if (task.health() == HealthStatus.UNHEALTHY || task.targetHealth().containsValue("unhealthy")) {
            return "unhealthy";
        }
        return task.lastStatus() == TaskStatus.RUNNING && task.health() != HealthStatus.UNKNOWN
                ? "running"
                : task.lastStatus() == TaskStatus.RUNNING && task.startedAt() != null ? "running" : "starting";
    }
}
