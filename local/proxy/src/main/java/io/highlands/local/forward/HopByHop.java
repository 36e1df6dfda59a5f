// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/** Tells end-to-end fields from those that concern one connection only (RFC 9110, 7.6.1). */
final class HopByHop {

    private static final HttpString KEEP_ALIVE = new HttpString("Keep-Alive");
    private static final HttpString PROXY_CONNECTION = new HttpString("Proxy-Connection");
    private static final HttpString HTTP2_SETTINGS = new HttpString("HTTP2-Settings");
    private static final Set<HttpString> OWN = Set.of(Headers.CONNECTION, KEEP_ALIVE, PROXY_CONNECTION,
            HTTP2_SETTINGS, Headers.TE, Headers.TRAILER, Headers.TRANSFER_ENCODING, Headers.UPGRADE, Headers.EXPECT,
            Headers.PROXY_AUTHENTICATE, Headers.PROXY_AUTHORIZATION);

    private HopByHop() {
    }

    /**
     * Removes from a request what its {@code Connection} names. It happens before anything is added to the request, so that
     * a caller cannot name what is added.
     */
    static void removeNamed(HeaderMap request) {
        HeaderValues connection = request.get(Headers.CONNECTION);
        if (connection == null) {
            return;
        }
        List<HttpString> named = null;
        for (long cookie = request.fastIterateNonEmpty(); cookie != -1; cookie = request.fiNextNonEmpty(cookie)) {
            HttpString name = request.fiCurrent(cookie).getHeaderName();
            if (!name.equals(Headers.CONNECTION) && named(connection, name)) {
                named = named == null ? new ArrayList<>(4) : named;
                named.add(name);
            }
        }
        if (named != null) {
            named.forEach(request::remove);
        }
        request.remove(Headers.CONNECTION);
    }

    /** Copies end-to-end fields, and Content-Length with them. */
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
        return connection != null && !name.equals(Headers.CONTENT_LENGTH) && !name.equals(Headers.HOST)
                && ConnectionFields.lists(connection, name.toString());
    }
}
