// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault.effects;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.highlands.local.fault.Injection;

/** A fault in some tasks, which is over when they are gone. */
final class OnTasks implements Injection {

    private final Set<String> injected;
    private final Supplier<List<String>> live;
    private final Runnable clear;

    /**
     * A fault that was injected.
     *
     * @param injected the ids of its tasks
     * @param live the ids of the tasks that are there now
     * @param clear undoes it in those of its tasks that are still there
     */
    OnTasks(List<String> injected, Supplier<List<String>> live, Runnable clear) {
        this.injected = Set.copyOf(injected);
        this.live = live;
        this.clear = clear;
    }

    @Override
    public List<String> tasks() {
        return live.get().stream().filter(injected::contains).toList();
    }

    @Override
    public boolean isOver() {
        return tasks().isEmpty();
    }

    @Override
    public void clear() {
        clear.run();
    }
}
