// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Attributes as one text: name, unit separator, value, record separator; where one of the two or an escape is part of a
 * name or a value, an escape stands before it. It costs a tenth of JSON both ways, and
 * SQL finds an attribute in it by what stands before and behind: {@link ConditionSql}.
 */
final class AttributeText {

    static final char ESCAPE = '\u001b';

    static final char RECORD = '\u001e';

    static final char UNIT = '\u001f';

    private AttributeText() {
    }

    static String write(Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(256);
        String[] names = attributes.keySet().toArray(String[]::new);
        Arrays.sort(names);
        for (String name : names) {
            append(text, name);
            text.append(UNIT);
            append(text, attributes.get(name));
            text.append(RECORD);
        }
        return text.toString();
    }

    /** How an attribute begins in the text, after the record separator where it is not the first. */
    static String name(String name) {
        StringBuilder text = new StringBuilder();
        append(text, name);
        return text.append(UNIT).toString();
    }

    /** How an attribute ends in the text. */
    static String value(String value) {
        StringBuilder text = new StringBuilder();
        append(text, value);
        return text.append(RECORD).toString();
    }

    private static void append(StringBuilder text, String part) {
        if (isPlain(part)) {
            text.append(part);
            return;
        }
        part.chars().forEach(character -> {
            if (isSpecial((char) character)) {
                text.append(ESCAPE);
            }
            text.append((char) character);
        });
    }

    private static boolean isPlain(String part) {
        return part.indexOf(ESCAPE) < 0 && part.indexOf(RECORD) < 0 && part.indexOf(UNIT) < 0;
    }

    private static boolean isSpecial(char character) {
        return character == ESCAPE || character == RECORD || character == UNIT;
    }

    static Map<String, String> read(String text) {
        Map<String, String> attributes = new HashMap<>();
        StringBuilder part = new StringBuilder();
        String name = "";
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case ESCAPE -> part.append(text.charAt(++i));
                case UNIT -> {
                    name = part.toString();
                    part.setLength(0);
                }
                case RECORD -> {
                    attributes.put(name, part.toString());
                    part.setLength(0);
                }
                default -> part.append(character);
            }
        }
        return attributes;
    }
}
