// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.highlands.local.balancer.BalancerSnapshot;
import io.highlands.local.balancer.TargetGroupCounters;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.ecs.DeploymentSnapshot;
import io.highlands.local.ecs.HealthStatus;
import io.highlands.local.ecs.RolloutState;
import io.highlands.local.ecs.ServiceEvent;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.ecs.TaskStatus;
import io.highlands.local.forward.Latencies;
import io.highlands.local.forward.StatusClasses;
import io.highlands.local.mesh.EdgeCounters;
import io.highlands.local.mesh.MeshSnapshot;
import io.highlands.local.mesh.ServerCounters;

/** A running cluster: two tasks of A and C, one of B's two missing, and B's calls of A failing in part. */
final class SampleCluster {

    private final Instant started = Instant.now().minusSeconds(3000);

    private long reading;

    ClusterSnapshot cluster() {
        return new ClusterSnapshot("local", "highlands-local", List.of(
                service("service-a", 2, List.of(task("a1", 1, "time"), task("a2", 2, "time"))),
                service("service-b", 2, List.of(task("b1", 3, "root"))),
                service("service-c", 2, List.of(task("c1", 4, ""), task("c2", 5, "")))));
    }

    private ServiceSnapshot service(String name, int desired, List<TaskSnapshot> tasks) {
        boolean stable = tasks.size() == desired;
        return new ServiceSnapshot(name, desired, desired, tasks.size(), desired - tasks.size(), stable,
                List.of(new DeploymentSnapshot("ecs-svc/1", true, "highlands-local-" + name + ":1", desired,
                        tasks.size(), desired - tasks.size(), 0,
                        stable ? RolloutState.COMPLETED : RolloutState.IN_PROGRESS, "", started, started, List.of())),
                tasks, List.of(new ServiceEvent(started.plusSeconds(60),
                        "(service " + name + ") has reached a steady state.")));
    }

    private TaskSnapshot task(String id, int slot, String group) {
        return new TaskSnapshot(id, "ecs-svc/1", "highlands-local:1", slot, "127.77." + slot + ".1",
                "127.77." + slot + ".2",
                TaskStatus.RUNNING, HealthStatus.HEALTHY, started, started, null, null, null,
                group.isEmpty() ? Map.of() : Map.of(group, "healthy"), Map.of(), List.of());
    }

    /** Each reading has counted more than the one before. */
    synchronized MeshSnapshot mesh() {
        reading++;
        return new MeshSnapshot(List.of(edge("service-b", "service-a", 30 * reading, 4 * reading),
                edge("service-b", "service-c", 30 * reading, 0), edge("service-a", "service-b", 12 * reading, 0)),
                servers(), 1000, 0);
    }

    private static EdgeCounters edge(String from, String to, long requests, long failed) {
        return new EdgeCounters("highlands-local", from, to, requests, requests, failed,
                new StatusClasses(0, requests - failed, 0, 0, failed), 0, 0, 0, 0, 0, requests * 100, requests * 300, 4,
                2,
                latencies(requests, 4_200));
    }

    private static List<ServerCounters> servers() {
        List<ServerCounters> servers = new ArrayList<>();
        for (String name : List.of("service-a", "service-b", "service-c")) {
            servers.add(
                    new ServerCounters("highlands-local", name, name, 2, 1000, new StatusClasses(0, 1000, 0, 0, 0), 0,
                            0, 0, 1, 1, 1, 1, latencies(1000, 3_000)));
        }
        return servers;
    }

    synchronized BalancerSnapshot balancer() {
        return new BalancerSnapshot(42 * reading, new StatusClasses(0, 0, 0, 0, 0), 0, 0, 0, 0, 0, 0, 0, 0, 10, 2, 5000,
                List.of(group("root", 30 * reading), group("time", 12 * reading)));
    }

    private static TargetGroupCounters group(String name, long requests) {
        return new TargetGroupCounters(name, name, requests, new StatusClasses(0, requests, 0, 0, 0), 0, 0, 0, 2, 0,
                latencies(requests, 11_000));
    }

    private static Latencies latencies(long count, long mean) {
        return new Latencies(count, count * mean, mean / 2, mean * 3, new long[]{count});
    }
}
