// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault;

import java.util.List;

/** A fault that has been injected, as it can be looked at and undone. */
public interface Injection {

    /** {@return the ids of the tasks that it concerns and that are still there; none when it concerns no task} */
    List<String> tasks();

    /** {@return whether nothing of it is left: its tasks are gone, or somebody has undone it} */
    boolean isOver();

    /** Undoes it, at once. What can no longer be undone is left as it is. */
    void clear();
}
