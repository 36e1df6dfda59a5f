// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform.standin;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.control.ControlException;
import io.highlands.local.ecs.process.Until;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A server of the platform, where a PostgreSQL and its client are installed: psql says what is in it. Source: PostgreSQL's
 * documentation, "psql" and "Creating a Database Cluster".
 */
class LocalPostgreSqlTest {

    private static final PostgreSqlPrograms INSTALLED = new PostgreSqlPrograms(System.getenv());
    private static final List<String> ONE = List.of("orders_db");
    private static final List<String> TWO = List.of("orders_db", "stock_db");

    @TempDir
    private Path folder;

    @BeforeEach
    void installed() {
        assumeThat(INSTALLED.folder()).isPresent();
        assumeThat(Stream.of(System.getenv("PATH").split(File.pathSeparator)))
                .anyMatch(part -> Files.isExecutable(Path.of(part, "psql")));
    }

    @Test
    void dataPasswordAndPortStayAndTheServerEndsWithThePlatform() throws Exception {
        Map<String, String> first;
        try (LocalPostgreSql server = started(ONE)) {
            first = server.values();
            assertThat(psql(first, "orders_db", "CREATE TABLE numbers AS SELECT 42 AS number")).isEqualTo("SELECT 1");
            assertThatThrownBy(() -> psql(with(first, "password", "wrong"), "orders_db", "SELECT 1"))
                    .hasMessageContaining("password authentication failed");
        }
        assertThatThrownBy(() -> psql(first, "orders_db", "SELECT 1")).isInstanceOf(IOException.class);

        try (LocalPostgreSql server = started(TWO)) {
            assertThat(server.values()).isEqualTo(first);
            assertThat(psql(server.values(), "orders_db", "SELECT number FROM numbers")).isEqualTo("42");
            assertThat(psql(server.values(), "stock_db", "SELECT current_database()")).isEqualTo("stock_db");
        }
    }

    /** Tasks that run have its port. */
    @Test
    void furtherDatabaseLeavesThePortAndOneThatFailsLeavesTheServer() throws Exception {
        try (LocalPostgreSql server = started(ONE)) {
            Map<String, String> first = server.values();

            server.start(INSTALLED, TWO);

            assertThat(server.values()).isEqualTo(first);
            assertThat(psql(first, "stock_db", "SELECT 1")).isEqualTo("1");
            assertThatThrownBy(() -> server.start(INSTALLED, List.of("orders_db", "a\" b")))
                    .isInstanceOf(ControlException.class).hasMessageContaining("did not make the database a\" b");
            assertThat(psql(first, "orders_db", "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void serverThatWasKilledIsStartedAnew() throws Exception {
        try (LocalPostgreSql server = started(ONE)) {
            long pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
            ProcessHandle killed = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> processes = Stream.concat(killed.descendants(), Stream.of(killed)).toList();
            killed.destroyForcibly();
            Until.holds("its processes have ended",
                    () -> processes.stream().noneMatch(process -> process.info().command().isPresent()));

            server.start(INSTALLED, ONE);

            assertThat(psql(server.values(), "orders_db", "SELECT 1")).isEqualTo("1");
        }
    }

    /** initdb writes PG_VERSION first. */
    @Test
    void interruptedInitdbIsDoneAgain() throws Exception {
        Files.createDirectories(folder.resolve("data.new/base"));
        Files.writeString(folder.resolve("data.new/PG_VERSION"), "15\n");

        try (LocalPostgreSql server = started(ONE)) {
            assertThat(psql(server.values(), "orders_db", "SELECT 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("data.new")).doesNotExist();
    }

    @Test
    void folderThatCannotBeMadeIsOneLineWithItsReason() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (LocalPostgreSql server = new LocalPostgreSql(file)) {
            assertThatThrownBy(() -> server.start(INSTALLED, ONE)).isInstanceOf(ControlException.class)
                    .hasMessageEndingWith(file + ": it exists already");
        }
    }

    private LocalPostgreSql started(List<String> databases) {
        LocalPostgreSql server = new LocalPostgreSql(folder);
        server.start(INSTALLED, databases);
        return server;
    }

    private static Map<String, String> with(Map<String, String> values, String key, String value) {
        return Map.of("host", values.get("host"), "port", values.get("port"), "username", values.get("username"), key,
                value);
    }

    private static String psql(Map<String, String> values, String database, String statement)
            throws IOException, InterruptedException {
        var command = new ProcessBuilder("psql", "-X", "-A", "-t", "-h", values.get("host"), "-p", values.get("port"),
                "-U", values.get("username"), "-d", database, "-c", statement).redirectErrorStream(true);
        command.environment().put("PGPASSWORD", values.get("password"));
        Process process = command.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(printed);
        }
        return printed;
    }
}
