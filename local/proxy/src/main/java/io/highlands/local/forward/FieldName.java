// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.nio.charset.StandardCharsets;

/** Recognizes one field name of a head, byte by byte and without regard to case. */
final class FieldName {

    private final byte[] name;
    private int matched;

    FieldName(String name) {
        this.name = name.getBytes(StandardCharsets.US_ASCII);
    }

    /** A line begins. */
    void begin() {
        matched = 0;
    }

    /** Takes the next byte of the line, up to its colon. */
    void take(byte letter) {
        if (matched >= 0) {
            matched = matched < name.length && (letter | 0x20) == name[matched] ? matched + 1 : -1;
        }
    }

    /** {@return whether all bytes since the beginning are the name} */
    boolean complete() {
        return matched == name.length;
    }
}
