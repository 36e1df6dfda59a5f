// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

import io.highlands.local.error.FileErrors;

/**
 * What a run leaves on disk: lock, control file, logs and records of the tasks' processes.
 *
 * @param root the folder, {@code .highlands} in the checkout
 */
public record StateFolder(Path root) {

    /**
     * The control file, by which the command line finds the running process.
     *
     * @return its path
     */
    public Path controlFile() {
        return root.resolve("control.json");
    }

    /**
     * The file that the running process holds locked.
     *
     * @return its path
     */
    public Path lockFile() {
        return root.resolve("lock");
    }

    /**
     * Where a background process writes what it would have printed.
     *
     * @return its path
     */
    public Path processLog() {
        return root.resolve("local.log");
    }

    /**
     * What the background process of the run before wrote.
     *
     * @return its path
     */
    public Path previousProcessLog() {
        return root.resolve("local.log.1");
    }

    /**
     * The folder of the stack traces of unexpected errors, one file an error.
     *
     * @return its path
     */
    public Path errors() {
        return root.resolve("errors");
    }

    /**
     * The folder of the tasks' log files, one folder a service.
     *
     * @return its path
     */
    public Path logs() {
        return root.resolve("logs");
    }

    /**
     * The folder of metrics, logs, and the state and history of alarms.
     *
     * @return its path
     */
    public Path telemetry() {
        return root.resolve("telemetry");
    }

    /**
     * The folder of the reports of rehearsals that the console started, one folder a page.
     *
     * @return its path
     */
    public Path rehearsals() {
        return root.resolve("rehearsals");
    }

    /**
     * The folder of the reports of drills that the console started.
     *
     * @return its path
     */
    public Path drills() {
        return root.resolve("drills");
    }

    /**
     * The scores of drills, one JSON object a line.
     *
     * @return its path
     */
    public Path drillScores() {
        return root.resolve("drills.jsonl");
    }

    /**
     * The folder of the records of the tasks' processes.
     *
     * @return its path
     */
    public Path tasks() {
        return root.resolve("tasks");
    }

    /**
     * Creates the folder, for its owner only, and proves that it can be written.
     *
     * @throws ControlException when it cannot be created or written
     */
    public void prepare() {
        try {
            Files.createDirectories(root);
            if (Files.getFileStore(root).supportsFileAttributeView(PosixFileAttributeView.class)) {
                // Logs and telemetry hold what users sent
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
            Path probe = root.resolve("probe." + ProcessHandle.current().pid());
            Files.writeString(probe, "", StandardOpenOption.CREATE);
            Files.delete(probe);
        } catch (IOException e) {
            throw new ControlException("the state folder " + root + " cannot be written ("
                    + FileErrors.reason(e) + "): the checkout must be on a writable disk", e);
        }
    }
}
