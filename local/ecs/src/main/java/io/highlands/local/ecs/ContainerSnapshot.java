// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Path;

/**
 * A container at one moment.
 *
 * @param name its name
 * @param status its state
 * @param health what its health check says
 * @param pid its process, or -1 when it has none
 * @param exitCode how it ended, or null
 * @param reason why it could not be started or was ended, or null
 * @param restarts how often its restart policy has restarted it
 * @param log the file that its output goes to
 */
public record ContainerSnapshot(String name, ContainerStatus status, HealthStatus health, long pid, Integer exitCode,
        String reason, int restarts, Path log) {

    /** {@return whether somebody has started it beside the task's containers, of which ECS knows nothing} */
    public boolean isInjected() {
        return name.equals(InjectedProcesses.NAME);
    }
}
