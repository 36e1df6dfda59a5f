// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.http;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/**
 * Keeps web pages of other origins out of a server on 127.0.0.1. The Host must be a name of this machine, so that a page whose
 * own name was bound to 127.0.0.1 (DNS rebinding) is refused. A request that a browser marks as another site's is refused by
 * its Origin (RFC 6454) or Sec-Fetch-Site (W3C Fetch Metadata). No response has CORS headers, so that a page could not read
 * it either.
 */
public final class OriginGuard {

    private static final HttpString FETCH_SITE = new HttpString("Sec-Fetch-Site");
    private static final HttpString FETCH_MODE = new HttpString("Sec-Fetch-Mode");
    private static final HttpString FETCH_DEST = new HttpString("Sec-Fetch-Dest");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[a-zA-Z0-9.-]+)(?::\\d{1,5})?");
    private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    /** What a browser sends for a page of the server itself, and for an address that the user typed. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final String NO_PAGES = "only programs of this machine are served, and no web page";
    private static final String FOREIGN_PAGE = "a page of another origin may not read";

    private final Predicate<HttpServerExchange> ownHost;
    private final String names;
    private final Set<String> ownHosts;

    private OriginGuard(Predicate<HttpServerExchange> ownHost, String names, Set<String> ownHosts) {
        this.ownHost = ownHost;
        this.names = names;
        this.ownHosts = ownHosts;
    }

    /** {@return a guard that lets in programs that name this machine, and no browser} */
    public static OriginGuard programs() {
        return new OriginGuard(exchange -> LOOPBACK_NAMES.contains(hostName(exchange)), "127.0.0.1 and localhost are",
                Set.of());
    }

    /** {@return a guard that lets in programs that name 127.0.0.1, and no browser} */
    public static OriginGuard programsByAddress() {
        return new OriginGuard(exchange -> hostName(exchange).equals("127.0.0.1"), "127.0.0.1 is", Set.of());
    }

    /**
     * {@return a guard that lets in programs, pages of the server itself, and links that open a page in a tab}
     *
     * @param port where the server listens: another port is another origin
     */
    public static OriginGuard pages(int port) {
        Set<String> hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        return new OriginGuard(exchange -> {
            String host = exchange.getRequestHeaders().getFirst(Headers.HOST);
            return host != null && hosts.contains(host);
        }, "127.0.0.1 and localhost are", hosts);
    }

    /**
     * {@return why a request is refused, in one line; empty when it is not}
     *
     * @param exchange the request
     */
    public Optional<String> refusal(HttpServerExchange exchange) {
        if (!ownHost.test(exchange)) {
            return Optional.of("only " + names + " served");
        }
        HeaderMap headers = exchange.getRequestHeaders();
        if (ownHosts.isEmpty()) {
            return headers.contains(Headers.ORIGIN) || headers.contains(FETCH_SITE)
                    ? Optional.of(NO_PAGES)
                    : Optional.empty();
        }
        String site = headers.getFirst(FETCH_SITE);
        boolean foreignOrigin = headers.contains(Headers.ORIGIN) && !isFromOwnPage(exchange);
        boolean foreignSite = site != null && !OWN_SITES.contains(site) && !opensAPage(headers);
        return foreignOrigin || foreignSite ? Optional.of(FOREIGN_PAGE) : Optional.empty();
    }

    /**
     * {@return whether a browser says that a page of this server sent a request} An action needs it, and the token of the
     * start.
     *
     * @param exchange the request
     */
    public boolean isFromOwnPage(HttpServerExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
        return origin != null && origin.startsWith("http://")
                && ownHosts.contains(origin.substring("http://".length()));
    }

    /** {@return the name in Host, in small letters, when nothing but a port follows it (RFC 9110, 7.2); else nothing} */
    private static String hostName(HttpServerExchange exchange) {
        HeaderValues hosts = exchange.getRequestHeaders().get(Headers.HOST);
        if (hosts == null) {
            return exchange.getHostName();
        }
        Matcher host = HOST.matcher(hosts.getFirst());
        return hosts.size() == 1 && host.matches() ? host.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** A link from elsewhere may open a page, in a tab of its own and in no frame. */
    private static boolean opensAPage(HeaderMap headers) {
        return "navigate".equals(headers.getFirst(FETCH_MODE)) && "document".equals(headers.getFirst(FETCH_DEST));
    }

    /**
     * {@return a handler that refuses with status 403 and one line of text}
     *
     * @param next handles a request that is not refused
     */
    public HttpHandler before(HttpHandler next) {
        return exchange -> {
            Optional<String> refusal = refusal(exchange);
            if (refusal.isEmpty()) {
                next.handleRequest(exchange);
            } else {
                exchange.setStatusCode(403);
                exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
                exchange.getResponseSender().send(refusal.get() + "\n");
            }
        };
    }
}
