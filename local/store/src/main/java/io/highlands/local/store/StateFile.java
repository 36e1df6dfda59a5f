// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.highlands.local.store.StateChange.Appended;
import io.highlands.local.store.StateChange.Deleted;
import io.highlands.local.store.StateChange.Kept;

/** The one file that is no slice of time: values by kind and key, and histories. */
final class StateFile {

    static final String NAME = "state.duckdb";

    private static final String LOG = NAME + ".wal";

    private static final String CATALOG = "state";

    static final String ENTRIES = "state entries";

    private static final String HISTORY = "state history";

    private final Duck duck;

    private final Path folder;

    private final StateStore states;

    private final Problems problems;

    private volatile boolean attached;

    private volatile Map<String, Long> counts = Map.of();

    StateFile(Duck duck, Path folder, StateStore states, Problems problems) {
        this.duck = duck;
        this.folder = folder;
        this.states = states;
        this.problems = problems;
    }

    /** Opens the file, and says what is missing of what the run before wrote; one that is damaged is set aside. */
    void open(Ledger ledger) throws IOException, SQLException {
        counts = new HashMap<>(ledger.before());
        counts.keySet().retainAll(List.of(ENTRIES, HISTORY));
        try {
            attach();
        } catch (SQLException e) {
            duck.detach(CATALOG);
            if (Failure.of(e) != Failure.DAMAGE) {
                problems.begin(NAME, NAME + " cannot be opened, and is tried again", e);
                return;
            }
            boolean isLog = Failure.isOfLog(e) && Files.exists(folder.resolve(LOG));
            Slice.setAside(folder.resolve(LOG));
            if (isLog) {
                problems.note("Set aside the log of " + NAME + ", which cannot be read: the latest changes of alarms, "
                        + "dashboards and log groups that were made through the API are lost", e);
                open(ledger);
                return;
            }
            Slice.setAside(folder.resolve(NAME));
            counts = Map.of();
            problems.note(
                    "Set aside " + NAME + ", which cannot be read: alarms, dashboards and retentions of log groups "
                            + "that were put through the API are lost, and the states and histories of all alarms",
                    e);
            attach();
            return;
        }
        long missing = Math.max(0, ledger.before(ENTRIES) - counts.getOrDefault(ENTRIES, 0L))
                + Math.max(0, ledger.before(HISTORY) - counts.getOrDefault(HISTORY, 0L));
        if (missing > 0) {
            problems.note(
                    missing + " alarms, dashboards, log groups and entries of histories are lost: they were written to "
                            + NAME + ", and its log ends before them");
        }
    }

    /** How many values and entries of histories the file has, by their keys in the ledger. */
    Map<String, Long> counts() {
        return counts;
    }

    /** Attaches the file anew when DuckDB has given up on it or it could not be opened. */
    void reopenIfRefused() throws SQLException {
        if (attached) {
            try {
                duck.execute("SELECT count(*) FROM state.entries");
                return;
            } catch (SQLException e) {
                attached = false;
            }
        }
        duck.detach(CATALOG);
        attach();
    }

    private void attach() throws SQLException {
        duck.attach(folder.resolve(NAME), CATALOG);
        duck.execute("CREATE TABLE IF NOT EXISTS state.entries(kind VARCHAR, key VARCHAR, json VARCHAR)");
        duck.execute("CREATE TABLE IF NOT EXISTS state.history(kind VARCHAR, key VARCHAR, t BIGINT, seq BIGINT, "
                + "json VARCHAR)");
        duck.read(connection -> {
            List<Kept> kept = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                try (ResultSet rows = statement.executeQuery("SELECT kind, key, json FROM state.entries")) {
                    while (rows.next()) {
                        if (rows.getString(1) == null || rows.getString(2) == null || rows.getString(3) == null) {
                            problems.unreadable(NAME, 1, "a value is missing");
                        } else {
                            kept.add(new Kept(rows.getString(1), rows.getString(2), rows.getString(3)));
                        }
                    }
                }
                try (ResultSet rows = statement.executeQuery("SELECT coalesce(max(seq), 0) FROM state.history")) {
                    rows.next();
                    states.load(kept, rows.getLong(1));
                }
            }
            return null;
        });
        count();
        attached = true;
        problems.over(NAME);
    }

    private void count() throws SQLException {
        counts = Map.of(ENTRIES, duck.number("SELECT count(*) FROM state.entries"), HISTORY,
                duck.number("SELECT count(*) FROM state.history"));
    }

    void write(List<StateChange> changes) throws SQLException {
        if (!attached) {
            reopenIfRefused();
        }
        duck.write(connection -> {
            for (StateChange change : lasting(changes)) {
                write(connection, change);
            }
            return null;
        });
        count();
    }

    /** Without what a later change of the same key undoes. */
    private static List<StateChange> lasting(List<StateChange> changes) {
        Set<List<String>> later = new HashSet<>();
        List<StateChange> lasting = new ArrayList<>();
        for (StateChange change : changes.reversed()) {
            boolean lasts = switch (change) {
                case Kept kept -> later.add(List.of(kept.kind(), kept.key()));
                case Deleted deleted -> later.add(List.of(deleted.kind(), deleted.key()));
                case Appended entry -> true;
            };
            if (lasts) {
                lasting.add(change);
            }
        }
        return lasting.reversed();
    }

    private static void write(Connection connection, StateChange change) throws SQLException {
        switch (change) {
            case Kept kept -> {
                run(connection, "DELETE FROM state.entries WHERE kind = ? AND key = ?", kept.kind(), kept.key());
                run(connection, "INSERT INTO state.entries VALUES (?, ?, ?)", kept.kind(), kept.key(), kept.json());
            }
            case Deleted deleted -> run(connection, "DELETE FROM state.entries WHERE kind = ? AND key = ?",
                    deleted.kind(), deleted.key());
            // a transaction that failed for the system's reasons may be in the file all the same, and comes again
            case Appended entry -> run(connection, "INSERT INTO state.history SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS ("
                    + "SELECT 1 FROM state.history WHERE seq = ?)", entry.kind(), entry.key(), entry.at(),
                    entry.sequence(), entry.json(), entry.sequence());
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    List<Appended> history(String kind, String key, Instant from, Instant until, int limit) {
        if (!attached) {
            return List.of();
        }
        try {
            return duck.read(connection -> {
                List<Appended> entries = new ArrayList<>();
                try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT t, seq, json FROM state.history WHERE kind = ? AND key = ? AND t >= ? AND t < ? "
                                + "ORDER BY t DESC, seq DESC LIMIT ?")) {
                    statement.setString(1, kind);
                    statement.setString(2, key);
                    statement.setLong(3, millis(from));
                    statement.setLong(4, millis(until));
                    statement.setInt(5, limit);
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            entries.add(new Appended(kind, key, rows.getLong(1), rows.getLong(2), rows.getString(3)));
                        }
                    }
                }
                return entries;
            });
        } catch (SQLException e) {
            throw new StoreException("The history of " + kind + " '" + key + "' cannot be read", e);
        }
    }

    /** Forgets histories from before a moment. */
    void forgetBefore(Instant oldest) throws SQLException {
        if (attached) {
            duck.execute("DELETE FROM state.history WHERE t < " + oldest.toEpochMilli());
            count();
        }
    }

    private static long millis(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException e) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
