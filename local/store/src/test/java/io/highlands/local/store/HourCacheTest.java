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
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.cloudwatch.model.statistics.Aggregation;
import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.cloudwatch.model.statistics.Statistic;

import static io.highlands.local.store.Telemetry.metric;
import static org.assertj.core.api.Assertions.assertThat;

/** Readings that come from hours in memory say what the samples that were put say. */
class HourCacheTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Slice slice = Slice.of(Path.of("slice-0-21600-0.duckdb")).orElseThrow();

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    private final List<MetricName> names = List.of(metric("Requests"), metric("Latency"), metric("Errors"));

    /** What was put, by metric and minute. */
    private final Map<MetricName, TreeMap<Instant, List<Distribution>>> put = new TreeMap<>(
            (a, b) -> a.name().compareTo(b.name()));

    private final Random random = new Random(19);

    @TempDir
    private Path folder;

    @Test
    void everyReadingOfADayHasWhatWasPutAlsoLateAndOfAnyLength() throws InterruptedException {
        try (TelemetryStore store = TelemetryStore.open(StoreOptions.in(folder))) {
            for (int round = 0; round < 20; round++) {
                putSome(store.metrics());
                if (random.nextBoolean()) {
                    Telemetry.awaitWritten(store);
                }
                for (String statistic : List.of("Sum", "p90", "Maximum")) {
                    Instant from = now.minus(Duration.ofMinutes(random.nextInt(60, 1_500)));
                    int minutes = random.nextInt(1, 1_400);
                    assertThat(read(store.metrics(), from, minutes, statistic)).as(statistic)
                            .isEqualTo(expected(from, minutes, statistic));
                }
            }
        }
    }

    @Test
    void readersThatComeWhileALateSampleIsWrittenHaveItOnce() throws Exception {
        try (TelemetryStore store = TelemetryStore.open(StoreOptions.in(folder));
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            Instant late = now.minus(Duration.ofHours(10));
            for (int i = 1; i <= 60; i++) {
                store.metrics().put(List.of(Sample.of(names.getFirst(), late, 1, "None")));
                CompletableFuture<Map<MetricName, Map<Instant, Double>>> other = CompletableFuture
                        .supplyAsync(() -> read(store.metrics(), late, 180, "Sum"), readers);
                assertThat(read(store.metrics(), late, 180, "Sum").get(names.getFirst())).containsEntry(late,
                        (double) i);
                assertThat(other.join().get(names.getFirst())).containsEntry(late, (double) i);
            }
        }
    }

    @Test
    void aReaderWhoseRowsFromMemoryAreInTheFileMeanwhileReadsTheFile() {
        HourCache cache = new HourCache(1 << 20);
        slice.written(3_600, 100);
        cache.keep(slice, 1, slice.attachments(), 7, columns(1), 100);

        assertThat(cache.find(slice, 1, 7, Detail.SUMMARY, 99)).isNull();
        assertThat(cache.find(slice, 1, 7, Detail.SUMMARY, 100)).isNotNull();
    }

    @Test
    void whatWasReadWithoutARowThatTheWriterHadWrittenAlreadyIsNotForReadersThatWantIt() {
        HourCache cache = new HourCache(1 << 20);
        slice.written(3_600, 101);
        cache.keep(slice, 1, slice.attachments(), 7, columns(1), 100);

        assertThat(cache.find(slice, 1, 7, Detail.SUMMARY, 101)).isNull();
    }

    @Test
    void anHourThatHasChangedIsReadAnewAndNoOther() {
        HourCache cache = new HourCache(1 << 20);
        cache.keep(slice, 1, slice.attachments(), 7, columns(1), 1);
        cache.keep(slice, 2, slice.attachments(), 7, columns(1), 1);
        slice.written(3_600, 2);

        assertThat(cache.find(slice, 1, 7, Detail.SUMMARY, 2)).isNull();
        assertThat(cache.find(slice, 2, 7, Detail.SUMMARY, 2)).isNotNull();
    }

    @Test
    void aFileThatIsOpenedAgainIsReadAnew() {
        HourCache cache = new HourCache(1 << 20);
        cache.keep(slice, 1, slice.attachments(), 7, columns(1), 1);
        slice.attached(false);
        slice.attached(true);

        assertThat(cache.find(slice, 1, 7, Detail.SUMMARY, 1)).isNull();
    }

    @Test
    void totalsDoNotDoWhereValuesAreAskedFor() {
        HourCache cache = new HourCache(1 << 20);
        cache.keep(slice, 1, slice.attachments(), 7, columns(1), 1);

        assertThat(cache.find(slice, 1, 7, Detail.VALUES, 1)).isNull();
    }

    @Test
    void theHoursThatWereNotAskedForLongestMakeRoom() {
        HourCache cache = new HourCache(10_000);
        for (int hour = 0; hour < 6; hour++) {
            cache.keep(slice, hour, slice.attachments(), 7, columns(200), 1);
            cache.find(slice, 0, 7, Detail.SUMMARY, 1);
        }

        assertThat(cache.bytes()).isBetween(5_000L, 10_000L);
        assertThat(cache.find(slice, 0, 7, Detail.SUMMARY, 1)).isNotNull();
        assertThat(cache.find(slice, 1, 7, Detail.SUMMARY, 1)).isNull();
        assertThat(cache.find(slice, 5, 7, Detail.SUMMARY, 1)).isNotNull();
    }

    private static SampleColumns columns(int size) {
        var columns = new SampleColumns.Builder(Detail.SUMMARY);
        for (int i = 0; i < size; i++) {
            columns.add((byte) 0, i, 1, i, i, i, null);
        }
        return columns.build();
    }

    private void putSome(MetricStore store) {
        List<Sample> samples = new ArrayList<>();
        for (int i = random.nextInt(1, 200); i > 0; i--) {
            MetricName name = names.get(random.nextInt(names.size()));
            Instant time = now.minus(Duration.ofMinutes(random.nextInt(1, 1_440)));
            Distribution samplesOfIt = random.nextBoolean()
                    ? Distribution.of(random.nextInt(100))
                    : Distribution.of(random.doubles(random.nextInt(2, 9), 1, 500).toArray(), null);
            samples.add(new Sample(name, time, samplesOfIt, "Count", 60));
            put.computeIfAbsent(name, key -> new TreeMap<>()).computeIfAbsent(time, key -> new ArrayList<>())
                    .add(samplesOfIt);
        }
        assertThat(store.put(samples)).isTrue();
    }

    private Map<MetricName, Map<Instant, Double>> read(MetricStore store, Instant from, int minutes,
            String statistic) {
        Statistic parsed = Statistic.parse(statistic);
        Map<MetricName, Map<Instant, Double>> all = new TreeMap<>((a, b) -> a.name().compareTo(b.name()));
        Map<MetricName, Aggregation> read = store.read(names, new Range(from, MINUTE, minutes),
                parsed.needsValues() ? Detail.VALUES : Detail.SUMMARY, Optional.empty());
        read.forEach((name, samples) -> {
            TimeSeries series = samples.series("m", parsed);
            for (int i = 0; i < series.size(); i++) {
                all.computeIfAbsent(name, key -> new TreeMap<>()).put(series.time(i), rounded(series.value(i)));
            }
        });
        return all;
    }

    private Map<MetricName, Map<Instant, Double>> expected(Instant from, int minutes, String statistic) {
        Statistic parsed = Statistic.parse(statistic);
        Map<MetricName, Map<Instant, Double>> all = new TreeMap<>((a, b) -> a.name().compareTo(b.name()));
        put.forEach((name, times) -> times.subMap(from, from.plus(MINUTE.multipliedBy(minutes)))
                .forEach((time, samples) -> parsed.of(Distribution.merge(samples)).ifPresent(value -> all
                        .computeIfAbsent(name, key -> new TreeMap<>()).put(time, rounded(value)))));
        return all;
    }

    /** The order in which samples add up is not said. */
    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
