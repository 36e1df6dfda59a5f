// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.cloudwatch.model.search.MetricName;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionTest {

    private final MetricName metric = Telemetry.metric("m");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);

    private final List<String> reports = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private TelemetryStore open(StoreOptions options) {
        return TelemetryStore.open(options, reports::add);
    }

    /** One value in each of the last hours. */
    private void fill(TelemetryStore store, int hours) throws InterruptedException {
        for (int i = 0; i < hours; i++) {
            store.metrics().put(List.of(Sample.of(metric, now.minus(Duration.ofHours(i)), 1, "None")));
        }
        Telemetry.awaitWritten(store);
    }

    private double total(TelemetryStore store) {
        return Telemetry.sum(store.metrics(), metric, now.minus(Duration.ofDays(2)), Duration.ofDays(3));
    }

    private StoreOptions hourly() {
        return StoreOptions.in(folder).withSliceLength(Duration.ofHours(1)).withRecent(Duration.ofMinutes(1), 1);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("slice-")).sorted().toList();
        }
    }

    @Test
    void aFileIsDroppedWhenAllOfItIsTooOld() throws Exception {
        try (TelemetryStore store = open(hourly())) {
            fill(store, 10);
            assertThat(store.usage().slices()).isEqualTo(10);
        }
        try (TelemetryStore store = open(hourly().withMaxAge(Duration.ofHours(3)))) {
            Telemetry.await(() -> store.usage().slices() == 4);
            assertThat(total(store)).isEqualTo(4);
        }
        assertThat(files()).hasSize(4);
    }

    @Test
    void theOldestFilesAreDroppedWhenAllAreTooLarge() throws Exception {
        long limit = 8_000_000;
        try (TelemetryStore store = open(StoreOptions.in(folder).withMaxBytes(limit))) {
            for (int i = 0; i < 150; i++) {
                byte[] noise = new byte[60_000];
                ThreadLocalRandom.current().nextBytes(noise);
                String line = new String(noise, StandardCharsets.ISO_8859_1).replace('\0', ' ');
                while (!store.logs().put("g", "s", List.of(new NewLogEvent(Instant.now(), line)))) {
                    Telemetry.awaitWritten(store);
                }
                if (i % 10 == 9) {
                    // A file is cut between two writes, so what is written at once must be small
                    Telemetry.awaitWritten(store);
                }
            }
            Telemetry.await(() -> store.usage().pending() == 0 && store.usage().bytes() <= limit);
            assertThat(store.usage().bytes()).isGreaterThan(limit / 4);
            assertThat(store.usage().slices()).isGreaterThan(1);
            assertThat(store.logs().read(LogQuery.of("g", Instant.EPOCH, Instant.now().plusSeconds(1)).backwards()
                    .atMost(1), event -> true)).hasSize(1);
        }
    }

    @Test
    void metricsWithoutDataAreForgottenWithTheirFile() throws Exception {
        try (TelemetryStore store = open(hourly())) {
            store.metrics().put(List.of(Sample.of(Telemetry.metric("old"), now.minus(Duration.ofHours(9)), 1, "None")));
            fill(store, 1);
        }
        try (TelemetryStore store = open(hourly().withMaxAge(Duration.ofHours(3)))) {
            Telemetry.await(() -> store.metrics().names(Optional.empty()).equals(List.of(metric)));
        }
    }

    @Test
    void dataOlderThanTheAgeLimitIsDroppedAndCounted() throws Exception {
        try (TelemetryStore store = open(hourly().withMaxAge(Duration.ofHours(3)))) {
            store.metrics().put(List.of(Sample.of(metric, now.minus(Duration.ofHours(9)), 1, "None")));
            Telemetry.awaitWritten(store);

            assertThat(store.usage().dropped()).isEqualTo(1);
            assertThat(store.usage().slices()).isZero();
        }
    }

    @Test
    void aDamagedFileIsSetAsideWithOneLine() throws Exception {
        try (TelemetryStore store = open(hourly())) {
            fill(store, 3);
        }
        Files.writeString(files().get(1), "this is no database, whatever its name may say");

        try (TelemetryStore store = open(hourly())) {
            assertThat(total(store)).isEqualTo(2);
            assertThat(reports).singleElement().asString()
                    .startsWith("telemetry: Set aside " + files().getFirst().getFileName().toString().substring(0, 6))
                    .contains("cannot be read").doesNotContain("\n");
        }
        assertThat(files()).extracting(Path::toString).anyMatch(name -> name.endsWith(".damaged"));
    }

    @Test
    void aFileThatIsDamagedInTheMiddleIsNotFatal() throws Exception {
        try (TelemetryStore store = open(hourly())) {
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < 3000; i++) {
                samples.add(Sample.of(metric, now.minusSeconds(7200 + i), i * Math.PI, "None"));
            }
            store.metrics().put(samples);
            fill(store, 1);
        }
        Path damaged = files().getFirst();
        byte[] bytes = Files.readAllBytes(damaged);
        for (int i = 12_288; i < bytes.length; i += 512) {
            bytes[i] ^= 0x5a;
        }
        Files.write(damaged, bytes, StandardOpenOption.TRUNCATE_EXISTING);

        try (TelemetryStore store = open(hourly())) {
            assertThat(Telemetry.minute(store.metrics(), metric, now, "Sum")).isEqualTo(1);
            total(store);
            assertThat(reports).anyMatch(line -> line.contains("Set aside"));
            store.metrics().put(List.of(Sample.of(metric, now, 1, "None")));
            Telemetry.awaitWritten(store);
            assertThat(Telemetry.minute(store.metrics(), metric, now, "Sum")).isEqualTo(2);
        }
    }

    @Test
    void damagedStateIsSetAsideToo() throws Exception {
        try (TelemetryStore store = open(hourly())) {
            store.states().put("alarm", "a", "x");
        }
        Files.writeString(folder.resolve("state.duckdb"), "nonsense");

        try (TelemetryStore store = open(hourly())) {
            assertThat(store.states().all("alarm")).isEmpty();
            store.states().put("alarm", "a", "y");
        }
        try (TelemetryStore store = open(hourly())) {
            assertThat(store.states().all("alarm")).containsEntry("a", "y");
        }
    }
}
