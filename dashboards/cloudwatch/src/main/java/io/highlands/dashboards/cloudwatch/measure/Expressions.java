// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.measure;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids in expressions of metric math. Functions and keywords are upper case, and ids never are. */
final class Expressions {

    private static final Pattern TEXT_OR_ID = Pattern.compile("'[^']*'|\"[^\"]*\"|\\b[a-z][A-Za-z0-9_]*\\b");

    private static final Pattern SINGLE_CALL = Pattern.compile("[A-Z_]+\\([^()]*\\)");

    private Expressions() {
    }

    /** In parentheses, unless it is a single call of a function. */
    static String asOperand(String expression) {
        return SINGLE_CALL.matcher(expression).matches() ? expression : "(" + expression + ")";
    }

    /** The expression with other ids. Every id in it has to have a replacement. */
    static String replaceIds(String expression, Map<String, String> replacements) {
        return TEXT_OR_ID.matcher(expression)
                .replaceAll(found -> Matcher.quoteReplacement(replacement(expression, found.group(), replacements)));
    }

    private static String replacement(String expression, String found, Map<String, String> replacements) {
        if (found.startsWith("'") || found.startsWith("\"")) {
            return found;
        }
        String other = replacements.get(found);
        if (other == null) {
            throw new IllegalArgumentException(
                    "id %s in %s is none of %s".formatted(found, expression, replacements.keySet()));
        }
        return other;
    }
}
