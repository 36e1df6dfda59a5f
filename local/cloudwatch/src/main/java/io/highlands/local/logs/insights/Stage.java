// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.function.Consumer;

/** One command at work: takes rows, and hands on what comes of them. */
interface Stage {

    /**
     * Takes a row.
     *
     * @param row the row
     * @param next what follows
     */
    void accept(Row row, Consumer<Row> next);

    /**
     * Hands on what can be known only at the end.
     *
     * @param next what follows
     */
    default void finish(Consumer<Row> next) {
    }

    /**
     * Whether no further row would change anything.
     *
     * @return true when reading may stop
     */
    default boolean done() {
        return false;
    }
}
