// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import io.highlands.local.forward.LocalAnswer;
import io.highlands.local.forward.Outcome;

/** What the proxy says itself, in Envoy's words: plain text, never to be parsed. */
final class ProxyAnswers {

    private static final String TEXT = "text/plain";
    private static final String UPSTREAM = "upstream connect error or disconnect/reset before headers. ";

    private ProxyAnswers() {
    }

    static LocalAnswer of(Outcome outcome, int attempts) {
        return switch (outcome) {
            case TIMEOUT -> new LocalAnswer(504, TEXT, "upstream request timeout");
            case IDLE_TIMEOUT -> new LocalAnswer(504, TEXT, "stream timeout");
            case CLIENT_IDLE -> new LocalAnswer(408, TEXT, "stream timeout");
            case NO_HOST -> new LocalAnswer(503, TEXT, "no healthy upstream");
            case BAD_BODY -> new LocalAnswer(400, TEXT, "Bad Request");
            case BODY_TOO_LARGE -> new LocalAnswer(413, TEXT, "Payload Too Large");
            case BAD_ANSWER -> new LocalAnswer(502, TEXT, reset("protocol error", attempts));
            case CONNECT_TIMEOUT -> new LocalAnswer(503, TEXT, reset("connection timeout", attempts));
            case REFUSED -> new LocalAnswer(503, TEXT, reset("connection failure", attempts));
            case RESET, ANSWERED, CLIENT_GONE -> new LocalAnswer(503, TEXT, reset("connection termination", attempts));
        };
    }

    private static String reset(String reason, int attempts) {
        return UPSTREAM + (attempts > 1 ? "retried and the latest reset reason: " : "reset reason: ") + reason;
    }
}
