// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

/** State of a container. */
public enum ContainerStatus {
    /** It waits for its turn, or is being started. */
    PENDING,
    /** It runs. */
    RUNNING,
    /** It has ended, or will never start. */
    STOPPED
}
