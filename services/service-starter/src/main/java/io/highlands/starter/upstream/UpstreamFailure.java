// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import org.springframework.http.HttpStatus;

/**
 * The ways in which an upstream call fails.
 */
enum UpstreamFailure {

    /** An answer that is no use: not 2xx and not ordinary, or a body that cannot be read. */
    BAD_ANSWER(HttpStatus.BAD_GATEWAY, true),
    /** No answer: refused, unresolvable or broken connection. */
    NO_ANSWER(HttpStatus.BAD_GATEWAY, true),
    /** Not called, because the circuit is open. */
    OPEN(HttpStatus.BAD_GATEWAY, false),
    /** No answer in time, from the upstream or the mesh before it. */
    TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, true),
    /** Turned away, here or by the upstream, because too many calls are in flight. */
    SHED(HttpStatus.TOO_MANY_REQUESTS, false),
    /** Given up here, because another call of the same request failed. */
    CANCELLED(HttpStatus.BAD_GATEWAY, false);

    private final HttpStatus status;
    private final boolean counts;

    UpstreamFailure(HttpStatus status, boolean counts) {
        this.status = status;
        this.counts = counts;
    }

    HttpStatus status() {
        return status;
    }

    boolean counts() {
        return counts;
    }
}
