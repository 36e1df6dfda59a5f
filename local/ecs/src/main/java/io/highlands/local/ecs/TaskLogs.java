// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.highlands.local.ecs.process.Folders;

/** The log files of tasks: {@code logs/SERVICE/TASK/CONTAINER.log} in the state folder, kept after their tasks. */
public final class TaskLogs {

    /** How many tasks of a service keep their logs. */
    private static final int KEPT_TASKS = 20;

    private TaskLogs() {
    }

    /**
     * A log file.
     *
     * @param taskId the task
     * @param container the container, or {@code ecs-service-connect} for the access log of the task's proxy
     * @param file the file; what it could not hold is in {@code CONTAINER.log.1} beside it
     */
    public record Entry(String taskId, String container, Path file) {}

    /**
     * Lists a service's log files.
     *
     * @param stateDir the state folder
     * @param service the service
     * @return its log files, those of the latest task last
     * @throws IOException when the folder cannot be read
     */
    public static List<Entry> of(Path stateDir, String service) throws IOException {
        return tasksOldestFirst(stateDir, service).stream().flatMap(TaskLogs::files).toList();
    }

    /** Removes the logs of all but the latest tasks of a service. */
    static void prune(Path stateDir, String service) throws IOException {
        List<Path> tasks = tasksOldestFirst(stateDir, service);
        for (Path task : tasks.subList(0, Math.max(0, tasks.size() - KEPT_TASKS))) {
            Folders.delete(task);
        }
    }

    private static List<Path> tasksOldestFirst(Path stateDir, String service) throws IOException {
        try (Stream<Path> tasks = Files.list(stateDir.resolve("logs").resolve(service))) {
            return tasks.filter(Files::isDirectory).sorted(Comparator.comparing(TaskLogs::changed)).toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private static Stream<Entry> files(Path task) {
        try (Stream<Path> files = Files.list(task)) {
            return files.filter(file -> file.toString().endsWith(".log")).sorted().map(TaskLogs::entry).toList()
                    .stream();
        } catch (IOException gone) {
            return Stream.empty();
        }
    }

    private static Entry entry(Path file) {
        String name = file.getFileName().toString();
        return new Entry(file.getParent().getFileName().toString(), name.substring(0, name.length() - ".log".length()),
                file);
    }

    private static FileTime changed(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
