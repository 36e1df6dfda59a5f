// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that are not as they were written: each costs itself, and what it costs is said. */
class DamageTest {

    private static final String GROUP = "g";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final Instant earlier = now.minus(Duration.ofHours(12));

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path folder;

    private TelemetryStore open() {
        return TelemetryStore.open(StoreOptions.in(folder), told::add);
    }

    /** Two files of metrics and logs with ten samples and ten events each, one of spans, and a state. */
    private void fill() throws InterruptedException {
        try (TelemetryStore store = open()) {
            for (Instant time : List.of(earlier, now)) {
                for (int i = 0; i < 10; i++) {
                    store.metrics().put(List.of(Sample.of(Telemetry.metric("m" + i), time, 1, "Count")));
                    store.logs().put(GROUP, "s", List.of(new NewLogEvent(time, "line " + i)));
                }
            }
            store.spans().put(IntStream.range(0, 10).mapToObj(Spans::of).toList());
            store.states().put("alarm", "a", "{}");
            Telemetry.awaitWritten(store);
        }
    }

    private Path file(String prefix, Instant time) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Slice.of(file).filter(slice -> slice.kind().prefix().equals(prefix)
                    && slice.covers(time.getEpochSecond())).isPresent()).findFirst().orElseThrow();
        }
    }

    private static void overwrite(Path file, long position, int length) throws IOException {
        byte[] noise = new byte[length];
        new Random(position).nextBytes(noise);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(noise), position);
        }
    }

    private void sql(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> lines(TelemetryStore store) {
        return store.logs().read(LogQuery.of(GROUP, earlier.minusSeconds(60), now.plusSeconds(60)), event -> true)
                .stream().map(LogEvent::message).toList();
    }

    @Test
    void aDamagedFileIsSetAsideWithOneLineThatSaysWhatItCosts() throws Exception {
        fill();
        Path damaged = file("slice", earlier);
        overwrite(damaged, 0, 64);

        try (TelemetryStore store = open()) {
            assertThat(lines(store)).hasSize(10);
            assertThat(store.usage().notes()).singleElement().asString().startsWith("Set aside "
                    + damaged.getFileName() + " with 20 rows, which cannot be read: IO Error");
            assertThat(told).containsExactly("telemetry: " + store.usage().notes().getFirst());
            assertThat(store.usage().lost()).isEqualTo(20);
            assertThat(store.usage().problem()).isEmpty();
            assertThat(damaged.resolveSibling(damaged.getFileName() + ".damaged")).exists();
        }
        told.clear();
        try (TelemetryStore store = open()) {
            assertThat(lines(store)).hasSize(10);
            assertThat(store.usage().lost()).isZero();
            assertThat(told).isEmpty();
        }
    }

    @Test
    void everyKindOfFileCostsItselfOnlyAndWritingGoesOn() throws Exception {
        fill();
        overwrite(file("slice", now), 4096, 64);
        overwrite(file("spans", now), 8192, 64);
        overwrite(folder.resolve("state.duckdb"), 0, 64);

        try (TelemetryStore store = open()) {
            assertThat(lines(store)).hasSize(10);
            assertThat(store.spans().roots(Spans.newest(100))).isEmpty();
            assertThat(store.states().all("alarm")).isEmpty();
            assertThat(store.usage().notes()).hasSize(3);
            assertThat(store.usage().lost()).isEqualTo(30);
            store.logs().put(GROUP, "s", List.of(new NewLogEvent(now, "new")));
            store.states().put("alarm", "b", "{}");
            Telemetry.awaitWritten(store);
        }
        try (TelemetryStore store = open()) {
            assertThat(lines(store)).hasSize(11).contains("new");
            assertThat(store.states().all("alarm")).containsOnlyKeys("b");
        }
    }

    @Test
    void aDamagedStateSaysWhichThingsOfUsersAreLost() throws Exception {
        fill();
        overwrite(folder.resolve("state.duckdb"), 0, 64);

        try (TelemetryStore store = open()) {
            assertThat(store.states().all("alarm")).isEmpty();
            assertThat(told).singleElement().asString().startsWith("telemetry: Set aside state.duckdb, which cannot be "
                    + "read: alarms, dashboards and retentions of log groups that were put through the API are lost");
            assertThat(folder.resolve("state.duckdb.damaged")).exists();
        }
    }

    @Test
    void aRowOfASeriesThatWasNeverWrittenCostsItselfAndItsNumberIsNotGivenAgain() throws Exception {
        fill();
        Path file = file("slice", now);
        sql(file, "INSERT INTO samples SELECT 900, 77, " + now.getEpochSecond() + ", 1, 1, 1, 1, 0, NULL",
                "INSERT INTO logs SELECT 901, 88, " + now.toEpochMilli() + ", 0, 'orphan'");

        try (TelemetryStore store = open()) {
            assertThat(store.metrics().names(Optional.empty())).hasSize(10);
            assertThat(lines(store)).hasSize(20).doesNotContain("orphan");
            assertThat(store.usage().problem()).isEmpty();
            assertThat(store.usage().unreadable()).isEqualTo(2);
            assertThat(store.usage().notes()).singleElement().asString().contains("1 row of " + file.getFileName()
                    + " cannot be read and is left out: its series 77 has no name");
            store.metrics().put(List.of(Sample.of(Telemetry.metric("new"), now, 5, "Count")));
            store.logs().put(GROUP, "new", List.of(new NewLogEvent(now, "new")));
            Telemetry.awaitWritten(store);
        }
        try (TelemetryStore store = open()) {
            assertThat(Telemetry.sum(store.metrics(), Telemetry.metric("new"), now.minusSeconds(60),
                    Duration.ofMinutes(2))).isEqualTo(5);
            assertThat(lines(store)).hasSize(21).doesNotContain("orphan");
        }
    }

    @Test
    void aValueThatIsOutOfRangeCostsItsRowOnly() throws Exception {
        fill();
        sql(file("spans", now), "UPDATE roots SET kind = 99 WHERE trace_low = 3");
        sql(file("slice", now), "UPDATE logs SET message = NULL WHERE message = 'line 3'",
                "UPDATE samples SET unit = 120, vals = 'x'::BLOB WHERE series = 2",
                "UPDATE series SET dimensions = NULL WHERE id = 4");
        sql(folder.resolve("state.duckdb"), "INSERT INTO entries VALUES ('alarm', NULL, '{}')",
                "INSERT INTO entries VALUES ('log-group-created', '" + GROUP + "', 'noon')");

        try (TelemetryStore store = open()) {
            assertThat(store.spans().roots(Spans.newest(100))).hasSize(9);
            assertThat(store.spans().roots(Spans.newest(100))).hasSize(9);
            assertThat(lines(store)).hasSize(19);
            assertThat(Telemetry.sum(store.metrics(), Telemetry.metric("m1"), now.minusSeconds(60),
                    Duration.ofMinutes(2))).isEqualTo(1);
            assertThat(store.logs().groups()).extracting(LogGroup::name).contains(GROUP);
            assertThat(store.states().all("alarm")).containsOnlyKeys("a");
            assertThat(store.usage().problem()).isEmpty();
            assertThat(store.usage().unreadable()).isEqualTo(5);
        }
    }

    @Test
    void aFileThatCannotBeOpenedIsLeftOutAndReadWhenItCan() throws Exception {
        fill();
        Path file = file("slice", earlier);
        Process other = LockingProcess.start(file);
        try {
            try (TelemetryStore store = open()) {
                assertThat(lines(store)).hasSize(10);
                assertThat(store.usage().problem().orElseThrow()).startsWith(file.getFileName()
                        + " cannot be opened, and is tried again: IO Error: Could not set lock on file");
                store.logs().put(GROUP, "s", List.of(new NewLogEvent(earlier, "new")));
                Telemetry.awaitWritten(store);

                other.destroyForcibly().waitFor();

                Telemetry.await(() -> store.usage().problem().isEmpty());
                assertThat(lines(store)).hasSize(21).contains("new");
                assertThat(store.usage().lost()).isZero();
            }
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void theEndOfALogThatIsMissingIsSaidAlthoughDuckDbTakesTheLogForComplete() throws Exception {
        fill();
        Path killed = killed();
        Path log = logOf(killed);
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }

        try (TelemetryStore store = TelemetryStore.open(StoreOptions.in(killed), told::add)) {
            assertThat(lines(store)).hasSizeGreaterThanOrEqualTo(20);
            assertThat(store.usage().notes()).singleElement().asString().matches("\\d+ rows of "
                    + log.getFileName().toString().replace(".wal", "")
                    + " are lost: they were written, and its log ends before them");
            assertThat(store.usage().lost()).isPositive();
        }
    }

    @Test
    void aLogThatCannotBeReadIsSetAsideAndItsFileStays() throws Exception {
        fill();
        Path killed = killed();
        overwrite(logOf(killed), 20, 8);

        try (TelemetryStore store = TelemetryStore.open(StoreOptions.in(killed), told::add)) {
            assertThat(lines(store)).hasSize(20);
            assertThat(store.usage().notes().getFirst()).startsWith("Set aside the log of slice-")
                    .contains("Failure while replaying WAL file");
            assertThat(store.usage().lost()).isEqualTo(2 * 501);
        }
    }

    @Test
    void aFileThatSomebodyRemovedIsSaid() throws Exception {
        fill();
        Path file = file("spans", now);
        Files.delete(file);

        try (TelemetryStore store = open()) {
            assertThat(store.spans().roots(Spans.newest(10))).isEmpty();
            assertThat(store.usage().notes())
                    .containsExactly(file.getFileName() + " is not there any more: its 10 rows are lost");
            assertThat(store.usage().lost()).isEqualTo(10);
        }
    }

    /** The files as a process leaves them that is killed: what was written last is in the logs only. */
    private Path killed() throws Exception {
        Path copy = Files.createDirectory(folder.resolve("killed"));
        try (TelemetryStore store = open()) {
            for (int i = 0; i < 500; i++) {
                store.metrics().put(List.of(Sample.of(Telemetry.metric("m1"), now, 1, "Count")));
                store.logs().put(GROUP, "s", List.of(new NewLogEvent(now, "line " + i)));
            }
            Telemetry.awaitWritten(store);
            // with the second write the ledger has the first
            store.metrics().put(List.of(Sample.of(Telemetry.metric("m1"), now, 1, "Count")));
            store.logs().put(GROUP, "s", List.of(new NewLogEvent(now, "last")));
            Telemetry.awaitWritten(store);
            Telemetry.await(() -> store.usage().pending() == 0 && isNoted());
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        return copy;
    }

    private boolean isNoted() {
        try (Ledger ledger = new Ledger(folder)) {
            ledger.open();
            return ledger.before().entrySet().stream().filter(entry -> entry.getKey().startsWith("rows slice"))
                    .mapToLong(Map.Entry::getValue).max().orElse(0) == 2 * 511;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path logOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("slice-.*\\.wal"))
                    .max(Comparator.comparing(file -> file.toFile().length())).orElseThrow();
        }
    }
}
