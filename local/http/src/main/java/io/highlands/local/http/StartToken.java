// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret of one start of a server: who can read it may act. */
public final class StartToken {

    private static final int BYTES = 16;

    private final String text;

    /**
     * @param text the token
     */
    public StartToken(String text) {
        this.text = text;
    }

    /** {@return a token of 128 random bits} */
    public static StartToken random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new StartToken(HexFormat.of().formatHex(bytes));
    }

    /** {@return the token, to be written where only its holders can read it} */
    public String text() {
        return text;
    }

    /**
     * {@return whether a text is the token} The time that it takes does not depend on where they differ.
     *
     * @param given the text; null is none
     */
    public boolean is(String given) {
        return given != null && MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8),
                given.getBytes(StandardCharsets.UTF_8));
    }
}
