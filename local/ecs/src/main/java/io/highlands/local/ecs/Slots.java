// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

import io.highlands.local.mesh.TaskIdentity;

/**
 * The address slots of tasks. The one that has been free for longest is given out first, so that what still speaks to a
 * task that is gone meets nobody, and not its successor.
 */
final class Slots {

    /** Enough for three services with two tasks each, all of them deployed anew at once, and some more. */
    static final int DEFAULT_COUNT = 16;

    private final Deque<Integer> free = new ArrayDeque<>();
    private int next;
    private int count;

    Slots(int first) {
        this.next = first;
    }

    /** Sees to it that there are enough slots for twice as many tasks as are wanted, as a deployment may need. */
    void ensureFor(int tasks) {
        int needed = Math.max(DEFAULT_COUNT, 2 * tasks + 4);
        while (count < needed && next <= TaskIdentity.MAX_SLOT) {
            free.addLast(next++);
            count++;
        }
    }

    OptionalInt take() {
        Integer slot = free.pollFirst();
        return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    void giveBack(int slot) {
        free.addLast(slot);
    }
}
