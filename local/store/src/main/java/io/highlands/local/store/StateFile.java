// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.highlands.local.store.StateChange.Appended;
import io.highlands.local.store.StateChange.Deleted;
import io.highlands.local.store.StateChange.Kept;

/** The one file that is no slice of time: values by kind and key, and histories. */
final class StateFile {

    private static final String NAME = "state.duckdb";

    private static final String CATALOG = "state";

    private StateFile() {
    }

    static void open(Duck duck, Path folder, StateStore states, Problems problems) throws IOException, SQLException {
        try {
            attach(duck, folder, states);
        } catch (SQLException e) {
            if (!Problems.isDamage(e)) {
                throw e;
            }
            problems.note("Set aside " + NAME + ", which cannot be read", e);
            detach(duck);
            for (String file : List.of(NAME, NAME + ".wal")) {
                if (Files.exists(folder.resolve(file))) {
                    Files.move(folder.resolve(file), folder.resolve(file + ".damaged"),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            attach(duck, folder, states);
        }
    }

    private static void detach(Duck duck) {
        try {
            duck.detach(CATALOG);
        } catch (SQLException e) {
            // it was not attached
            return;
        }
    }

    /** Attaches the file anew when DuckDB has given up on it. */
    static void reopenIfRefused(Duck duck, Path folder) throws SQLException {
        try {
            duck.execute("SELECT count(*) FROM state.entries");
            return;
        } catch (SQLException e) {
            detach(duck);
        }
        duck.attach(folder.resolve(NAME), CATALOG);
    }

    private static void attach(Duck duck, Path folder, StateStore states) throws SQLException {
        duck.attach(folder.resolve(NAME), CATALOG);
        duck.execute("CREATE TABLE IF NOT EXISTS state.entries(kind VARCHAR, key VARCHAR, json VARCHAR)");
        duck.execute("CREATE TABLE IF NOT EXISTS state.history(kind VARCHAR, key VARCHAR, t BIGINT, seq BIGINT, "
                + "json VARCHAR)");
        duck.read(connection -> {
            List<Kept> kept = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                try (ResultSet rows = statement.executeQuery("SELECT kind, key, json FROM state.entries")) {
                    while (rows.next()) {
                        kept.add(new Kept(rows.getString(1), rows.getString(2), rows.getString(3)));
                    }
                }
                try (ResultSet rows = statement.executeQuery("SELECT coalesce(max(seq), 0) FROM state.history")) {
                    rows.next();
                    states.load(kept, rows.getLong(1));
                }
            }
            return null;
        });
    }

    static void write(Duck duck, List<StateChange> changes) throws SQLException {
        duck.write(connection -> {
            for (StateChange change : lasting(changes)) {
                write(connection, change);
            }
            return null;
        });
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
            case Appended entry -> run(connection, "INSERT INTO state.history VALUES (?, ?, ?, ?, ?)", entry.kind(),
                    entry.key(), entry.at(), entry.sequence(), entry.json());
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

    static List<Appended> history(Duck duck, String kind, String key, Instant from, Instant until, int limit) {
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
    static void forgetBefore(Duck duck, Instant oldest) throws SQLException {
        duck.execute("DELETE FROM state.history WHERE t < " + oldest.toEpochMilli());
    }

    private static long millis(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException e) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
