// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform.standin;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.highlands.local.control.ControlException;
import io.highlands.local.ecs.process.Folders;
import io.highlands.local.error.FileErrors;
import io.highlands.local.http.StartToken;

/**
 * One PostgreSQL server of the platform, on a free port of 127.0.0.1, with one database for each resource. Its data stays
 * under the state folder. It ends with the platform, also where that is killed: the shell that started it waits for the
 * end of its input, which this process holds open, and then ends the server.
 */
final class LocalPostgreSql implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LocalPostgreSql.class.getName());

    /** Names the folder of an installed PostgreSQL, or of its programs. */
    static final String HOME = "HIGHLANDS_POSTGRESQL_HOME";

    private static final String USER = "highlands";
    /** SIGINT is PostgreSQL's fast shutdown: it closes sessions and writes what it has. */
    private static final String WATCH = "\"$@\" </dev/null & server=$!; trap '' INT HUP; IFS= read -r end; "
            + "kill -INT $server; wait $server";
    private static final long TIMEOUT_SECONDS = 120;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Path folder;
    private final Path data;
    private PostgreSqlPrograms programs;
    private Process watch;
    private int port;

    LocalPostgreSql(Path folder) {
        this.folder = folder;
        this.data = folder.resolve("data");
    }

    /**
     * Starts it with these databases, which are made where they are not there; one that runs is started anew, at its port,
     * where one of them is missing, as only a server that does not run takes a new one without a client.
     *
     * @throws ControlException in one line, when it does not start; one that ran then runs as before
     */
    void start(PostgreSqlPrograms installed, List<String> databases) {
        try {
            Files.createDirectories(folder);
            if (runs() && made().containsAll(databases)) {
                return;
            }
            PostgreSqlPrograms earlier = watch == null ? null : programs;
            close();
            awaitEarlier();
            port = keptPort();
            try {
                programs = installed;
                if (!Files.exists(data.resolve("PG_VERSION"))) {
                    initialize();
                }
                create(databases);
                run();
            } catch (IOException | RuntimeException e) {
                resume(earlier, e);
                throw e;
            }
        } catch (IOException e) {
            throw new ControlException("PostgreSQL in " + folder + ": " + FileErrors.line(e), e);
        }
    }

    /** The shell outlives a server that ends. */
    private boolean runs() throws IOException {
        return watch != null && watch.isAlive() && isReady();
    }

    private void resume(PostgreSqlPrograms earlier, Exception failure) {
        if (earlier != null) {
            try {
                programs = earlier;
                run();
            } catch (IOException | RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** What templates take from it, whichever of its databases. */
    Map<String, String> values() {
        try {
            return Map.of("host", "127.0.0.1", "port", Integer.toString(port), "username", USER, "password",
                    Files.readString(password()).strip());
        } catch (IOException e) {
            throw new ControlException("PostgreSQL in " + folder + ": " + FileErrors.line(e), e);
        }
    }

    /** An initdb that is interrupted leaves what looks like data: it has the name of data when it is complete. */
    private void initialize() throws IOException {
        Path unfinished = folder.resolve("data.new");
        Folders.delete(unfinished);
        Path file = password();
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, StartToken.random().text() + "\n");
        Files.deleteIfExists(folder.resolve("databases"));
        finish(programs.command("initdb", "-D", unfinished.toString(), "-U", USER, "--auth=scram-sha-256",
                "--pwfile=" + file, "-E", "UTF8", "--no-locale", "--no-sync"), "");
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> made() throws IOException {
        return lines(folder.resolve("databases"));
    }

    /** None where there is no such file: a server that ends removes its own. */
    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException gone) {
            return List.of();
        }
    }

    /** By the single-user mode, which needs no client. */
    private void create(List<String> databases) throws IOException {
        List<String> made = new ArrayList<>(made());
        for (String database : databases) {
            if (!made.contains(database)) {
                finish(programs.command("postgres", "--single", "-D", data.toString(), "postgres"),
                        "CREATE DATABASE \"%s\"\n".formatted(database));
                Path log = folder.resolve("setup.log");
                if (lines(log).stream()
                        .anyMatch(line -> line.contains("ERROR:") && !line.contains("already exists"))) {
                    throw failed(log, "did not make the database " + database);
                }
                made.add(database);
                Files.write(folder.resolve("databases"), made);
            }
        }
    }

    private void finish(List<String> command, String input) throws IOException {
        Path log = folder.resolve("setup.log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try (var out = process.outputWriter()) {
            out.write(input);
        }
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw failed(log, "did not end within %d s".formatted(TIMEOUT_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw failed(log, "was interrupted");
        }
        if (process.exitValue() != 0) {
            throw failed(log, "ended with exit code " + process.exitValue());
        }
    }

    private void run() throws IOException {
        Path log = folder.resolve("server.log");
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", WATCH, "sh"));
        command.addAll(programs.command("postgres", "-D", data.toString(), "-p", Integer.toString(port), "-c",
                "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        watch = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (!isReady()) {
            // The shell outlives a server that fails: its own log says so
            if (!watch.isAlive() || System.nanoTime() > deadline || Files.readString(log).contains("FATAL:")) {
                close();
                throw failed(log, "did not start");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** The eighth line of postmaster.pid is the server's state (PostgreSQL's miscadmin.h, LOCK_FILE_LINE_PM_STATUS). */
    private boolean isReady() throws IOException {
        List<String> lines = lines(data.resolve("postmaster.pid"));
        return server().isPresent() && lines.size() >= 8 && lines.get(7).strip().equals("ready")
                && lines.get(3).strip().equals(Integer.toString(port));
    }

    /** One that a killed platform left ends by itself, within moments. */
    private void awaitEarlier() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (server().isPresent()) {
            if (System.nanoTime() > deadline) {
                throw new ControlException("PostgreSQL in %s: process %d of an earlier run did not end within %d s"
                        .formatted(folder, server().map(ProcessHandle::pid).orElse(0L), TIMEOUT_SECONDS));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** The process that postmaster.pid names, while it runs: a server that is killed leaves the file. */
    private Optional<ProcessHandle> server() throws IOException {
        return lines(data.resolve("postmaster.pid")).stream().findFirst().filter(line -> line.matches("\\d{1,9}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line))).filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    private ControlException failed(Path log, String what) throws IOException {
        List<String> lines = lines(log);
        String last = lines.stream().filter(line -> line.matches(".*(FATAL|ERROR|error|unshare):.*")).findFirst()
                .orElse(lines.isEmpty() ? "" : lines.getLast());
        return new ControlException("PostgreSQL in %s %s: %s; more in %s".formatted(folder, what, last.strip(), log));
    }

    private Path password() {
        return folder.resolve("password");
    }

    /** The port of earlier starts, which tasks that run have; another where somebody else listens there. */
    private int keptPort() throws IOException {
        Path file = folder.resolve("port");
        String kept = lines(file).stream().findFirst().orElse("");
        int chosen = kept.matches("\\d{4,5}") && isFree(Integer.parseInt(kept)) ? Integer.parseInt(kept) : freePort();
        Files.writeString(file, chosen + "\n");
        return chosen;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        if (watch == null) {
            return;
        }
        boolean ended = false;
        try {
            watch.getOutputStream().close();
            ended = watch.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "PostgreSQL cannot be told to end: {0}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!ended) {
                watch.descendants().forEach(ProcessHandle::destroyForcibly);
            }
            watch = null;
        }
    }
}
