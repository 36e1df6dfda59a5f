// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command that sets a page's variables: {@code export HIGHLANDS_ENV=prod SERVICE=service-b}. */
final class Variables {

    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z][A-Z0-9_]*)=([A-Za-z0-9._:/@-]+)");

    private Variables() {
    }

    static Map<String, String> of(String file, Step step) {
        String command = step.command().strip();
        String[] words = command.split("\\s+");
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            Matcher assignment = ASSIGNMENT.matcher(words[i]);
            if (!assignment.matches()) {
                throw bad(file, step, words[i]);
            }
            values.put(assignment.group(1), assignment.group(2));
        }
        if (!words[0].equals("export") || values.isEmpty()) {
            throw bad(file, step, command);
        }
        return values;
    }

    private static RunbookException bad(String file, Step step, String found) {
        return new RunbookException(file, step.line() + 1, "'" + found
                + "' sets no variables; allowed: export NAME=value …, without quotes");
    }
}
