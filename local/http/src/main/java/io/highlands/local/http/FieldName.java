// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.nio.charset.StandardCharsets;

/** Recognizes one field name of a head, byte by byte and without regard to case. */
public final class FieldName {

    private final byte[] name;
    private int matched;

    /**
     * @param name the name, in small letters
     */
    public FieldName(String name) {
        this.name = name.getBytes(StandardCharsets.US_ASCII);
    }

    /** A line begins. */
    public void begin() {
        matched = 0;
    }

    /**
     * Takes the next byte of the line, up to its colon.
     *
     * @param letter the byte
     */
    public void take(byte letter) {
        if (matched >= 0) {
            matched = matched < name.length && (letter | 0x20) == name[matched] ? matched + 1 : -1;
        }
    }

    /** {@return whether all bytes since the beginning are the name} */
    public boolean complete() {
        return matched == name.length;
    }
}
