// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigurationProperties;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4jBulkheadProvider;

import io.highlands.starter.settings.HighlandsProperties;
import io.highlands.starter.settings.Upstream;

/**
 * Resilience4j as a good neighbour of the mesh needs it: the HTTP client keeps the time, so there is no time limiter (the
 * default is 1 s), and load is shed by a semaphore, so there is no thread pool (the default is one sized by cores).
 */
final class Breakers {

    private Breakers() {
    }

    static Resilience4JCircuitBreakerFactory factory(HighlandsProperties properties, CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads) {
        var settings = new Resilience4JConfigurationProperties();
        settings.setDisableThreadPool(true);
        settings.setDisableTimeLimiter(true);
        settings.setEnableSemaphoreDefaultBulkhead(true);
        properties.upstreams().forEach((name, upstream) -> {
            breakers.addConfiguration(name, breaker(upstream.breaker()));
            bulkheads.addConfiguration(name, bulkhead(upstream));
        });
        var provider = new Resilience4jBulkheadProvider(ThreadPoolBulkheadRegistry.ofDefaults(), bulkheads, settings);
        return new Resilience4JCircuitBreakerFactory(breakers, TimeLimiterRegistry.ofDefaults(), provider, settings);
    }

    private static CircuitBreakerConfig breaker(Upstream.Breaker breaker) {
        return CircuitBreakerConfig.custom().slidingWindowSize(breaker.window())
                .minimumNumberOfCalls(breaker.minimumCalls()).failureRateThreshold(breaker.failureRate())
                .waitDurationInOpenState(breaker.openFor()).permittedNumberOfCallsInHalfOpenState(breaker.trials())
                .ignoreException(thrown -> !OrdinaryAnswers.is(thrown)
                        && !(thrown instanceof UpstreamException e && e.counts()))
                .recordException(thrown -> !OrdinaryAnswers.is(thrown)).build();
    }

    private static BulkheadConfig bulkhead(Upstream upstream) {
        return BulkheadConfig.custom().maxConcurrentCalls(upstream.maxConcurrentCalls())
                .maxWaitDuration(java.time.Duration.ZERO).build();
    }
}
