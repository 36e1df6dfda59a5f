// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an environment's file states, line by line, with the comment that says why.
 *
 * @param values
 *            each stated value by its key, such as {@code network.natGateways}; a list is joined by commas
 * @param reasons
 *            the comment above a key, or above the keys before it in its section
 */
public record StatedSettings(SequencedMap<String, String> values, SequencedMap<String, String> reasons) {

    private static final Pattern ENTRY = Pattern.compile("( *)([A-Za-z][\\w-]*):(?: +(.*))?");
    private static final Pattern ITEM = Pattern.compile(" *- (.*)");
    private static final Pattern COMMENT = Pattern.compile(" *# (.*)");

    public static StatedSettings of(EnvironmentFile file) {
        return new Reader().read(file.text());
    }

    private static final class Reader {

        private final SequencedMap<String, String> values = new LinkedHashMap<>();
        private final SequencedMap<String, String> reasons = new LinkedHashMap<>();
        private final List<String> path = new ArrayList<>();
        /** By depth. */
        private final TreeMap<Integer, String> above = new TreeMap<>();
        private final List<String> comment = new ArrayList<>();

        StatedSettings read(String text) {
            text.lines().forEach(this::line);
            return new StatedSettings(values, reasons);
        }

        private void line(String line) {
            Matcher entry = ENTRY.matcher(line);
            Matcher said = COMMENT.matcher(line);
            Matcher item = ITEM.matcher(line);
            if (said.matches()) {
                comment.add(said.group(1));
            } else if (item.matches()) {
                values.merge(String.join(".", path), item.group(1), (first, second) -> first + ", " + second);
            } else if (entry.matches()) {
                entry(entry.group(1).length() / 2, entry.group(2), entry.group(3));
            } else {
                comment.clear();
            }
        }

        private void entry(int depth, String key, String value) {
            path.subList(depth, path.size()).clear();
            path.add(key);
            above.tailMap(depth, depth == 0).clear();
            if (!comment.isEmpty()) {
                above.tailMap(depth, true).clear();
                above.put(depth, comment.stream().collect(Collectors.joining(" ")));
                comment.clear();
            }
            String name = String.join(".", path);
            if (value != null) {
                values.put(name, value);
            }
            if (!above.isEmpty()) {
                reasons.put(name, above.lastEntry().getValue());
            }
        }
    }
}
