// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of services in texts: {@code service-b} is one in {@code edge-errors-service-b}, and none in {@code service-bee}. */
public final class ReplacedNames {

    private ReplacedNames() {
    }

    /**
     * Replaces names, the longest first.
     *
     * @param text any text
     * @param names a name by the one that it replaces
     * @return the text with the other names
     */
    public static String in(String text, Map<String, String> names) {
        if (names.isEmpty()) {
            return text;
        }
        Pattern name = Pattern.compile(names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed()).map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![a-z0-9])(?:", ")(?![a-z0-9])")));
        return name.matcher(text).replaceAll(found -> Matcher.quoteReplacement(names.get(found.group())));
    }
}
