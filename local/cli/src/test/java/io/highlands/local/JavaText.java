// SPDX-License-Identifier: Apache-2.0
package io.highlands.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A Java source in its parts.
 *
 * @param kind what a part is
 * @param text its characters
 * @param line the number of its first line in the file, from 1
 */
record JavaText(Kind kind, String text, int line) {

    /** Of what kind a part is. */
    enum Kind {
        CODE, STRING, COMMENT
    }

    private static final Pattern PARTS = Pattern.compile("(?s:\"\"\".*?(?<!\\\\)\"\"\")|\"(?:[^\"\\\\\\n]++|\\\\.)*+\""
            + "|(?s:/\\*.*?\\*/)|//[^\\n]*|'(?:\\\\[^']*+.|[^'\\\\])'");
    private static final Pattern IMPORTS = Pattern.compile("(?m)^(?:package|import) .*$");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_");

    static List<JavaText> parts(String source) {
        List<JavaText> parts = new ArrayList<>();
        int end = 0;
        int line = 1;
        for (MatchResult part : PARTS.matcher(source).results().toList()) {
            String code = source.substring(end, part.start());
            parts.add(new JavaText(Kind.CODE, code, line));
            line += lines(code);
            String text = part.group();
            if (!text.startsWith("'")) {
                parts.add(new JavaText(text.startsWith("\"") ? Kind.STRING : Kind.COMMENT, text, line));
            }
            line += lines(text);
            end = part.end();
        }
        parts.add(new JavaText(Kind.CODE, source.substring(end), line));
        return parts;
    }

    /** {@return the text with each identifier as lower-case words; a constant's name is there as well} */
    String names() {
        return IDENTIFIER.matcher(IMPORTS.matcher(text).replaceAll("")).replaceAll(found -> {
            String name = found.group();
            boolean constant = name.contains("_") && name.equals(name.toUpperCase(Locale.ROOT));
            return " " + words(name) + (constant ? " " + name : "") + " ";
        });
    }

    /**
     * {@return the words of a name, in lower case, with spaces between}
     *
     * @param name as Java writes it: {@code maxWidgets}, {@code MAX_WIDGETS}
     */
    static String words(String name) {
        return String.join(" ", HUMP.split(name)).strip().toLowerCase(Locale.ROOT);
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
