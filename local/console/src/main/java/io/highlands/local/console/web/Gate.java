// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.util.Optional;

import io.undertow.server.HttpServerExchange;

import io.highlands.local.http.OriginGuard;
import io.highlands.local.http.StartToken;

/**
 * Who may use the console. A page of another origin can neither read (see {@link OriginGuard}) nor act: an action needs this
 * console's Origin, and the token of this start, which only its own pages hold.
 */
final class Gate {

    /** The header in which htmx carries the token, and the form field for a plain form. */
    static final String TOKEN = "X-Highlands-Token";

    private static final String NOT_A_PAGE = "an action needs a page of this console; load it again after a restart";

    private final StartToken token;

    private final OriginGuard guard;

    /**
     * Lets requests with this token and port through.
     *
     * @param token the secret of this start
     * @param port where the console listens
     */
    Gate(StartToken token, int port) {
        this.token = token;
        this.guard = OriginGuard.pages(port);
    }

    /** {@return the token of this start, which pages of this console carry} */
    String token() {
        return token.text();
    }

    /** Why a request may not read, if so. */
    Optional<String> refusesReading(HttpServerExchange exchange) {
        return guard.refusal(exchange);
    }

    /** Why a request may not act, if so, whatever its body holds. */
    Optional<String> refusesActing(HttpServerExchange exchange) {
        return refusesReading(exchange)
                .or(() -> guard.isFromOwnPage(exchange) ? Optional.empty() : Optional.of(NOT_A_PAGE));
    }

    /** Why a request may not act, if so, whose header or form has to hold the token. */
    Optional<String> refusesWithoutToken(Request request) {
        Optional<String> given = request.header(TOKEN).or(() -> request.field("token"));
        return given.filter(token::is).isPresent() ? Optional.empty() : Optional.of(NOT_A_PAGE);
    }
}
