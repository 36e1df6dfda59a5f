// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import org.springframework.cloud.client.circuitbreaker.CircuitBreaker;

import io.highlands.starter.metrics.UpstreamMeter;
import io.highlands.telemetry.Status;

/**
 * Makes every call of one upstream pass its circuit breaker and bulkhead, and gives every failure its name.
 */
final class UpstreamGuard {

    /** Seconds after which a call that was turned away may be tried again. */
    static final String RETRY_AFTER = "1";

    private final String upstream;
    private final Duration timeout;
    private final CircuitBreaker breaker;
    private final UpstreamMeter meter;

    UpstreamGuard(String upstream, Duration timeout, CircuitBreaker breaker, UpstreamMeter meter) {
        this.upstream = upstream;
        this.timeout = timeout;
        this.breaker = breaker;
        this.meter = meter;
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
        meter.began();
        Optional<Status> failed = Optional.of(Status.NO_ANSWER);
        try {
            T answer = call.get();
            failed = Optional.empty();
            return answer;
        } catch (RuntimeException e) {
            if (OrdinaryAnswers.is(e)) {
                failed = Optional.of(Status.CLIENT_ERROR);
                OrdinaryAnswers.name(e, upstream);
                throw e;
            }
            UpstreamException named = CallErrors.of(upstream, timeout, started, e);
            failed = named.meteredAs();
            throw named;
        } finally {
            long nanos = System.nanoTime() - started;
            failed.ifPresentOrElse(status -> meter.failed(nanos, status), () -> meter.ended(nanos));
        }
    }

    private <T> T rethrow(Throwable thrown) {
        if (thrown instanceof BulkheadFullException) {
            meter.rejected();
            throw UpstreamException.shed(upstream, 0, "too many calls of " + upstream + " in flight", RETRY_AFTER);
        }
        if (thrown instanceof CallNotPermittedException) {
            meter.rejected();
            throw UpstreamException.of(upstream, UpstreamFailure.OPEN,
                    upstream + " is not called: its circuit is open", thrown);
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        throw thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(thrown);
    }
}
