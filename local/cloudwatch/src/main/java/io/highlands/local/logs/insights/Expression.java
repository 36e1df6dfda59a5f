// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

/** Something that has a value for each row. */
@FunctionalInterface
interface Expression {

    /**
     * Computes the value.
     *
     * @param row an event, or a group after {@code stats}
     * @return null, {@link String}, {@link Double}, {@link Boolean} or {@link Moment}
     */
    Object of(Row row);

    /** A value that is the same for every row. */
    static Expression constant(Object value) {
        return row -> value;
    }
}
