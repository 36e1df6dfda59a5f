// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.http;

import java.nio.charset.StandardCharsets;

/**
 * What is answered.
 *
 * @param status the HTTP status; 429 and 503 carry Retry-After
 * @param type the media type
 * @param body the body
 */
public record Answer(int status, String type, byte[] body) {

    /**
     * A response with the type {@code application/json}.
     *
     * @param status the HTTP status
     * @param text the document
     * @return the answer
     */
    public static Answer json(int status, String text) {
        return new Answer(status, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A line of text.
     *
     * @param status the HTTP status
     * @param line the line, without its end
     * @return the answer
     */
    public static Answer line(int status, String line) {
        return new Answer(status, "text/plain", (line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
