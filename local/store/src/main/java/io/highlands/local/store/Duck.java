// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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

    void detach(String catalog) throws SQLException {
        execute("DETACH " + catalog);
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

    /** A connection for writing, whose transactions end when the work does: committed or, after an error, rolled back. */
    <T> T write(Work<T> work) throws SQLException {
        try (DuckDBConnection connection = root.duplicate()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void rollBack(DuckDBConnection connection, SQLException cause) {
        try {
            connection.rollback();
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
