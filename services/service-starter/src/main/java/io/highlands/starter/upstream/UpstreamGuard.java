// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import java.time.Duration;
import java.util.function.Supplier;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import org.springframework.cloud.client.circuitbreaker.CircuitBreaker;

/**
 * Makes every call of one upstream pass its circuit breaker and bulkhead, and gives every failure its name.
 */
final class UpstreamGuard {

    /** Seconds after which a call that was turned away may be tried again. */
    static final String RETRY_AFTER = "1";

    private final String upstream;
    private final Duration timeout;
    private final CircuitBreaker breaker;

    UpstreamGuard(String upstream, Duration timeout, CircuitBreaker breaker) {
        this.upstream = upstream;
        this.timeout = timeout;
        this.breaker = breaker;
    }

    <T> T call(Supplier<T> call) {
        return breaker.run(() -> named(call), this::rethrow);
    }

    /** For an answer whose body the caller needs: none is as bad as one that cannot be read. */
    <T> T callForBody(Supplier<T> call) {
        return call(() -> {
            T body = call.get();
            if (body == null) {
                throw UpstreamException.of(upstream, UpstreamFailure.BAD_ANSWER, upstream + " answered without a body",
                        null);
            }
            return body;
        });
    }

    private <T> T named(Supplier<T> call) {
        long started = System.nanoTime();
        try {
            return call.get();
        } catch (RuntimeException e) {
            throw CallErrors.of(upstream, timeout, started, e);
        }
    }

    private <T> T rethrow(Throwable thrown) {
        if (thrown instanceof BulkheadFullException) {
            throw UpstreamException.shed(upstream, "too many calls of " + upstream + " in flight", RETRY_AFTER);
        }
        if (thrown instanceof CallNotPermittedException) {
            throw UpstreamException.of(upstream, UpstreamFailure.OPEN,
                    upstream + " is not called: its circuit is open", thrown);
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        throw thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(thrown);
    }
}
