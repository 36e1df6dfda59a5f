// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A regular expression and the names of its groups as the query writes them.
 *
 * @param pattern the expression
 * @param groups the names of its named groups in order; group {@code i} is {@code "g" + i} in the pattern
 */
record RegularExpression(Pattern pattern, List<String> groups) {

    boolean finds(String text) {
        return pattern.matcher(text).find();
    }

    /** Collects the names of groups while they are replaced. */
    static final class Builder {

        private final List<String> names = new ArrayList<>();

        String add(String name) {
            names.add(name);
            return "g" + (names.size() - 1);
        }

        RegularExpression build(Pattern pattern) {
            return new RegularExpression(pattern, List.copyOf(names));
        }
    }
}
