// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The end of every log file of one service, and what is added to them; a new task's file is picked up as it appears. */
final class LogTail {

    /** How often files are looked at, in milliseconds. */
    private static final long POLL_MILLIS = 200;

    private final Path folder;

    private final int lines;

    private final Map<Path, Long> read = new HashMap<>();

    private boolean begun;

    /**
     * Looks at a folder.
     *
     * @param folder the service's log folder: a folder a task, in it a file a container
     * @param lines how many last lines of each file to begin with
     */
    LogTail(Path folder, int lines) {
        this.folder = folder;
        this.lines = lines;
    }

    boolean exists() {
        return Files.isDirectory(folder);
    }

    static String servicesIn(Path logs) {
        try (Stream<Path> services = Files.list(logs)) {
            return services.map(service -> service.getFileName().toString()).sorted().collect(Collectors.joining(", "));
        } catch (IOException none) {
            return "none yet";
        }
    }

    /**
     * Prints what has come since the last look.
     *
     * @param out where to
     */
    void poll(PrintWriter out) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> logs = files.filter(file -> file.toString().endsWith(".log"))
                    .sorted(Comparator.comparing(LogTail::modified)).toList();
            logs.forEach(file -> print(file, out));
            begun = true;
        } catch (IOException vanished) {
            begun = true;
        }
    }

    boolean pause() throws InterruptedException {
        Thread.sleep(POLL_MILLIS);
        return true;
    }

    private void print(Path file, PrintWriter out) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = read.getOrDefault(file, 0L);
            if (from > log.length()) {
                from = 0;
            }
            log.seek(from);
            byte[] bytes = new byte[(int) Math.min(log.length() - from, 16 << 20)];
            log.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            int whole = text.lastIndexOf('\n') + 1;
            List<String> found = text.substring(0, whole).lines().toList();
            found.subList(begun ? 0 : Math.max(0, found.size() - lines), found.size()).forEach(out::println);
            read.put(file, from + text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
        } catch (IOException vanished) {
            read.remove(file);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException vanished) {
            return FileTime.fromMillis(0);
        }
    }
}
