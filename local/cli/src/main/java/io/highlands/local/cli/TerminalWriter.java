// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Keeps what others named from controlling the terminal: control characters (ECMA-48) and those that turn the direction of text
 * (Unicode Annex 9) are written as {@code \}{@code u} and four digits. Tabs and ends of lines stay, and so does {@link #ERASE}
 * when it is written by itself.
 */
final class TerminalWriter extends FilterWriter {

    /** Goes back to the beginning of the line and empties it. */
    static final String ERASE = "\r\033[K";

    TerminalWriter(Writer out) {
        super(out);
    }

    /** {@return a name as it stands in a line: ends of lines and tabs are written as digits too} */
    static String inLine(String name) {
        return escaped(name, true);
    }

    @Override
    public void write(int letter) throws IOException {
        write(String.valueOf((char) letter));
    }

    @Override
    public void write(char[] letters, int from, int length) throws IOException {
        write(new String(letters, from, length));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        String part = text.substring(from, from + length);
        boolean own = part.equals(ERASE) || part.equals(System.lineSeparator());
        out.write(own ? part : escaped(part, false));
    }

    private static String escaped(String text, boolean inLine) {
        StringBuilder plain = null;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean stays = !controls(letter) || !inLine && (letter == '\n' || letter == '\t');
            if (!stays && plain == null) {
                plain = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (!stays) {
                plain.append("\\u%04x".formatted((int) letter));
            } else if (plain != null) {
                plain.append(letter);
            }
        }
        return plain == null ? text : plain.toString();
    }

    private static boolean controls(char letter) {
        return Character.isISOControl(letter) || letter >= '\u202a' && letter <= '\u202e'
                || letter >= '\u2066' && letter <= '\u2069' || letter == '\u2028' || letter == '\u2029'
                || letter == '\u200e' || letter == '\u200f' || letter == '\u061c';
    }
}
