// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Named values of the front matter, each asked for by what it has to be. */
final class Fields {

    private final String file;
    private final List<String> lines;
    private final String above;
    private final Map<?, ?> values;

    /**
     * Wraps values.
     *
     * @param file the page's file
     * @param lines the front matter, which begins on the file's second line
     * @param above name of the value that holds these, and a dot; empty at the top
     * @param values as YAML has them
     */
    Fields(String file, List<String> lines, String above, Map<?, ?> values) {
        this.file = file;
        this.lines = lines;
        this.above = above;
        this.values = values;
    }

    void only(String... allowed) {
        values.keySet().stream().map(String::valueOf).filter(name -> !Set.of(allowed).contains(name)).findFirst()
                .ifPresent(name -> {
                    throw bad(name, "is not known; allowed: " + String.join(", ", allowed));
                });
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        Object value = value(name);
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw bad(name, "is '" + value + "'; allowed: words");
    }

    boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        if (value(name) instanceof Boolean flag) {
            return flag;
        }
        throw bad(name, "is '" + value(name) + "'; allowed: true, false");
    }

    int whole(String name, int lowest, int highest) {
        if (value(name) instanceof Integer number && number >= lowest && number <= highest) {
            return number;
        }
        throw bad(name, "is '" + value(name) + "'; allowed: " + lowest + " to " + highest);
    }

    Duration time(String name) {
        String text = text(name);
        return Times.parse(text).orElseThrow(() -> bad(name, "is '" + text + "'; allowed: " + Times.ALLOWED));
    }

    List<String> texts(String name) {
        if (value(name) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw bad(name, "is '" + value(name) + "'; allowed: a list of names, such as [one, two], or []");
    }

    Map<String, String> map(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields(name).values.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        return texts;
    }

    Fields fields(String name) {
        if (value(name) instanceof Map<?, ?> map) {
            return new Fields(file, lines, above + name + '.', map);
        }
        throw bad(name, "is '" + value(name) + "'; allowed: names with values");
    }

    RunbookException bad(String name, String problem) {
        int index = 0;
        while (index < lines.size() && !lines.get(index).strip().startsWith(name + ":")) {
            index++;
        }
        return new RunbookException(file, index < lines.size() ? index + 2 : 1, above + name + ' ' + problem);
    }

    private Object value(String name) {
        if (!has(name)) {
            throw bad(name, "is missing");
        }
        Object value = values.get(name);
        return value == null ? "" : value;
    }
}
