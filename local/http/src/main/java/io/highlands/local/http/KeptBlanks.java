// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/**
 * Keeps runs of blanks, and tabs, within a field's value, which the parser joins to one blank: they belong to the value (RFC 9110,
 * 5.5), and a signature over it fails without them. The parser gets each byte as it came. Once it has read the head, a value that
 * differs from the one that was sent in such runs only is replaced.
 */
final class KeptBlanks {

    /** What says where a request ends and whom it is for stays as the parser read it. */
    private static final Set<HttpString> AS_PARSED = Set.of(Headers.HOST, Headers.CONNECTION,
            Headers.TRANSFER_ENCODING, Headers.CONTENT_LENGTH);
    private static final int FIRST_BYTES = 1_024;
    /** A longer head stays as the parser reads it, so that no connection takes more memory for this. */
    private static final int MAX_BYTES = 16 * 1_024;

    private byte[] lines = {};
    private int length;
    private boolean inside;
    private boolean afterBlank;
    private boolean pending;
    private boolean needed;
    private boolean lost;

    /** A head begins. */
    void begin() {
        length = 0;
        needed = false;
        lost = false;
    }

    /** A line goes on with the value of the line before it (RFC 9112, 5.2): this head stays as the parser reads it. */
    void fold() {
        lost = true;
    }

    /**
     * Takes a byte of the field lines.
     *
     * @param letter the byte
     */
    void take(byte letter) {
        if (length == lines.length) {
            if (length == MAX_BYTES) {
                lost = true;
                return;
            }
            lines = Arrays.copyOf(lines, Math.max(FIRST_BYTES, 2 * length));
        }
        lines[length++] = letter;
    }

    /** Blanks before the first other byte of a value, and after the last, belong to no value (RFC 9110, 5.5). */
    void beginValue() {
        inside = false;
        afterBlank = false;
        pending = false;
    }

    /**
     * Looks at a byte of a value.
     *
     * @param letter the byte
     */
    void see(byte letter) {
        if (letter == ' ' || letter == '\t') {
            pending |= inside && (afterBlank || letter == '\t');
            afterBlank = true;
        } else {
            needed |= pending;
            inside = true;
            afterBlank = false;
        }
    }

    /** {@return the field lines of the head that has ended; null where the parser loses nothing of them} */
    byte[] lines() {
        byte[] sent = needed && !lost ? Arrays.copyOf(lines, length) : null;
        if (lines.length > FIRST_BYTES) {
            lines = new byte[]{};
        }
        return sent;
    }

    /**
     * Writes the blanks of a head that was parsed.
     *
     * @param headers what the parser read
     * @param lines what was sent
     */
    static void restore(HeaderMap headers, byte[] lines) {
        Map<String, List<String>> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        new String(lines, StandardCharsets.ISO_8859_1).lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                sent.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                        .add(value(line, colon + 1));
            }
        });
        sent.forEach((name, values) -> {
            HeaderValues parsed = headers.get(name);
            if (parsed != null && !AS_PARSED.contains(parsed.getHeaderName())
                    && joined(values).equals(joined(parsed))) {
                headers.putAll(parsed.getHeaderName(), values);
            }
        });
    }

    private static String value(String line, int from) {
        int begin = from;
        int end = line.length();
        while (begin < end && isBlank(line.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(begin, end);
    }

    /** Values without what the parser may have changed in them. */
    private static List<String> joined(Collection<String> values) {
        return values.stream().map(KeptBlanks::joined).toList();
    }

    private static String joined(String value) {
        StringBuilder joined = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            if (!isBlank(value.charAt(i))) {
                joined.append(value.charAt(i));
            } else if (i == 0 || !isBlank(value.charAt(i - 1))) {
                joined.append(' ');
            }
        }
        return joined.toString();
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter == '\t';
    }
}
