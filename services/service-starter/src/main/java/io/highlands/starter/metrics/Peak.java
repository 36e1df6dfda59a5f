// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

/** A level, and the highest that it was since it was last taken: what a sample now and then would miss. */
final class Peak {

    private int level;
    private int highest;

    synchronized void add(int change) {
        set(level + change);
    }

    synchronized void set(int value) {
        level = value;
        highest = Math.max(highest, value);
    }

    synchronized int level() {
        return level;
    }

    /** The highest level since the last call, and from now on the present one. */
    synchronized int take() {
        int taken = highest;
        highest = level;
        return taken;
    }
}
