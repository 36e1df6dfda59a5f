// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.highlands.local.balancer.TargetGroupCounters;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.forward.Latencies;
import io.highlands.local.forward.StatusClasses;
import io.highlands.local.mesh.EdgeCounters;

/** What happened between two readings of the counters. */
final class Traffic {

    private final Reading earlier;

    private final Reading later;

    Traffic(Reading earlier, Reading later) {
        this.earlier = earlier;
        this.later = later;
    }

    Duration time() {
        return Duration.between(earlier.at(), later.at());
    }

    /** The edges of the mesh that ever carried a request, and those from the load balancer to the services behind it. */
    List<EdgeTraffic> edges(ClusterSnapshot cluster) {
        List<EdgeTraffic> edges = new ArrayList<>();
        for (TargetGroupCounters group : later.balancer().targetGroups()) {
            cluster.behind(group.name()).ifPresent(service -> edges.add(entry(service, group)));
        }
        later.mesh().edges().stream().filter(edge -> edge.requests() > 0).forEach(edge -> edges.add(edge(edge)));
        return edges;
    }

    private EdgeTraffic entry(String service, TargetGroupCounters now) {
        Optional<TargetGroupCounters> before = earlier.balancer().targetGroups().stream()
                .filter(group -> group.id().equals(now.id())).findFirst();
        long requests = now.requests() - before.map(TargetGroupCounters::requests).orElse(0L);
        StatusClasses answers = before.map(group -> now.target().since(group.target())).orElse(now.target());
        Latencies latency = before.map(group -> now.responseTime().since(group.responseTime()))
                .orElse(now.responseTime());
        long own = now.failedHere() - before.map(TargetGroupCounters::failedHere).orElse(0L);
        return edge("", service, requests, answers.serverError() + own, latency, 0, own);
    }

    private EdgeTraffic edge(EdgeCounters now) {
        Optional<EdgeCounters> before = earlier.mesh().edges().stream()
                .filter(edge -> edge.client().equals(now.client())
                        && edge.discoveryName().equals(now.discoveryName()))
                .findFirst();
        long requests = now.requests() - before.map(EdgeCounters::requests).orElse(0L);
        StatusClasses answers = before.map(edge -> now.target().since(edge.target())).orElse(now.target());
        Latencies latency = before.map(edge -> now.responseTime().since(edge.responseTime()))
                .orElse(now.responseTime());
        long own = now.proxy503() + now.proxy504() - before.map(edge -> edge.proxy503() + edge.proxy504()).orElse(0L);
        return edge(now.client(), later.mesh().owner(now.discoveryName()), requests,
                answers.serverError() + own, latency, now.retries() - before.map(EdgeCounters::retries).orElse(0L),
                own);
    }

    private EdgeTraffic edge(String from, String to, long requests, long errors, Latencies latency, long retries,
            long own) {
        double seconds = Math.max(0.001, time().toMillis() / 1000.0);
        return new EdgeTraffic(from, to, requests / seconds,
                requests == 0 ? 0 : Math.min(1, (double) errors / requests),
                latency.count() == 0 ? Double.NaN : latency.meanMicros() / 1000, retries, own, requests);
    }
}
