// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.util.Optional;

import io.highlands.local.http.OriginGuard;
import io.highlands.local.http.StartToken;

/**
 * Who may use the console. A page of another origin can neither read (see {@link OriginGuard}) nor act: an action needs this
 * console's Origin, and the token of this start, which only its own pages hold.
 */
final class Gate {

    /** The header in which htmx carries the token, and the form field for a plain form. */
    static final String TOKEN = "X-Highlands-Token";

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
    Optional<String> refusesReading(Request request) {
        return guard.refusal(request.exchange());
    }

    /** Why a request may not act, if so. */
    Optional<String> refusesActing(Request request) {
        Optional<String> refusal = refusesReading(request);
        if (refusal.isPresent()) {
            return refusal;
        }
        Optional<String> given = request.header(TOKEN).or(() -> request.field("token"));
        return guard.isFromOwnPage(request.exchange()) && given.filter(token::is).isPresent()
                ? Optional.empty()
                : Optional.of("an action needs a page of this console; load it again after a restart");
    }
}
