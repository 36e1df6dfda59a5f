// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Each file of a killed process, damaged in each way: the next start works, and counts at least what is missing. */
class DamageKindsTest {

    private static final String GROUP = "g";

    private static final int ROWS = 300;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    private Path folder;

    private enum Kind {
        HEADER, MIDDLE, HALF, EMPTY, REMOVED
    }

    @Test
    void aDamagedFileCostsWhatIsCountedAndTheStoreGoesOn() throws Exception {
        Path killed = killed();
        List<Path> files;
        try (Stream<Path> all = Files.list(killed)) {
            files = all.sorted().toList();
        }
        int number = 0;
        for (Path file : files) {
            for (Kind kind : Kind.values()) {
                Path copy = folder.resolve("copy-" + number++);
                copy(killed, copy);
                damage(copy.resolve(file.getFileName()), kind);
                assertGoesOn(copy, file.getFileName() + " " + kind);
            }
        }
    }

    private void put(TelemetryStore store, int from, int count) throws InterruptedException {
        for (int i = from; i < from + count; i++) {
            store.metrics().put(List.of(Sample.of(Telemetry.metric("m"), now, 1, "Count")));
            store.logs().put(GROUP, "s", List.of(new NewLogEvent(now, "line " + i)));
            store.spans().put(List.of(Spans.root(i, now, Duration.ofMillis(1))));
        }
        Telemetry.awaitWritten(store);
    }

    /** Half of it is in the files, and half in their logs. */
    private Path killed() throws Exception {
        Path original = folder.resolve("original");
        try (TelemetryStore store = TelemetryStore.open(StoreOptions.in(original))) {
            store.states().put("alarm", "a", "{}");
            put(store, 0, ROWS / 2);
        }
        Path killed = folder.resolve("killed");
        try (TelemetryStore store = TelemetryStore.open(StoreOptions.in(original))) {
            store.states().put("alarm", "b", "{}");
            put(store, ROWS / 2, ROWS / 2);
            Telemetry.await(() -> hasAll(noted(original)));
            copy(original, killed);
        }
        return killed;
    }

    /** The files and the ledger agree, on the two values of the state as well. */
    private static boolean hasAll(Map<String, Long> noted) {
        return noted.getOrDefault(StateFile.ENTRIES, 0L) == 2
                && noted.entrySet().stream().filter(entry -> entry.getKey().startsWith(Ledger.ROWS))
                        .mapToLong(Map.Entry::getValue).sum() == 3 * ROWS;
    }

    private static Map<String, Long> noted(Path folder) {
        try (Ledger ledger = new Ledger(folder)) {
            ledger.open();
            return ledger.before();
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void damage(Path file, Kind kind) throws IOException {
        byte[] noise = new byte[64];
        new Random(kind.ordinal()).nextBytes(noise);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            switch (kind) {
                case HEADER -> channel.write(ByteBuffer.wrap(noise), 0);
                case MIDDLE -> channel.write(ByteBuffer.wrap(noise), channel.size() / 2);
                case HALF -> channel.truncate(channel.size() / 2);
                case EMPTY -> channel.truncate(0);
                default -> Files.delete(file);
            }
        }
    }

    private void assertGoesOn(Path files, String what) throws InterruptedException {
        try (TelemetryStore store = TelemetryStore.open(StoreOptions.in(files))) {
            long missing = 3L * ROWS - found(store);
            boolean lacksState = store.states().all("alarm").size() < 2;
            StoreUsage usage = store.usage();
            assertThat(missing).as(what + ": " + usage).isBetween(0L, usage.lost() + usage.unreadable());
            if (missing > 0 || lacksState) {
                assertThat(usage.notes()).as(what).isNotEmpty();
            }
            assertThat(usage.problem()).as(what).isEmpty();
            long before = found(store);
            put(store, 10_000, 10);
            assertThat(found(store)).as(what + ": " + store.usage()).isEqualTo(before + 30);
        }
        try (TelemetryStore store = TelemetryStore.open(StoreOptions.in(files))) {
            store.states().all("alarm");
            assertThat(store.usage().lost()).as(what + " again: " + store.usage()).isZero();
        }
    }

    private long found(TelemetryStore store) {
        long samples = Math.round(Telemetry.sum(store.metrics(), Telemetry.metric("m"), now.minusSeconds(120),
                Duration.ofMinutes(5)));
        return samples + store.logs().read(LogQuery.of(GROUP, now.minusSeconds(60), now.plusSeconds(60)), event -> true)
                .size() + store.spans().roots(Spans.newest(10_000)).size();
    }
}
