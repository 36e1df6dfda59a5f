// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.series.Point;
import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.cloudwatch.model.statistics.Statistic;

import static io.highlands.local.store.Telemetry.metric;
import static io.highlands.local.store.Telemetry.minute;
import static io.highlands.local.store.Telemetry.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MetricStoreTest {

    private final MetricName latency = metric("Latency", "Service", "a");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    private final Instant yesterday = now.minus(Duration.ofDays(1));

    @TempDir
    private Path folder;

    private TelemetryStore store;

    private MetricStore metrics;

    @BeforeEach
    void open() {
        store = TelemetryStore.open(StoreOptions.in(folder));
        metrics = store.metrics();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() {
        store.close();
        open();
    }

    private void put(Instant time, Distribution samples) {
        assertThat(metrics.put(List.of(new Sample(latency, time, samples, "Milliseconds", 60)))).isTrue();
    }

    @Test
    void whatIsPutCanBeReadAtOnce() {
        put(now, Distribution.of(5));

        assertThat(minute(metrics, latency, now, "Sum")).isEqualTo(5);
    }

    @Test
    void everythingIsReadExactlyOnceWhileItIsWritten() throws InterruptedException {
        for (int i = 1; i <= 400; i++) {
            put(i % 2 == 0 ? now : yesterday, Distribution.of(1));
            assertThat(sum(metrics, latency, yesterday, Duration.ofDays(2))).isEqualTo(i);
            if (i % 50 == 0) {
                Telemetry.awaitWritten(store);
            }
        }
    }

    @Test
    void valuesAndCountsSurviveARestart() {
        for (Instant time : List.of(now, yesterday)) {
            put(time, Distribution.of(new double[]{1, 20, 300}, new double[]{98, 1, 1}));
        }

        reopen();

        for (Instant time : List.of(now, yesterday)) {
            assertThat(minute(metrics, latency, time, "SampleCount")).isEqualTo(100);
            assertThat(minute(metrics, latency, time, "p98")).isEqualTo(1);
            assertThat(minute(metrics, latency, time, "p99")).isEqualTo(20);
            assertThat(minute(metrics, latency, time, "p100")).isEqualTo(300);
        }
    }

    @Test
    void fractionalCountsSurviveARestart() {
        put(yesterday, Distribution.of(new double[]{1, 2}, new double[]{0.5, 1.5}));

        reopen();

        assertThat(minute(metrics, latency, yesterday, "SampleCount")).isEqualTo(2);
        assertThat(minute(metrics, latency, yesterday, "TC(1:2)")).isEqualTo(1.5);
    }

    @Test
    void aStatisticSetHasNoPercentilesAfterARestartEither() {
        put(yesterday, Distribution.ofStatisticSet(10, 55, 1, 10));

        reopen();

        assertThat(minute(metrics, latency, yesterday, "Average")).isEqualTo(5.5);
        assertThat(minute(metrics, latency, yesterday, "p50")).isNaN();
    }

    @Test
    void dataOfOneMomentMerges() {
        put(yesterday.plusSeconds(1), Distribution.of(1));
        put(yesterday.plusSeconds(59), Distribution.of(3));

        assertThat(minute(metrics, latency, yesterday, "SampleCount")).isEqualTo(2);
        assertThat(minute(metrics, latency, yesterday, "Maximum")).isEqualTo(3);
    }

    @Test
    void lateDataJoinsWhatIsThere() throws InterruptedException {
        put(yesterday, Distribution.of(1));
        Telemetry.awaitWritten(store);
        put(yesterday, Distribution.of(new double[]{2, 4}, null));

        assertThat(minute(metrics, latency, yesterday, "Sum")).isEqualTo(7);
        Telemetry.awaitWritten(store);
        assertThat(minute(metrics, latency, yesterday, "p100")).isEqualTo(4);
    }

    @Test
    void aStandardMetricIsKeptToTheMinuteAndAHighResolutionOneToTheSecond() {
        metrics.put(List.of(new Sample(metric("standard"), now.plusSeconds(34), Distribution.of(1), "None", 60),
                new Sample(metric("fine"), now.plusSeconds(34), Distribution.of(1), "None", 1)));

        assertThat(metrics.lastSeen(metric("standard"))).contains(now);
        assertThat(metrics.lastSeen(metric("fine"))).contains(now.plusSeconds(34));
    }

    @Test
    void onlyDataOfTheUnitAskedForIsRead() {
        put(yesterday, Distribution.of(1));
        Range range = new Range(yesterday, Duration.ofMinutes(1), 1);
        Statistic sum = Statistic.parse("Sum");

        assertThat(metrics.read(List.of(latency), range, Detail.SUMMARY, Optional.of("Milliseconds")).get(latency)
                .series("m", sum).size()).isEqualTo(1);
        assertThat(metrics.read(List.of(latency), range, Detail.SUMMARY, Optional.of("Bytes")).get(latency)
                .series("m", sum).size()).isZero();
    }

    @Test
    void longPeriodsAddUpAcrossFilesAndMemory() throws InterruptedException {
        Instant start = yesterday.truncatedTo(ChronoUnit.HOURS);
        for (int i = 0; i < 24 * 60; i++) {
            put(start.plusSeconds(i * 60), Distribution.of(i % 60));
        }
        Telemetry.awaitWritten(store);

        List<Point> hours = metrics
                .read(List.of(latency), new Range(start, Duration.ofHours(1), 24), Detail.SUMMARY, Optional.empty())
                .get(latency).series("m", Statistic.parse("Sum")).points();

        assertThat(hours).hasSize(24).allMatch(point -> point.value() == 59 * 30);
        assertThat(store.usage().slices()).isGreaterThan(3);
    }

    @Test
    void metricsAreKnownBySortedNameAlsoAfterARestart() {
        MetricName odd = new MetricName("AWS/ECS", "x", Map.of("a=b&c", "d e/é%"));
        metrics.put(List.of(Sample.of(latency, now, 1, "None"), Sample.of(odd, now, 1, "None"),
                Sample.of(metric("Errors"), yesterday, 1, "None")));

        reopen();

        assertThat(metrics.names(Optional.empty())).containsExactly(odd, metric("Errors"), latency);
        assertThat(metrics.names(Optional.of("AWS/ECS"))).containsExactly(odd);
        assertThat(metrics.lastSeen(metric("Errors"))).contains(yesterday);
    }

    @Test
    void moreMetricsThanTheLimitAreRefusedWithTheWholeBatch() {
        store.close();
        store = TelemetryStore.open(StoreOptions.in(folder).withMaxSeries(2));
        metrics = store.metrics();
        metrics.put(List.of(Sample.of(metric("1"), now, 1, "None"), Sample.of(metric("2"), now, 1, "None")));

        assertThatThrownBy(() -> metrics
                .put(List.of(Sample.of(metric("1"), now, 1, "None"), Sample.of(metric("3"), now, 1, "None"))))
                .isInstanceOf(StoreException.class).hasMessageContaining("at most 2");

        assertThat(minute(metrics, metric("1"), now, "SampleCount")).isEqualTo(1);
        assertThat(store.usage().dropped()).isEqualTo(2);
    }

    @Test
    void whatMemoryHasNoRoomForIsReadFromTheFiles() throws InterruptedException {
        store.close();
        store = TelemetryStore.open(StoreOptions.in(folder).withRecent(Duration.ofHours(1), 50));
        metrics = store.metrics();
        for (int i = 0; i < 1000; i++) {
            put(now.minusSeconds(i * 3), Distribution.of(1));
        }
        Telemetry.awaitWritten(store);

        assertThat(sum(metrics, latency, now.minusSeconds(3600), Duration.ofHours(2))).isEqualTo(1000);
    }

    @Test
    void whoeverComesWhileTheStoreIsBehindIsTurnedAway() {
        List<Sample> batch = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            batch.add(Sample.of(latency, now, 1, "None"));
        }
        int taken = 0;
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            if (metrics.put(batch)) {
                taken++;
            } else {
                refused++;
            }
        }

        assertThat(refused).isPositive();
        assertThat(store.usage().dropped()).isEqualTo(refused * 10_000L);
        assertThat(minute(metrics, latency, now, "Sum")).isEqualTo(taken * 10_000.0);
    }
}
