// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What DuckDB's driver does with transactions: the store rests on it, and no page of DuckDB says it. The driver is the source. */
class DriverTest {

    @TempDir
    private Path folder;

    private DuckDBConnection root;

    @BeforeEach
    void open() throws SQLException {
        root = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        run(root, "ATTACH '" + folder.resolve("a.duckdb") + "' AS a");
        run(root, "CREATE TABLE a.names(id INTEGER)");
        run(root, "CREATE TABLE a.facts(id INTEGER)");
    }

    @AfterEach
    void close() throws SQLException {
        root.close();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void append(DuckDBConnection connection, String table) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("a", "main", table)) {
            appender.beginRow().append(1).endRow();
        }
    }

    private int rows(String table) throws SQLException {
        try (Statement statement = root.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM a." + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void appendersCommitOnTheirOwnWithoutAutoCommitUnlessAStatementCameFirst() throws SQLException {
        try (DuckDBConnection connection = root.duplicate()) {
            connection.setAutoCommit(false);
            append(connection, "names");
            append(connection, "facts");
            connection.rollback();
        }
        assertThat(rows("names")).isOne();
        assertThat(rows("facts")).isOne();

        try (DuckDBConnection connection = root.duplicate()) {
            connection.setAutoCommit(false);
            run(connection, "SELECT 1");
            append(connection, "names");
            append(connection, "facts");
            connection.rollback();
        }
        assertThat(rows("names")).isOne();
        assertThat(rows("facts")).isOne();
    }

    @Test
    void appendersAreInATransactionThatAStatementBegan() throws SQLException {
        try (DuckDBConnection connection = root.duplicate()) {
            run(connection, "BEGIN TRANSACTION");
            append(connection, "names");
            append(connection, "facts");
            assertThat(rows("names")).isZero();
            run(connection, "ROLLBACK");
            assertThat(rows("names")).isZero();
            assertThat(rows("facts")).isZero();

            run(connection, "BEGIN TRANSACTION");
            append(connection, "names");
            append(connection, "facts");
            run(connection, "COMMIT");
        }
        assertThat(rows("names")).isOne();
        assertThat(rows("facts")).isOne();
    }

    @Test
    void whatIsWrittenInOneTransactionOfTheStoreIsThereCompletelyOrNotAtAll() throws SQLException {
        try (Duck duck = Duck.open(folder, 64)) {
            duck.attach(folder.resolve("b.duckdb"), "b");
            duck.execute("CREATE TABLE b.names(id INTEGER)");
            duck.execute("CREATE TABLE b.facts(id INTEGER)");

            assertThatThrownBy(() -> duck.write(connection -> {
                try (DuckDBAppender names = connection.createAppender("b", "main", "names")) {
                    names.beginRow().append(1).endRow();
                }
                throw new SQLException("the second table is refused");
            })).hasMessage("the second table is refused");

            assertThat(duck.number("SELECT count(*) FROM b.names")).isZero();
        }
    }
}
