// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Circuit breaker and back-off. */
class LimitsTest {

    @Test
    void theCircuitBreakerAllowsHalfOfTheTasksToFailWithinItsBounds() {
        assertThat(CircuitBreaker.threshold(1)).isEqualTo(3);
        assertThat(CircuitBreaker.threshold(25)).isEqualTo(13);
        assertThat(CircuitBreaker.threshold(1000)).isEqualTo(200);
    }

    @Test
    void theBackoffDoublesUntilAMinute() {
        assertThat(Backoff.after(0)).isZero();
        assertThat(Backoff.after(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(Backoff.after(3)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Backoff.after(100)).isEqualTo(Duration.ofMinutes(1));
    }
}
