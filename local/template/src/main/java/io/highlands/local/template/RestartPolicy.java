// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.time.Duration;
import java.util.List;

/**
 * Whether ECS restarts a container without replacing its task.
 *
 * @param enabled whether it does; default false
 * @param ignoredExitCodes exit codes after which it does not
 * @param attemptPeriod how long the container must have run before a restart is tried; default 300 s
 */
public record RestartPolicy(boolean enabled, List<Integer> ignoredExitCodes, Duration attemptPeriod) {

    /** ECS's default: no restart. */
    public static final RestartPolicy NONE = new RestartPolicy(false, List.of(), Duration.ofSeconds(300));

    /** Copies the list. */
    public RestartPolicy {
        ignoredExitCodes = List.copyOf(ignoredExitCodes);
    }
}
