// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;

/** Reads the list that is {@code Connection}, on however many lines it stands (RFC 9110, 5.3 and 7.6.1). */
final class ConnectionFields {

    static final String CLOSE = "close";
    static final String KEEP_ALIVE = "keep-alive";

    private ConnectionFields() {
    }

    /**
     * Decides whether a client's connection outlives its request (RFC 9112, 9.3). To a client of HTTP/1.0 the response must say
     * that it does.
     */
    static void decide(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        HeaderValues connection = headers.get(Headers.CONNECTION);
        if (exchange.isHttp11()) {
            if (connection != null && lists(connection, CLOSE)) {
                exchange.setPersistent(false);
            }
        } else if (connection != null && lists(connection, KEEP_ALIVE) && !lists(connection, CLOSE)) {
            exchange.setPersistent(true);
            exchange.getResponseHeaders().put(Headers.CONNECTION, KEEP_ALIVE);
        } else {
            exchange.setPersistent(false);
        }
    }

    /** {@return whether a message says that its connection ends with it} */
    static boolean ends(HeaderMap headers) {
        HeaderValues connection = headers.get(Headers.CONNECTION);
        return connection != null && lists(connection, CLOSE);
    }

    /** {@return whether a name is in the list, whatever its case} */
    static boolean lists(HeaderValues connection, String name) {
        for (int i = 0; i < connection.size(); i++) {
            String value = connection.get(i);
            if (value.length() >= name.length() && lists(value, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean lists(String value, String name) {
        int length = value.length();
        int from = 0;
        while (from < length) {
            int comma = value.indexOf(',', from);
            int to = comma < 0 ? length : comma;
            int after = to;
            while (from < to && blank(value.charAt(from))) {
                from++;
            }
            while (to > from && blank(value.charAt(to - 1))) {
                to--;
            }
            if (to - from == name.length() && value.regionMatches(true, from, name, 0, name.length())) {
                return true;
            }
            from = after + 1;
        }
        return false;
    }

    private static boolean blank(char letter) {
        return letter == ' ' || letter == '\t';
    }
}
