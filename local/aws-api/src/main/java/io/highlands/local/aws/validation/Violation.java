// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.validation;

import java.util.List;

/**
 * A value that its shape does not allow.
 *
 * @param path where it is: names of members, and numbers of list elements from 1
 * @param value the value, cut short; null when it is missing
 * @param rule what it breaks
 * @param bound what is allowed, as text
 */
record Violation(List<Object> path, String value, Rule rule, String bound) {

    /** The rules of a shape. */
    enum Rule {
        REQUIRED, VALUES, SHORTEST, LONGEST, FEWEST, MOST, LEAST, GREATEST, PATTERN
    }
}
