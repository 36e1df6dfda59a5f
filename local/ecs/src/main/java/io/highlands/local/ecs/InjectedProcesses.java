// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.ArrayList;
import java.util.List;

import io.highlands.local.ecs.process.ManagedProcess;

/**
 * Processes that somebody has started in a task beside its containers, as FIS does through its own sidecar. They count as the
 * task's and end with it. All methods are called on the loop.
 */
final class InjectedProcesses {

    /** What they are called where a task's containers are listed. */
    static final String NAME = "fault-injection";

    private final TaskFolder folder;
    private final List<ManagedProcess> processes = new ArrayList<>();
    private boolean ended;

    InjectedProcesses(TaskFolder folder) {
        this.folder = folder;
    }

    /** Where such a process is recorded, and where it works. */
    TaskFolder folder() {
        return folder;
    }

    /** Takes a process; when the task is ending already, the process ends at once. */
    void add(ManagedProcess process) {
        if (ended) {
            process.kill();
        } else {
            processes.add(process);
        }
    }

    /** Kills a process, and forgets it. */
    void end(ManagedProcess process) {
        processes.remove(process);
        process.kill();
    }

    /** Ends all of them, and those to come. */
    void end() {
        ended = true;
        processes.forEach(ManagedProcess::kill);
        processes.clear();
    }

    List<ContainerSnapshot> snapshot() {
        return processes.stream().filter(process -> !process.exit().isDone())
                .map(process -> new ContainerSnapshot(NAME, ContainerStatus.RUNNING, HealthStatus.UNKNOWN,
                        process.pid(), null, null, 0, folder.log(NAME)))
                .toList();
    }
}
