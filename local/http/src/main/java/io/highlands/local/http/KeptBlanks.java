// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.util.ArrayList;
import java.util.List;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;

/**
 * Gets runs of blanks, and tabs, within a field's value past the parser, which would join them to one space: they belong to the
 * value (RFC 9110, 5.5), and a signature over it fails without them. They are sent to it as two bytes that no UTF-8 holds, and
 * changed back in what it has parsed.
 */
final class KeptBlanks {

    private static final byte SPACE = (byte) 0xff;
    private static final byte TAB = (byte) 0xfe;

    private boolean inside;
    private boolean afterBlank;
    private boolean taken;
    private boolean foreign;

    /** A head begins. */
    void begin() {
        taken = false;
        foreign = false;
        beginValue();
    }

    /** Blanks before the first other byte belong to no field value (RFC 9110, section 5.5). */
    void beginValue() {
        inside = false;
        afterBlank = false;
    }

    /**
     * {@return what is written in place of a byte of a value: itself, one that stands for a blank, or NUL where it cannot be told from one}
     *
     * @param letter the byte
     */
    byte take(byte letter) {
        boolean blank = letter == ' ' || letter == '\t';
        boolean kept = blank && inside && (afterBlank || letter == '\t') && !foreign;
        inside |= !blank;
        afterBlank = blank;
        if (letter == SPACE || letter == TAB) {
            foreign = true;
            return taken ? 0 : letter;
        }
        if (!kept) {
            return letter;
        }
        taken = true;
        return letter == ' ' ? SPACE : TAB;
    }

    /** {@return whether a blank of this head was written otherwise} */
    boolean isTaken() {
        return taken;
    }

    /** Writes the blanks of a head that was parsed. */
    static void restore(HeaderMap headers) {
        for (HttpString name : List.copyOf(headers.getHeaderNames())) {
            HeaderValues values = headers.get(name);
            if (values.stream().anyMatch(value -> value.indexOf('\u00ff') >= 0 || value.indexOf('\u00fe') >= 0)) {
                List<String> restored = new ArrayList<>();
                values.forEach(
                        value -> restored.add(value.replace('\u00ff', ' ').replace('\u00fe', '\t').stripTrailing()));
                headers.putAll(name, restored);
            }
        }
    }
}
