// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import java.util.Optional;

import org.springframework.http.HttpStatus;

/**
 * An upstream call that failed, as it is told to the caller: which service failed, and how.
 */
public final class UpstreamException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String upstream;
    private final UpstreamFailure failure;
    private final boolean deeper;
    private final String retryAfter;

    private UpstreamException(String upstream, UpstreamFailure failure, boolean deeper, String retryAfter,
            String message, Throwable cause) {
        super(message, cause);
        this.upstream = upstream;
        this.failure = failure;
        this.deeper = deeper;
        this.retryAfter = retryAfter;
    }

    static UpstreamException of(String upstream, UpstreamFailure failure, String message, Throwable cause) {
        return new UpstreamException(upstream, failure, false, null, message, cause);
    }

    static UpstreamException shed(String upstream, String message, String retryAfter) {
        return new UpstreamException(upstream, UpstreamFailure.SHED, false, retryAfter, message, null);
    }

    static UpstreamException deeper(String upstream, UpstreamFailure failure, String message) {
        return new UpstreamException(upstream, failure, true, null, message, null);
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

    /** Whether the upstream's own breaker counts this as a failure of the upstream. */
    boolean counts() {
        return failure.counts() && !deeper;
    }
}
