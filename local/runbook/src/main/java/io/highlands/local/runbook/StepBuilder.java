// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Gathers what the lines after a command say of it. */
final class StepBuilder {

    private static final List<String> NOTES = List.of("healthy", "sick", "within", "next", "effect", "risk", "undo",
            "aws-only");

    private final String file;
    private final int line;
    private final String name;
    private final String section;
    private final String cause;
    private final String command;
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();

    StepBuilder(String file, int line, String name, String section, String cause, String command) {
        this.file = file;
        this.line = line;
        this.name = name;
        this.section = section;
        this.cause = cause;
        this.command = command;
    }

    void note(int place, String key, String value) {
        if (!NOTES.contains(key)) {
            throw new RunbookException(file, place, "'" + key + ":' after a command is not known; allowed: "
                    + String.join(", ", NOTES));
        }
        if (notes.put(key, value) != null) {
            throw new RunbookException(file, place, "a second '" + key + ":' of the command " + name);
        }
        places.put(key, place);
    }

    Step build() {
        return new Step(name, section, cause, command, pattern("healthy"), pattern("sick"),
                meaning("healthy"), meaning("sick"), within(), words("next"), words("effect"), words("risk"),
                words("undo"), words("aws-only"), line);
    }

    private Optional<Pattern> pattern(String key) {
        String value = words(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        int end = value.indexOf('`', 1);
        if (!value.startsWith("`") || end < 2) {
            throw bad(key, "'" + value + "' is no pattern; allowed: `REGULAR EXPRESSION`, and what it means in words");
        }
        try {
            return Optional.of(Pattern.compile(value.substring(1, end), Pattern.MULTILINE));
        } catch (PatternSyntaxException mistake) {
            throw bad(key, value.substring(0, end + 1) + " is no pattern: " + mistake.getDescription());
        }
    }

    private String meaning(String key) {
        String value = words(key);
        return value.substring(value.indexOf('`', 1) + 1).strip();
    }

    private Optional<Duration> within() {
        String value = words("within");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Times.parse(value)
                .orElseThrow(() -> bad("within", "'" + value + "' is no time; allowed: " + Times.ALLOWED)));
    }

    private String words(String key) {
        return notes.getOrDefault(key, "");
    }

    private RunbookException bad(String key, String problem) {
        return new RunbookException(file, places.get(key), problem);
    }
}
