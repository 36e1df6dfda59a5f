// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

/** Hears, on the loop, what happens to a task. */
interface TaskListener {

    /** Anything has changed. */
    void changed(Task task);

    /** The task is RUNNING and was registered. */
    void registered(Task task);

    /** The task is about to be stopped, and no longer counts. */
    void stopping(Task task);

    /** The task is STOPPED, and its addresses are free. */
    void stopped(Task task);
}
