// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

import org.duckdb.DuckDBConnection;

/** The one DuckDB instance, to which files are attached, and its connections. */
final class Duck implements AutoCloseable {

    /** How many readers at a time; more would only share the memory limit and two cores among them. */
    private static final int READERS = 2;

    private final DuckDBConnection root;

    private final Deque<DuckDBConnection> idle = new ConcurrentLinkedDeque<>();

    private final Semaphore readers = new Semaphore(READERS, true);

    private Duck(DuckDBConnection root) {
        this.root = root;
    }

    /** Work with a connection. */
    @FunctionalInterface
    interface Work<T> {

        T with(DuckDBConnection connection) throws SQLException;
    }

    static Duck open(Path folder, int memoryLimitMiB) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", memoryLimitMiB + "MiB");
        settings.setProperty("threads", "2");
        settings.setProperty("temp_directory", folder.resolve("spill").toString());
        settings.setProperty("preserve_insertion_order", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        Duck duck = new Duck((DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings));
        forgetUnpackedLibrary();
        return duck;
    }

    /**
     * Deletes the native library that the driver has unpacked: it is loaded, and a JVM that is killed would leave 71 MB
     * behind at every start. Where the system does not tell which file it is, the driver's own clean-up at exit remains.
     */
    private static void forgetUnpackedLibrary() {
        try (var mapped = Files.lines(Path.of("/proc/self/maps"))) {
            Optional<String> line = mapped.filter(text -> text.contains("/libduckdb_java")).findFirst();
            if (line.isPresent()) {
                Files.deleteIfExists(Path.of(line.get().substring(line.get().indexOf('/'))));
            }
        } catch (IOException e) {
            // not Linux
            return;
        }
    }

    void attach(Path file, String catalog) throws SQLException {
        execute("ATTACH '" + file.toString().replace("'", "''") + "' AS " + catalog);
    }

    /**
     * Detaches a file. DuckDB also reports an error when it has detached the file but could not bring its log into it; the log
     * is read when the file is attached again, so that is none.
     */
    void detach(String catalog) throws SQLException {
        if (!isAttached(catalog)) {
            return;
        }
        try {
            execute("DETACH " + catalog);
        } catch (SQLException e) {
            if (isAttached(catalog)) {
                throw e;
            }
        }
    }

    private boolean isAttached(String catalog) throws SQLException {
        return read(connection -> {
            try (PreparedStatement statement = connection
                    .prepareStatement("SELECT 1 FROM duckdb_databases() WHERE database_name = ?")) {
                statement.setString(1, catalog);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    /** The number that a query has in its first row. */
    long number(String sql) throws SQLException {
        return read(connection -> {
            try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    void execute(String sql) throws SQLException {
        read(connection -> {
            run(connection, sql);
            return null;
        });
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    <T> T read(Work<T> work) throws SQLException {
        readers.acquireUninterruptibly();
        DuckDBConnection connection = idle.poll();
        try {
            if (connection == null) {
                connection = root.duplicate();
            }
            return work.with(connection);
        } finally {
            if (connection != null) {
                idle.push(connection);
            }
            readers.release();
        }
    }

    /**
     * One transaction, which ends when the work does: committed or, after an error, rolled back. It is begun by a statement,
     * since {@code setAutoCommit(false)} begins none until a statement comes, and appenders then commit on their own
     * ({@code DriverTest}).
     */
    <T> T write(Work<T> work) throws SQLException {
        try (DuckDBConnection connection = root.duplicate()) {
            run(connection, "BEGIN TRANSACTION");
            try {
                T result = work.with(connection);
                run(connection, "COMMIT");
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    /** After a failed COMMIT there is nothing to roll back, which DuckDB reports as an error. */
    private static void rollBack(DuckDBConnection connection, Exception cause) {
        try {
            run(connection, "ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (DuckDBConnection connection : idle) {
            connection.close();
        }
        root.close();
    }
}
