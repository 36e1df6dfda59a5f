// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Variables of a declared path, as Spring's controllers declare them: {@code {id}} and, at the end, {@code {*rest}}. */
final class PathVariables {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^{}]*)}");
    private static final Pattern REST = Pattern.compile("/\\{\\*[^{}]*}$");

    private PathVariables() {
    }

    /** {@return the names of its variables, in their order} */
    static List<String> of(String path) {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    }

    /** {@return a path that it matches: with 1 in the place of each variable} */
    static String example(String path) {
        return VARIABLE.matcher(path).replaceAll("1");
    }

    /** {@return whether it matches that path, which has no variables; a {@code *} at its end is all that begins so} */
    static boolean matches(String declared, String path) {
        boolean open = declared.endsWith("*");
        String start = REST.matcher(open ? declared.substring(0, declared.length() - 1) : declared).replaceFirst("");
        String rest = open ? ".*" : REST.matcher(declared).find() ? "(?:/.*)?" : "";
        String segments = Arrays.stream(start.split("\\{[^{}]*}", -1)).map(Pattern::quote)
                .collect(Collectors.joining("[^/]+"));
        return path.matches(segments + rest);
    }
}
