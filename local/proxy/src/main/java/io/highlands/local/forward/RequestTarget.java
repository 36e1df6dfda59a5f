// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;

/** The target of a request as it came in its first line, in origin form. */
public final class RequestTarget {

    private static final AttachmentKey<String> LOST_MARKS = AttachmentKey.create(String.class);

    private RequestTarget() {
    }

    /** The parser says an empty query like none, and a query's own first question mark not at all. */
    static void lost(HttpServerExchange exchange, String marks) {
        exchange.putAttachment(LOST_MARKS, marks);
    }

    /**
     * {@return path and query, not decoded}
     *
     * @param exchange the request
     */
    public static String of(HttpServerExchange exchange) {
        String query = exchange.getQueryString();
        String marks = exchange.getAttachment(LOST_MARKS);
        if (marks != null) {
            return path(exchange) + marks + query;
        }
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
