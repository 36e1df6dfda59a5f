// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.util.Set;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/** Copies headers from one connection to the next, without those that concern one connection only. */
final class HopByHop {

    private static final HttpString KEEP_ALIVE = new HttpString("Keep-Alive");
    private static final HttpString PROXY_CONNECTION = new HttpString("Proxy-Connection");
    private static final HttpString HTTP2_SETTINGS = new HttpString("HTTP2-Settings");
    private static final Set<HttpString> OWN = Set.of(Headers.CONNECTION, KEEP_ALIVE, PROXY_CONNECTION,
            HTTP2_SETTINGS, Headers.TE, Headers.TRAILER, Headers.TRANSFER_ENCODING, Headers.UPGRADE, Headers.EXPECT,
            Headers.PROXY_AUTHENTICATE, Headers.PROXY_AUTHORIZATION);

    private HopByHop() {
    }

    /** Copies end-to-end headers, and Content-Length with them. */
    static void copy(HeaderMap from, HeaderMap to) {
        HeaderValues connection = from.get(Headers.CONNECTION);
        for (long cookie = from.fastIterateNonEmpty(); cookie != -1; cookie = from.fiNextNonEmpty(cookie)) {
            HeaderValues values = from.fiCurrent(cookie);
            HttpString name = values.getHeaderName();
            if (!OWN.contains(name) && !named(connection, name)) {
                to.putAll(name, values);
            }
        }
    }

    private static boolean named(HeaderValues connection, HttpString name) {
        if (connection == null || name.equals(Headers.CONTENT_LENGTH) || name.equals(Headers.HOST)) {
            return false;
        }
        for (int i = 0; i < connection.size(); i++) {
            String value = connection.get(i);
            if (value.length() >= name.length() && lists(value, name.toString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean lists(String value, String name) {
        for (String token : value.split(",")) {
            if (token.trim().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
