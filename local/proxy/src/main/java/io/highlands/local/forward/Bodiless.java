// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import org.xnio.channels.StreamSinkChannel;

/**
 * Responses that end with their head (RFC 9112, 6.3): to HEAD, 204 and 304. None has a transfer coding added, a 204 has no
 * Content-Length (RFC 9110, 8.6), and that of a 304 or of HEAD is passed on, as it speaks of the body that is not sent.
 */
final class Bodiless {

    private static final HttpString SPOILED_LENGTH = new HttpString(AnswerConduit.SPOILED_LENGTH);
    private static final HttpString SPOILED_ENCODING = new HttpString(AnswerConduit.SPOILED_ENCODING);

    private Bodiless() {
    }

    static boolean is(HttpString method, int status) {
        return status == 204 || status == 304 || method.equals(Methods.HEAD);
    }

    /** Begins the response; the server adds fields of its own when its channel is asked for, so they are corrected after. */
    static StreamSinkChannel begin(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getResponseHeaders();
        headers.remove(SPOILED_ENCODING);
        String spoiled = headers.getFirst(SPOILED_LENGTH);
        headers.remove(SPOILED_LENGTH);
        String length = spoiled == null ? headers.getFirst(Headers.CONTENT_LENGTH) : spoiled;
        StreamSinkChannel channel = exchange.getResponseChannel();
        headers.remove(Headers.TRANSFER_ENCODING);
        headers.remove(Headers.CONTENT_LENGTH);
        if (length != null && exchange.getStatusCode() != 204) {
            headers.put(Headers.CONTENT_LENGTH, length);
        }
        return channel;
    }
}
