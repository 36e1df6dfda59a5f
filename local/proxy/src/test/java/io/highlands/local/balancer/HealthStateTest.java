// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.highlands.local.balancer.TargetHealth.State;

import static org.assertj.core.api.Assertions.assertThat;

class HealthStateTest {

    private static final TargetGroupOptions OPTIONS = new TargetGroupOptions("id", "name", "/health", 0,
            Duration.ofSeconds(10), Duration.ofSeconds(5), 3, 2, "200", Duration.ofSeconds(5));

    private final HealthState health = new HealthState(OPTIONS, 0);

    @Test
    void aNewTargetIsInitial() {
        assertThat(health.health().state()).isEqualTo(State.INITIAL);
        assertThat(health.health().reason()).startsWith("Elb.RegistrationInProgress");
    }

    @Test
    void oneSuccessMakesANewTargetHealthy() {
        health.failed("not yet", seconds(1));
        health.succeeded();

        assertThat(health.health()).isEqualTo(new TargetHealth(State.HEALTHY, ""));
    }

    @Test
    void aHealthyTargetStandsFewerFailuresThanTheThreshold() {
        health.succeeded();
        health.failed("once", seconds(1));
        health.succeeded();
        health.failed("once", seconds(2));

        assertThat(health.state()).isEqualTo(State.HEALTHY);
    }

    @Test
    void asManyFailuresInARowAsTheThresholdMakeItUnhealthy() {
        health.succeeded();
        health.failed("once", seconds(1));
        health.failed("twice", seconds(2));

        assertThat(health.health()).isEqualTo(new TargetHealth(State.UNHEALTHY, "twice"));
    }

    @Test
    void anUnhealthyTargetNeedsAsManySuccessesInARowAsTheThreshold() {
        health.succeeded();
        health.failed("once", seconds(1));
        health.failed("twice", seconds(2));
        health.succeeded();
        health.succeeded();
        health.failed("again", seconds(3));
        health.succeeded();
        health.succeeded();
        assertThat(health.state()).isEqualTo(State.UNHEALTHY);

        health.succeeded();
        assertThat(health.state()).isEqualTo(State.HEALTHY);
    }

    @Test
    void aNewTargetThatIsCheckedOftenBecomesUnhealthyNoSoonerThanInAws() {
        for (int millis = 250; millis < 20_000; millis += 250) {
            health.failed("refused", Duration.ofMillis(millis).toNanos());
            assertThat(health.state()).isEqualTo(State.INITIAL);
        }

        health.failed("refused", seconds(20));
        assertThat(health.state()).isEqualTo(State.UNHEALTHY);
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
