// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

/** Hears what ECS would tell EventBridge. It is called on the scheduler's thread, and must not block. */
@FunctionalInterface
public interface EcsListener {

    /** Listens to nothing. */
    EcsListener NONE = event -> {};

    /**
     * Something happened.
     *
     * @param event what
     */
    void happened(EcsEvent event);
}
