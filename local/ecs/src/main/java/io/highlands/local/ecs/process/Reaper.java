// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Ends the processes that a crash left behind. A process that was not recorded is never touched. */
public final class Reaper {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(10);

    private Reaper() {
    }

    /**
     * Kills what the records in a folder name and is still running, and removes the records.
     *
     * @param tasks the folder of tasks; it need not exist
     * @return a line for each process that was ended
     * @throws IOException when the folder cannot be read or emptied
     */
    public static List<String> reap(Path tasks) throws IOException {
        if (!Files.isDirectory(tasks)) {
            return List.of();
        }
        List<String> ended = new ArrayList<>();
        List<ProcessRecord> killed = new ArrayList<>();
        for (Path file : records(tasks)) {
            ProcessRecord.read(file).flatMap(ProcessRecord::find).ifPresent(process -> {
                ended.add("process " + process.pid() + " of task " + file.getParent().getFileName());
                killed.addAll(kill(process));
            });
        }
        await(killed);
        Folders.empty(tasks);
        return ended;
    }

    /**
     * Counts what {@link #reap} would kill.
     *
     * @param tasks the folder of tasks; it need not exist
     * @return how many recorded processes still run
     * @throws IOException when the folder cannot be read
     */
    public static long left(Path tasks) throws IOException {
        if (!Files.isDirectory(tasks)) {
            return 0;
        }
        return records(tasks).stream().filter(file -> ProcessRecord.read(file).flatMap(ProcessRecord::find).isPresent())
                .count();
    }

    private static List<Path> records(Path tasks) throws IOException {
        try (Stream<Path> files = Files.find(tasks, 2,
                (file, attributes) -> attributes.isRegularFile() && file.toString().endsWith(ProcessRecord.SUFFIX))) {
            return files.sorted().toList();
        }
    }

    private static List<ProcessRecord> kill(ProcessHandle process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.addFirst(process);
        List<ProcessRecord> records = all.stream().map(ProcessRecord::of).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        return records;
    }

    private static void await(List<ProcessRecord> killed) throws IOException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (killed.stream().anyMatch(record -> record.find().isPresent())) {
            if (System.nanoTime() > deadline) {
                throw new IOException("a process that an earlier run left did not end within " + TIMEOUT.toSeconds()
                        + " s of SIGKILL");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
