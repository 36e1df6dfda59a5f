// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.highlands.local.balancer.BalancerSnapshot;
import io.highlands.local.balancer.TargetGroupCounters;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.ecs.HealthStatus;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.ecs.TaskStatus;
import io.highlands.local.forward.Latencies;
import io.highlands.local.forward.StatusClasses;
import io.highlands.local.mesh.EdgeCounters;
import io.highlands.local.mesh.MeshSnapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TrafficTest {

    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    private static final ClusterSnapshot CLUSTER = new ClusterSnapshot("local", "highlands-local", List.of());

    private static final ClusterSnapshot BEHIND = new ClusterSnapshot("local", "highlands-local",
            List.of(behindTheLoadBalancer()));

    private static Reading reading(int second, long requests, long failed, long proxy503, long micros) {
        Latencies latencies = new Latencies(requests, micros, 0, micros, new long[]{requests});
        return new Reading(START.plusSeconds(second),
                new MeshSnapshot(List.of(new EdgeCounters("highlands-local", "b", "a",
                        requests, requests, 0, new StatusClasses(0, requests - failed, 0, 0, failed), proxy503, 0, 0, 0,
                        0, 0, 0, 0,
                        0, latencies)), List.of(), 0, 0),
                new BalancerSnapshot(0, new StatusClasses(0, 0, 0, 0, 0), 0, 0, 0, 0, 0, 0,
                        0, 0, 0, 0, 0, List.of()));
    }

    @Test
    void anEdgeIsTheDifferenceOfTwoReadings() {
        EdgeTraffic edge = new Traffic(reading(0, 100, 10, 0, 1_000_000), reading(10, 140, 12, 2, 1_200_000))
                .edges(CLUSTER).getFirst();
        assertThat(edge.perSecond()).isEqualTo(4, within(1e-9));
        assertThat(edge.errorShare()).isEqualTo(0.1, within(1e-9));
        assertThat(edge.meanMillis()).isEqualTo(5, within(1e-9));
        assertThat(edge.proxyErrors()).isEqualTo(2);
    }

    @Test
    void anEdgeWithoutRequestsIsIdleAndNotWithoutErrors() {
        EdgeTraffic edge = new Traffic(reading(0, 100, 10, 0, 1), reading(10, 100, 10, 0, 1)).edges(CLUSTER).getFirst();
        assertThat(edge.idle()).isTrue();
        assertThat(edge.meanMillis()).isNaN();
    }

    @Test
    void anEdgeThatNeverCarriedARequestIsNotShown() {
        assertThat(new Traffic(reading(0, 0, 0, 0, 0), reading(10, 0, 0, 0, 0)).edges(CLUSTER)).isEmpty();
    }

    @Test
    void aRequestThatIsStillBeingAnsweredIsNoErrorOfTheLoadBalancer() {
        EdgeTraffic edge = new Traffic(balancer(0, 100, 100, 0), balancer(10, 120, 119, 0)).edges(BEHIND).getFirst();
        assertThat(edge.perSecond()).isEqualTo(2, within(1e-9));
        assertThat(edge.proxyErrors()).isZero();
        assertThat(edge.errorShare()).isZero();
    }

    @Test
    void whatTheLoadBalancerItselfAnswersWithAnErrorCounts() {
        EdgeTraffic edge = new Traffic(balancer(0, 100, 99, 1), balancer(10, 120, 117, 3)).edges(BEHIND).getFirst();
        assertThat(edge.proxyErrors()).isEqualTo(2);
        assertThat(edge.errorShare()).isEqualTo(0.1, within(1e-9));
    }

    private static Reading balancer(int second, long requests, long answered, long failedHere) {
        TargetGroupCounters group = new TargetGroupCounters("time", "time", requests,
                new StatusClasses(0, answered, 0, 0, 0), failedHere, 0, 0, 1, 0,
                new Latencies(answered, answered, 0, 1, new long[]{answered}));
        return new Reading(START.plusSeconds(second), new MeshSnapshot(List.of(), List.of(), 0, 0),
                new BalancerSnapshot(requests, new StatusClasses(0, 0, 0, 0, failedHere), 0, failedHere, 0, 0, 0, 0, 0,
                        0, 0, 0, 0, List.of(group)));
    }

    private static ServiceSnapshot behindTheLoadBalancer() {
        TaskSnapshot task = new TaskSnapshot("a1", "ecs-svc/1", "highlands-local:1", 1, "127.77.1.1", "127.77.1.2",
                TaskStatus.RUNNING, HealthStatus.HEALTHY, START, START, null, null, null, Map.of("time", "healthy"),
                Map.of(), List.of());
        return new ServiceSnapshot("service-a", 1, 1, 1, 0, true, List.of(), List.of(task), List.of());
    }
}
