// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import java.util.Optional;

import org.springframework.http.HttpStatus;

import io.highlands.telemetry.Status;

/**
 * An upstream call that failed, as it is told to the caller: which service failed, and how.
 */
public final class UpstreamException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String upstream;
    private final UpstreamFailure failure;
    private final boolean deeper;
    private final String retryAfter;
    private final int answered;

    private UpstreamException(String upstream, UpstreamFailure failure, boolean deeper, String retryAfter,
            int answered, String message, Throwable cause) {
        super(message, cause);
        this.upstream = upstream;
        this.failure = failure;
        this.deeper = deeper;
        this.retryAfter = retryAfter;
        this.answered = answered;
    }

    static UpstreamException of(String upstream, UpstreamFailure failure, String message, Throwable cause) {
        return new UpstreamException(upstream, failure, false, null, 0, message, cause);
    }

    static UpstreamException answered(String upstream, UpstreamFailure failure, int status, String message) {
        return new UpstreamException(upstream, failure, false, null, status, message, null);
    }

    static UpstreamException shed(String upstream, int status, String message, String retryAfter) {
        return new UpstreamException(upstream, UpstreamFailure.SHED, false, retryAfter, status, message, null);
    }

    static UpstreamException deeper(String upstream, UpstreamFailure failure, int status, String message) {
        return new UpstreamException(upstream, failure, true, null, status, message, null);
    }

    /**
     * The service that failed: the one called, or the one behind it that it named.
     *
     * @return its discovery name
     */
    public String upstream() {
        return upstream;
    }

    /**
     * The status that the caller is answered with.
     *
     * @return 502, 504 or 429
     */
    public HttpStatus status() {
        return failure.status();
    }

    /**
     * When the caller may try again.
     *
     * @return seconds or a date, as Retry-After has it; only with 429
     */
    public Optional<String> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** How the call ended for the meters; empty when it was given up here, which is nobody's failure. */
    Optional<Status> meteredAs() {
        if (failure == UpstreamFailure.CANCELLED) {
            return Optional.empty();
        }
        return Optional
                .of(answered >= 500 ? Status.SERVER_ERROR : answered > 0 ? Status.CLIENT_ERROR : Status.NO_ANSWER);
    }

    /** Whether the upstream's own breaker counts this as a failure of the upstream. */
    boolean counts() {
        return failure.counts() && !deeper;
    }
}
