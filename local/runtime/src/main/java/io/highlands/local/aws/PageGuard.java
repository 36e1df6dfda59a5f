// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.util.Locale;
import java.util.Set;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;

/**
 * Keeps web pages out: no name but this machine's is served (a page whose name was bound to 127.0.0.1 has another), no
 * request that a browser marks as a page's, and nothing but POST, which browsers always mark. There are no CORS headers,
 * so that a page could not read an answer either.
 */
final class PageGuard implements HttpHandler {

    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

    private static final HttpString FETCH_SITE = new HttpString("Sec-Fetch-Site");

    private final HttpHandler next;

    PageGuard(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!HOSTS.contains(exchange.getHostName().toLowerCase(Locale.ROOT))) {
            refuse(exchange, 403, "only 127.0.0.1 and localhost are served");
        } else if (exchange.getRequestHeaders().contains(Headers.ORIGIN) || isForeign(exchange)) {
            refuse(exchange, 403, "no web page is served");
        } else if (!exchange.getRequestMethod().equals(Methods.POST)) {
            refuse(exchange, 405, "the AWS APIs of this machine take POST, as SDKs and the aws command send it");
        } else {
            next.handleRequest(exchange);
        }
    }

    private static boolean isForeign(HttpServerExchange exchange) {
        String site = exchange.getRequestHeaders().getFirst(FETCH_SITE);
        return site != null && !site.equals("none");
    }

    private static void refuse(HttpServerExchange exchange, int status, String line) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
        exchange.getResponseSender().send(line + "\n");
    }
}
