// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import io.undertow.server.HttpServerExchange;

/** The target of a request as it came in its first line, in origin form. */
public final class RequestTarget {

    private RequestTarget() {
    }

    /**
     * {@return path and query, not decoded}
     *
     * @param exchange the request
     */
    public static String of(HttpServerExchange exchange) {
        String query = exchange.getQueryString();
        return query == null || query.isEmpty() ? path(exchange) : path(exchange) + "?" + query;
    }

    /**
     * {@return the path, not decoded}
     *
     * @param exchange the request
     */
    public static String path(HttpServerExchange exchange) {
        String uri = exchange.getRequestURI();
        if (!exchange.isHostIncludedInRequestURI()) {
            return uri.isEmpty() ? "/" : uri;
        }
        int authority = uri.indexOf("//");
        int path = uri.indexOf('/', authority + 2);
        return path < 0 ? "/" : uri.substring(path);
    }
}
