// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.local.forward.Latencies;
import io.highlands.local.forward.LatencyCounter;
import io.highlands.local.forward.StatusClasses;
import io.highlands.local.mesh.EdgeCounters;
import io.highlands.local.mesh.MeshSnapshot;
import io.highlands.local.mesh.ServerCounters;

import static org.assertj.core.api.Assertions.assertThat;

class MeshMetricsTest {

    private static final Map<String, String> EDGE = Map.of("ClusterName", "highlands-local", "ServiceName",
            "service-b", "TargetDiscoveryName", "service-a");
    private static final Map<String, String> SERVER = Map.of("ClusterName", "highlands-local", "ServiceName",
            "service-a", "DiscoveryName", "service-a");
    private static final Set<String> BOTH = Set.of("service-a", "service-b");

    private final MeshMetrics metrics = new MeshMetrics();

    @Test
    void onTheTargetSideServiceNameIsTheCallerAndOnTheInboundSideTheServer() {
        Published published = publish(mesh(10, 2, 30_000), BOTH);

        assertThat(published.sum("HTTPCode_Target_2XX_Count", EDGE)).isEqualTo(10);
        assertThat(published.sum("HTTPCode_Target_5XX_Count", EDGE)).isEqualTo(2);
        assertThat(published.sum("HTTPCode_Target_2XX_Count", Map.of("TargetDiscoveryName", "service-a")))
                .isEqualTo(10);
        assertThat(published.sum("RequestCount", SERVER)).isEqualTo(12);
        assertThat(published.sum("RequestCount", Map.of("DiscoveryName", "service-a"))).isEqualTo(12);
        assertThat(published.sum("RequestCountPerTarget", EDGE)).isEqualTo(6);
    }

    @Test
    void onlyWhatHappenedSinceTheLastPeriodIsPublished() {
        publish(mesh(10, 2, 30_000), BOTH);
        Published second = publish(mesh(25, 2, 60_000), BOTH);

        assertThat(second.sum("HTTPCode_Target_2XX_Count", EDGE)).isEqualTo(15);
        assertThat(second.sum("HTTPCode_Target_5XX_Count", EDGE)).isZero();
    }

    @Test
    void theResponseTimeIsAStatisticSetInMilliseconds() {
        Published published = publish(mesh(10, 2, 30_000), BOTH);

        var sample = published.find("TargetResponseTime", EDGE).orElseThrow();
        assertThat(sample.unit()).isEqualTo("Milliseconds");
        assertThat(sample.time()).isEqualTo(Published.START);
        Distribution times = sample.samples();
        assertThat(times.sum() / times.sampleCount()).isEqualTo(2.5);
    }

    @Test
    void nothingIsPublishedForAServiceWithoutARunningTask() {
        Published published = publish(mesh(10, 2, 30_000), Set.of("service-b"));
        assertThat(published.find("RequestCount", SERVER)).isEmpty();
        assertThat(published.find("HTTPCode_Target_2XX_Count", EDGE)).isPresent();

        assertThat(publish(mesh(10, 2, 30_000), Set.of("service-a")).find("HTTPCode_Target_2XX_Count", EDGE))
                .isEmpty();
    }

    private Published publish(MeshSnapshot mesh, Set<String> running) {
        Batch batch = Published.batch();
        metrics.add(batch, mesh, running);
        return Published.of(batch);
    }

    private static MeshSnapshot mesh(long good, long bad, long micros) {
        StatusClasses answers = new StatusClasses(0, good, 0, 0, bad);
        LatencyCounter counter = new LatencyCounter();
        for (int i = 0; i < good + bad; i++) {
            counter.count(micros * 1_000 / (good + bad));
        }
        Latencies times = counter.snapshot();
        EdgeCounters edge = new EdgeCounters("highlands-local", "service-b", "service-a", good + bad, good + bad, 0,
                answers, 0, 0, 0, 0, 0, 100, 200, 1, 1, times);
        ServerCounters server = new ServerCounters("highlands-local", "service-a", "service-a", 2, good + bad, answers,
                0, 0, 0, 100, 200, 3, 2, times);
        return new MeshSnapshot(List.of(edge), List.of(server), 0, 0);
    }
}
