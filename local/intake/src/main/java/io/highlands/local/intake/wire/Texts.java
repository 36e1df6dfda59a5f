// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.wire;

import java.nio.charset.StandardCharsets;

/**
 * Turns UTF-8 into strings, and short texts that come again and again (names of attributes, services, routes) into the same
 * string: most of a span is such text. It may be used by many threads: a slot holds one immutable string or another.
 */
public final class Texts {

    private static final int SLOTS = 4096;
    /** Longer texts rarely come twice. */
    private static final int LONGEST = 48;
    private static final String CUT = "…";

    private final String[] slots = new String[SLOTS];

    /**
     * Decodes UTF-8, and returns the same string for the same bytes where it can.
     *
     * @param bytes where it is; bytes that are not UTF-8 become U+FFFD
     * @param from its first byte
     * @param length the number of its bytes
     * @param limit how many bytes of it are kept; a longer one ends in an ellipsis
     * @return the text
     */
    public String text(byte[] bytes, int from, int length, int limit) {
        if (length == 0) {
            return "";
        }
        if (length > limit) {
            return new String(bytes, from, wholeCharacters(bytes, from, limit), StandardCharsets.UTF_8) + CUT;
        }
        if (length > LONGEST) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        String known = slots[slot];
        if (known != null && isSame(known, bytes, from, length)) {
            return known;
        }
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        slots[slot] = text;
        return text;
    }

    private static boolean isSame(String known, byte[] bytes, int from, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            // A byte of a longer sequence is negative, and so never equal.
            if (known.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static int wholeCharacters(byte[] bytes, int from, int limit) {
        int length = limit;
        while (length > 0 && (bytes[from + length] & 0xC0) == 0x80) {
            length--;
        }
        return length;
    }
}
