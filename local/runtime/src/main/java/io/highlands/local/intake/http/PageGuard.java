// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.http;

import java.util.Locale;
import java.util.Set;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;

/** Keeps web pages out: only this machine's names are served, and no request that a browser marks as a page's. */
final class PageGuard implements HttpHandler {

    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private final HttpHandler next;

    PageGuard(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (HOSTS.contains(exchange.getHostName().toLowerCase(Locale.ROOT)) && !isPage(exchange)) {
            next.handleRequest(exchange);
            return;
        }
        exchange.setStatusCode(403);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
        exchange.getResponseSender().send("only programs of this machine are served, by 127.0.0.1 or localhost\n");
    }

    private static boolean isPage(HttpServerExchange exchange) {
        return exchange.getRequestHeaders().contains(Headers.ORIGIN)
                || exchange.getRequestHeaders().contains(FETCH_SITE);
    }
}
