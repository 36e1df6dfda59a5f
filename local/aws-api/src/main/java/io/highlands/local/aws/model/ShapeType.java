// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.model;

/** The kinds of value that a service model knows, and the Java value that a tree holds for each. */
public enum ShapeType {

    /** {@code Map<String, Object>} with the members that are set, in the order of the wire. */
    STRUCTURE,

    /** {@code List<Object>}. */
    LIST,

    /** {@code Map<String, Object>}. */
    MAP,

    /** {@code String}. */
    STRING,

    /** {@code Long} within the range of an int. */
    INTEGER,

    /** {@code Long}. */
    LONG,

    /** {@code Double}; may be not a number or infinite. */
    DOUBLE,

    /** {@code Boolean}. */
    BOOLEAN,

    /** {@code java.time.Instant}, to the millisecond. */
    TIMESTAMP,

    /** {@code byte[]}. */
    BLOB
}
