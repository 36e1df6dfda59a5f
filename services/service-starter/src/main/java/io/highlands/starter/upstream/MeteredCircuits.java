// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

import io.highlands.starter.metrics.UpstreamMeters;

/** Tells the meters when a circuit opens and when it no longer is. */
final class MeteredCircuits {

    private MeteredCircuits() {
    }

    /** Circuits are made at their first call, so each is listened to from then on. */
    static void of(CircuitBreakerRegistry breakers, UpstreamMeters meters) {
        breakers.getAllCircuitBreakers().forEach(breaker -> listen(breaker, meters));
        breakers.getEventPublisher().onEntryAdded(event -> listen(event.getAddedEntry(), meters));
    }

    private static void listen(CircuitBreaker breaker, UpstreamMeters meters) {
        breaker.getEventPublisher().onStateTransition(event -> meters.of(breaker.getName())
                .circuitOpen(isOpen(event.getStateTransition().getToState())));
    }

    private static boolean isOpen(CircuitBreaker.State state) {
        return state == CircuitBreaker.State.OPEN || state == CircuitBreaker.State.FORCED_OPEN;
    }
}
