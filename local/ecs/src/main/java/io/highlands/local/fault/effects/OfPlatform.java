// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault.effects;

import java.util.List;
import java.util.function.BooleanSupplier;

import io.highlands.local.fault.Injection;

/**
 * A fault that concerns no task in particular.
 *
 * @param over whether somebody else has undone it
 * @param undo undoes it; called only while it is not over
 */
record OfPlatform(BooleanSupplier over, Runnable undo) implements Injection {

    @Override
    public List<String> tasks() {
        return List.of();
    }

    @Override
    public boolean isOver() {
        return over.getAsBoolean();
    }

    @Override
    public void clear() {
        if (!isOver()) {
            undo.run();
        }
    }
}
