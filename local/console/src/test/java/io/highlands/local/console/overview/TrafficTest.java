// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.highlands.local.balancer.BalancerSnapshot;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.forward.Latencies;
import io.highlands.local.forward.StatusClasses;
import io.highlands.local.mesh.EdgeCounters;
import io.highlands.local.mesh.MeshSnapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TrafficTest {

    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    private static final ClusterSnapshot CLUSTER = new ClusterSnapshot("local", "highlands-local", List.of());

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
}
