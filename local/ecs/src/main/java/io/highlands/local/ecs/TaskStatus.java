// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

/** Where a task is in its life, in ECS's words and order. */
public enum TaskStatus {

    /** It gets addresses and its proxy. */
    PROVISIONING,
    /** Its containers are being started. */
    PENDING,
    /** Its containers have started; it is being registered in namespace and target groups. */
    ACTIVATING,
    /** It is registered. */
    RUNNING,
    /** It was deregistered, and target groups drain it. */
    DEACTIVATING,
    /** Its containers are being stopped. */
    STOPPING,
    /** Its containers have stopped; proxy and addresses are given back. */
    DEPROVISIONING,
    /** It is over. */
    STOPPED;

    /** {@return whether it counts as running or pending, and not as stopping} */
    public boolean isLive() {
        return compareTo(RUNNING) <= 0;
    }
}
