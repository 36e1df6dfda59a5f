// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import io.highlands.local.aws.wire.AwsError;

/**
 * One page of a list.
 *
 * @param items what is on it
 * @param next where the next page begins; empty on the last page
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, Optional<String> next) {

    private static final String MARK = "highlands-page:";

    /**
     * The page that a token names.
     *
     * @param all the whole list
     * @param token the token of the page before, if there was one
     * @param size how many items a page has
     * @param refusal the operation's error for a token that is none of this machine's
     * @param <T> what is listed
     * @return the page
     * @throws AwsError under that code
     */
    public static <T> Page<T> of(List<T> all, Optional<String> token, int size, String refusal) {
        int from = Math.min(token.map(text -> offset(text, refusal)).orElse(0), all.size());
        int until = Math.min(from + size, all.size());
        return new Page<>(all.subList(from, until), until < all.size() ? Optional.of(token(until)) : Optional.empty());
    }

    private static String token(int offset) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((MARK + offset).getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(String token, String refusal) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return Math.max(0, Integer.parseInt(text.substring(MARK.length())));
            }
        } catch (IllegalArgumentException notOurs) {
            // Neither Base64 nor a number: not a token of these pages.
        }
        throw new AwsError(refusal, "The specified next token is invalid");
    }
}
