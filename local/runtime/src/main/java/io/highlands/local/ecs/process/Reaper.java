// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Ends the processes that a crash left behind. A process that was not recorded is never touched. */
public final class Reaper {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

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
        List<CompletableFuture<ProcessHandle>> exits = new ArrayList<>();
        for (Path file : records(tasks)) {
            ProcessRecord.read(file).flatMap(ProcessRecord::find).ifPresent(process -> {
                ended.add("process " + process.pid() + " of task " + file.getParent().getFileName());
                exits.addAll(kill(process));
            });
        }
        await(exits);
        Folders.empty(tasks);
        return ended;
    }

    private static List<Path> records(Path tasks) throws IOException {
        try (Stream<Path> files = Files.find(tasks, 2,
                (file, attributes) -> attributes.isRegularFile() && file.toString().endsWith(ProcessRecord.SUFFIX))) {
            return files.sorted().toList();
        }
    }

    private static List<CompletableFuture<ProcessHandle>> kill(ProcessHandle process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.addFirst(process);
        all.forEach(ProcessHandle::destroyForcibly);
        return all.stream().map(ProcessHandle::onExit).toList();
    }

    private static void await(List<CompletableFuture<ProcessHandle>> exits) throws IOException {
        try {
            CompletableFuture.allOf(exits.toArray(CompletableFuture[]::new)).get(PATIENCE.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("a process that an earlier run left did not end within " + PATIENCE.toSeconds()
                    + " s of SIGKILL", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while ending the processes that an earlier run left", e);
        }
    }
}
