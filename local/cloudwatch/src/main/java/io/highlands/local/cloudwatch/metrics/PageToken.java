// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import io.highlands.local.cloudwatch.CloudWatchException;

/** {@code NextToken}: how much the pages before have shown. */
final class PageToken {

    private static final String MARK = "next:";

    private PageToken() {
    }

    static String write(int shown) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((MARK + shown).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a token; {@code refusal} is the operation's error code for one that is none of its own. */
    static int read(Optional<String> token, String refusal) {
        if (token.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token.get()), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return Integer.parseUnsignedInt(text.substring(MARK.length()));
            }
        } catch (IllegalArgumentException e) {
            // neither base64 nor a number
            throw invalid(refusal);
        }
        throw invalid(refusal);
    }

    private static CloudWatchException invalid(String refusal) {
        return new CloudWatchException(refusal, "The NextToken is not one of this operation's.");
    }
}
