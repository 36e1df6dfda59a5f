// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import io.undertow.client.ClientResponse;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.Protocols;

/**
 * Tells messages whose end is certain from those that two readers could cut differently: the body's end is said at most
 * once, and readably. What fails here is never passed on.
 */
public final class Framing {

    private static final int MAX_DIGITS = 18;

    private Framing() {
    }

    /**
     * {@return whether a response is final and its end certain}
     *
     * @param head of the response
     */
    public static boolean certain(ClientResponse head) {
        int status = head.getResponseCode();
        HeaderMap headers = head.getResponseHeaders();
        return status >= 200 && status <= 999 && certain(headers)
                && (!headers.contains(Headers.TRANSFER_ENCODING) || head.getProtocol().equals(Protocols.HTTP_1_1));
    }

    /**
     * {@return whether a request's end is certain}
     *
     * @param exchange the request
     */
    public static boolean certain(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        return certain(headers) && (exchange.isHttp11() || !headers.contains(Headers.TRANSFER_ENCODING));
    }

    private static boolean certain(HeaderMap headers) {
        HeaderValues encoding = headers.get(Headers.TRANSFER_ENCODING);
        HeaderValues length = headers.get(Headers.CONTENT_LENGTH);
        if (encoding != null) {
            return length == null && encoding.size() == 1 && encoding.getFirst().equalsIgnoreCase("chunked");
        }
        return length == null || length.size() == 1 && number(length.getFirst());
    }

    private static boolean number(String value) {
        if (value.isEmpty() || value.length() > MAX_DIGITS) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
