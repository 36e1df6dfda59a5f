// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.cloudwatch.model.series.Range;

import static org.assertj.core.api.Assertions.assertThat;

class CrashTest {

    @TempDir
    private Path folder;

    @Test
    void aKilledProcessLosesAtMostTheLastSecond() throws Exception {
        List<String> lines = new ArrayList<>();
        Process process = WritingProcess.start(folder, 0, Optional.empty());
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            long opened = Long.MAX_VALUE;
            while (lines.isEmpty() || time(lines.getLast()) - opened < 2500) {
                lines.add(output.readLine());
                if (opened == Long.MAX_VALUE && slices(lines.getLast()) > 0) {
                    opened = time(lines.getLast());
                }
            }
            // the process itself would close the stream as well
            process.toHandle().destroyForcibly();
            output.lines().filter(line -> line.endsWith(" -")).forEach(lines::add);
        }
        long died = time(lines.getLast());
        int mustBeThere = lines.stream().filter(line -> time(line) < died - 1000).mapToInt(CrashTest::number).max()
                .orElseThrow();

        try (TelemetryStore store = TelemetryStore.open(StoreOptions.in(folder))) {
            double count = store.metrics()
                    .read(List.of(Telemetry.metric("m")),
                            new Range(Instant.ofEpochMilli(died).minusSeconds(3600).truncatedTo(
                                    ChronoUnit.SECONDS), Duration.ofHours(2), 1),
                            Detail.SUMMARY, Optional.empty())
                    .get(Telemetry.metric("m")).samples(0).sampleCount();
            assertThat(count).isBetween((double) mustBeThere, (double) number(lines.getLast()) + 1);
            assertThat(store.logs().read(LogQuery.of("g", Instant.EPOCH, Instant.now()), event -> true))
                    .hasSizeBetween(mustBeThere, number(lines.getLast()) + 1);
            assertThat(
                    IntStream.rangeClosed(1, mustBeThere).filter(i -> store.spans().trace(Spans.trace(i)).size() != 1))
                    .isEmpty();
            assertThat(store.spans().roots(Spans.newest(1_000_000)))
                    .hasSizeBetween(mustBeThere, number(lines.getLast()) + 1);
            assertThat(Integer.parseInt(store.states().get("counter", "last").orElseThrow()))
                    .isGreaterThanOrEqualTo(mustBeThere);
        }
        assertThat(unpackedLibraries()).isEmpty();
    }

    /** The size that the shell allows files to have stands for the room on a disk. */
    @Test
    void aFullDiskStopsNobodyAndIsSaid() throws Exception {
        Process process = WritingProcess.start(folder, 100_000, Optional.of("ulimit -f 150000"));
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String line = output.readLine();
            while (line != null && (line.endsWith(" -") || Long.parseLong(line.split(" ")[2]) == 0)) {
                line = output.readLine();
            }
            assertThat(line).isNotNull().contains("Cannot write, and will try again");
            int then = number(line);
            while (line != null && number(line) < then + 200) {
                line = output.readLine();
            }
            assertThat(line).isNotNull();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aDiskThatIsFullAsAFaultIsSaidAndWhatWaitedIsWrittenWhenThereIsRoom() throws Exception {
        try (TelemetryStore store = TelemetryStore.open(StoreOptions.in(folder))) {
            store.full(true);
            store.metrics().put(List.of(Sample.of(Telemetry.metric("m"), Instant.now(), 1, "None")));
            Telemetry.await(() -> store.usage().problem().isPresent());
            assertThat(store.usage().problem().orElseThrow())
                    .startsWith("Cannot write, and will try again: No space left on device");
            assertThat(store.usage().pending()).isPositive();

            store.full(false);

            Telemetry.awaitWritten(store);
            Telemetry.await(() -> store.usage().problem().isEmpty());
        }
    }

    private List<Path> unpackedLibraries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("libduckdb")).toList();
        }
    }

    private static long time(String line) {
        return Long.parseLong(line.split(" ")[0]);
    }

    private static int slices(String line) {
        return Integer.parseInt(line.split(" ")[3]);
    }

    private static int number(String line) {
        return Integer.parseInt(line.split(" ")[1]);
    }
}
