// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import io.highlands.local.mesh.Loopback;
import io.highlands.local.mesh.TaskIdentity;

/**
 * The slots of tasks: by a slot's number, a task has its addresses, or its ports where the machine has 127.0.0.1 alone. The one that has been free for longest is given out first, so that what still speaks to a
 * task that is gone meets nobody, and not its successor. Slots of other platforms on this machine, and those
 * on which tasks of a killed one still listen, are left alone.
 */
final class Slots implements AutoCloseable {

    /** Enough for three services with two tasks each, all of them deployed anew at once, and some more. */
    static final int DEFAULT_COUNT = 16;

    private final Deque<Integer> free = new ArrayDeque<>();
    private final List<SlotReservation> reserved = new ArrayList<>();
    private final Loopback loopback;
    private int next;

    Slots(Loopback loopback, int first) {
        this.loopback = loopback;
        this.next = first;
    }

    /** Sees to it that there are enough slots for twice as many tasks as are wanted, as a deployment may need. */
    void ensureFor(int tasks) {
        int needed = Math.max(DEFAULT_COUNT, 2 * tasks + 4);
        Set<Integer> inUse = reserved.size() < needed ? inUse() : Set.of();
        while (reserved.size() < needed && next <= TaskIdentity.MAX_SLOT) {
            int slot = next++;
            if (inUse.contains(slot)) {
                continue;
            }
            SlotReservation.of(loopback, slot).ifPresent(reservation -> {
                reserved.add(reservation);
                free.addLast(slot);
            });
        }
    }

    /** Ports need no such look: a task passes over those that are taken. */
    private Set<Integer> inUse() {
        return loopback == Loopback.ADDRESSES ? ListeningAddresses.now().slots() : Set.of();
    }

    OptionalInt take() {
        Integer slot = free.pollFirst();
        return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    void giveBack(int slot) {
        free.addLast(slot);
    }

    /** Leaves all slots to other platforms. */
    @Override
    public void close() {
        reserved.forEach(SlotReservation::close);
    }
}
