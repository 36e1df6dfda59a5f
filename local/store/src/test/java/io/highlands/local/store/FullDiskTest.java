// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A disk of 24 MiB that is full. What DuckDB says and does then was asked of the driver: a failed COMMIT is rolled back, one
 * whose checkpoint fails is durable although it is an error, and a DETACH whose checkpoint fails has detached.
 */
class FullDiskTest {

    private static final String GROUP = "g";

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path disk;

    private Path filler;

    @BeforeEach
    void mount() throws Exception {
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()))
                .as("may mount a tmpfs").isZero();
        filler = disk.resolve("filler");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", disk.toString());
    }

    private static int run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    private void fill() {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] page = new byte[4096];
            while (disk.toFile().getUsableSpace() >= 0) {
                out.write(page);
            }
        } catch (IOException full) {
            assertThat(disk.toFile().getUsableSpace()).isZero();
        }
    }

    private TelemetryStore open() {
        return TelemetryStore.open(StoreOptions.in(disk), told::add);
    }

    private static void put(TelemetryStore store, int from, int to) {
        for (int i = from; i < to; i++) {
            assertThat(store.logs().put(GROUP, "s", List.of(new NewLogEvent(Instant.now(), Integer.toString(i)))))
                    .isTrue();
            assertThat(store.spans().put(List.of(Spans.of(i)))).isTrue();
            assertThat(store.metrics().put(List.of(Sample.of(Telemetry.metric("m"), Instant.now(), 1, "None"))))
                    .isTrue();
        }
    }

    private static void assertHas(TelemetryStore store, int number) {
        assertThat(store.logs().read(LogQuery.of(GROUP, Instant.EPOCH, Instant.now().plusSeconds(60)).atMost(10_000),
                event -> true)).extracting(LogEvent::message).containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, number).mapToObj(Integer::toString).collect(Collectors.toList()));
        assertThat(store.spans().roots(Spans.newest(1_000_000))).hasSize(number);
    }

    @Test
    void whatWasTakenWhileTheDiskWasFullCanBeReadAndIsWrittenOnceWhenThereIsRoom() throws Exception {
        try (TelemetryStore store = open()) {
            put(store, 0, 300);
            Telemetry.awaitWritten(store);
            fill();
            put(store, 300, 800);
            Telemetry.await(() -> store.usage().problem().isPresent());
            assertThat(store.usage().problem().orElseThrow())
                    .startsWith("Cannot write, and will try again: No space left on device");
            TimeUnit.SECONDS.sleep(2);
            assertHas(store, 800);
            assertThat(store.usage().pending()).isEqualTo(1500);

            Files.delete(filler);

            Telemetry.awaitWritten(store);
            Telemetry.await(() -> store.usage().problem().isEmpty());
            assertHas(store, 800);
        }
        try (TelemetryStore store = open()) {
            assertHas(store, 800);
            assertThat(store.usage().lost()).isZero();
        }
    }

    @Test
    void whatAKilledProcessCouldNotWriteIsCountedAtTheNextStart() throws Exception {
        Process process = WritingProcess.start(disk, Path.of(System.getProperty("java.io.tmpdir")), 0,
                Optional.empty());
        Thread reader = Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(line -> {}));
        try {
            Telemetry.await(() -> slices() >= 2);
            TimeUnit.SECONDS.sleep(1);
            fill();
            TimeUnit.SECONDS.sleep(3);
        } finally {
            process.toHandle().destroyForcibly();
            process.waitFor();
            reader.join();
        }

        try (TelemetryStore store = open()) {
            store.states().all("counter");
            assertThat(store.usage().lost()).isGreaterThan(500);
            assertThat(store.usage().notes()).singleElement().asString().matches("The run before ended before it had "
                    + "written \\d+ samples, \\d+ log events, \\d+ spans.*: they are lost");
            assertThat(store.spans().roots(Spans.newest(10))).hasSize(10);
            Files.delete(filler);
            put(store, 0, 10);
            Telemetry.awaitWritten(store);
        }
    }

    @Test
    void aFailedCheckpointCostsNothingAndNoRowIsThereTwice() throws Exception {
        byte[] noise = new byte[750];
        try (TelemetryStore store = open()) {
            int number = 0;
            while (store.usage().problem().isEmpty() && number < 40_000) {
                List<NewLogEvent> events = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    ThreadLocalRandom.current().nextBytes(noise);
                    events.add(new NewLogEvent(Instant.now(), number++ + Base64.getEncoder().encodeToString(noise)));
                }
                while (!store.logs().put(GROUP, "s", events) && store.usage().problem().isEmpty()) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            }
            assertThat(told).anySatisfy(line -> assertThat(line).contains("No space left on device"));
            assertThat(told).noneSatisfy(line -> assertThat(line).contains("Set aside"));

            assertThat(run("mount", "-o", "remount,size=128m", disk.toString())).isZero();

            Telemetry.awaitWritten(store);
        }
        try (TelemetryStore store = open()) {
            List<LogEvent> first = store.logs().read(LogQuery.of(GROUP, Instant.EPOCH, Instant.now()).atMost(2_000),
                    event -> true);
            assertThat(first).extracting(LogEvent::id).doesNotHaveDuplicates();
            assertThat(store.usage().lost()).isZero();
        }
    }

    private long slices() {
        String[] names = disk.toFile().list((folder, name) -> name.endsWith(".duckdb.wal"));
        return names == null ? 0 : names.length;
    }
}
