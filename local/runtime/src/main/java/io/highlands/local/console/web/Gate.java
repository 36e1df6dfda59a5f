// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask. A page of another origin can neither read (the Host must be this console's, so that no name that leads
 * here is of use; data is refused to requests that a browser marks as another site's) nor act (an action needs this
 * console's Origin, and the token of this start which only its own pages hold).
 */
final class Gate {

    /** The header in which htmx carries the token, and the form field for a plain form. */
    static final String TOKEN = "X-Highlands-Token";

    private final String token;

    private final Set<String> hosts;

    /**
     * Makes the gate.
     *
     * @param token the secret of this start
     * @param port where the console listens
     */
    Gate(String token, int port) {
        this.token = token;
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    /**
     * The secret that pages of this console carry.
     *
     * @return the token of this start
     */
    String token() {
        return token;
    }

    /** Why a request may not read, if so. */
    Optional<String> refusesReading(Request request) {
        if (request.header("Host").filter(hosts::contains).isEmpty()) {
            return Optional.of("only 127.0.0.1 and localhost are served");
        }
        if (request.header("Origin").filter(origin -> !own(origin)).isPresent()) {
            return Optional.of("a page of another origin may not read");
        }
        Optional<String> site = request.header("Sec-Fetch-Site");
        boolean foreign = site.filter(value -> !value.equals("same-origin") && !value.equals("none")).isPresent();
        return foreign && !opensAPage(request)
                ? Optional.of("a page of another origin may not read")
                : Optional.empty();
    }

    /** Why a request may not act, if so. */
    Optional<String> refusesActing(Request request) {
        Optional<String> refusal = refusesReading(request);
        if (refusal.isPresent()) {
            return refusal;
        }
        boolean ownPage = request.header("Origin").filter(this::own).isPresent();
        Optional<String> given = request.header(TOKEN).or(() -> request.field("token"));
        return ownPage && given.filter(this::isToken).isPresent()
                ? Optional.empty()
                : Optional.of("an action needs a page of this console; load it again after a restart");
    }

    /** A link from elsewhere may open a page, in a tab of its own and in no frame. */
    private static boolean opensAPage(Request request) {
        return request.header("Sec-Fetch-Mode").filter("navigate"::equals).isPresent()
                && request.header("Sec-Fetch-Dest").filter("document"::equals).isPresent();
    }

    private boolean own(String origin) {
        return origin.startsWith("http://") && hosts.contains(origin.substring("http://".length()));
    }

    private boolean isToken(String given) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
