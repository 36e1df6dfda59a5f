// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.local.aws.ApiKit;
import io.highlands.local.store.Sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Series read back through CloudWatch's API as they were published. */
class RecorderTest {

    private static final Path LOCAL = Tale.OUT.resolve("local");
    private static final Path PROD = Tale.OUT.resolve("prod");
    private static final MetricName MESH = Tale.metric(
            "AWS/ECS TargetResponseTime ClusterName={cluster} ServiceName=service-b TargetDiscoveryName=service-c");
    private static final MetricName ENTRY = Tale.metric(
            "AWS/ApplicationELB TargetResponseTime LoadBalancer={load_balancer}");

    @TempDir
    private Path folder;

    @Test
    void everySeriesOfProdsAlarmsIsReadUnderItsLocalName() {
        Instant from = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 60 * 60 - 600);
        DimensionRoles local = DeployedAlarms.read(LOCAL).roles();
        try (ApiKit kit = new ApiKit(folder)) {
            kit.published(List.of(
                    new Sample(local.name(MESH), from.plusSeconds(20), Distribution.ofStatisticSet(4, 10, 1, 5),
                            "Milliseconds", 1),
                    new Sample(local.name(ENTRY), from.plusSeconds(30),
                            Distribution.of(new double[]{0.5, 2}, new double[]{3, 1}), "Seconds", 1)));

            Recording recording = Recorder.of(URI.create("http://127.0.0.1:" + kit.port()), LOCAL, PROD)
                    .record(from.minusSeconds(5), from.plusSeconds(60), from.plusSeconds(120), 6);

            assertThat(recording.from()).isEqualTo(from);
            assertThat(recording.series()).hasSize(2);
            Bucket mesh = recording.find(MESH).orElseThrow().buckets().get(2);
            assertThat(mesh).isEqualTo(new Bucket(4, 10, 1, 5, Map.of()));
            Bucket entry = recording.find(ENTRY).orElseThrow().buckets().get(3);
            assertThat(entry).isEqualTo(new Bucket(4, 3.5, 0.5, 2, Map.of("PR(:1)", 75.0)));

            Path file = folder.resolve("recording.json");
            RecordingFile.write(recording, file);
            assertThat(RecordingFile.read(file)).isEqualTo(recording);
        }
    }

    @Test
    void apiThatIsNotThereIsNamedInALine() {
        Recorder recorder = Recorder.of(URI.create("http://127.0.0.1:1"), LOCAL, PROD);
        Instant now = Instant.parse("2026-01-05T12:00:00Z");

        assertThatThrownBy(() -> recorder.record(now, now.plusSeconds(60), now.plusSeconds(120), 6))
                .isInstanceOf(ReplayException.class)
                .hasMessageStartingWith("GetMetricData at http://127.0.0.1:1 cannot be read");
    }

    @Test
    void recordingWithoutACalmStepIsRefused() {
        Instant now = Instant.parse("2026-01-05T12:00:00Z");

        assertThatThrownBy(() -> new Recording(now, now.plusSeconds(9), now.plusSeconds(60), 6, Tale.STEP,
                List.of())).isInstanceOf(ReplayException.class)
                .hasMessageContaining("allowed: a step of 10 s at least before it and after it");
    }
}
