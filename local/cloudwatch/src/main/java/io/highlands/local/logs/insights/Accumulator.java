// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

/** One aggregate of one group at work. */
interface Accumulator {

    /**
     * Takes an event of the group.
     *
     * @param row the event
     */
    void add(Row row);

    /**
     * What the events so far come to.
     *
     * @return the value, null when none had what it takes
     */
    Object result();
}
