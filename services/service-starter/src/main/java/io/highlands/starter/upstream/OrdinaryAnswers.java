// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import java.util.Optional;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.HttpClientErrorException;

import io.highlands.starter.settings.Upstream;

/**
 * Which responses of an upstream say something of what was asked for, and nothing of the upstream's health: 404, 409, 410
 * and 422 (RFC 9110, section 15.5). The caller's code gets them as Spring's HTTP interfaces give them, as
 * {@link HttpClientErrorException.NotFound} for example; no circuit opens by them.
 */
public final class OrdinaryAnswers {

    private OrdinaryAnswers() {
    }

    /**
     * Whether a status is such a response's.
     *
     * @param status of an upstream's response
     * @return true for 404, 409, 410 and 422
     */
    public static boolean contains(HttpStatusCode status) {
        return Upstream.ORDINARY.contains(status.value());
    }

    static boolean is(Throwable thrown) {
        return thrown instanceof HttpClientErrorException answer && contains(answer.getStatusCode());
    }

    /** Notes in the exception which upstream responded so. */
    static void name(RuntimeException answer, String upstream) {
        int status = ((HttpClientErrorException) answer).getStatusCode().value();
        if (answer.getCause() == null) {
            answer.initCause(UpstreamException.answered(upstream, UpstreamFailure.BAD_ANSWER, status,
                    upstream + " answered " + status));
        }
    }

    /**
     * Which upstream responded so.
     *
     * @param answer what a call of an HTTP interface threw
     * @return its discovery name; empty where it was no call of an upstream, or another status
     */
    public static Optional<String> upstream(HttpClientErrorException answer) {
        return is(answer) && answer.getCause() instanceof UpstreamException named
                ? Optional.of(named.upstream())
                : Optional.empty();
    }
}
