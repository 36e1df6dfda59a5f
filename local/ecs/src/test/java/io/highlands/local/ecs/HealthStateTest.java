// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.highlands.local.template.HealthCheckSpec;

import static org.assertj.core.api.Assertions.assertThat;

class HealthStateTest {

    private final HealthState state = new HealthState(new HealthCheckSpec(List.of("CMD", "true"),
            Duration.ofSeconds(5), Duration.ofSeconds(3), 3, Duration.ofSeconds(60)));

    @Test
    void isUnknownUntilACheckHasDecided() {
        assertThat(state.status()).isEqualTo(HealthStatus.UNKNOWN);
        assertThat(state.after(false, Duration.ofSeconds(1))).isEqualTo(HealthStatus.UNKNOWN);
    }

    @Test
    void isHealthyWithTheFirstSuccess() {
        assertThat(state.after(true, Duration.ofSeconds(1))).isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void isUnhealthyAfterAsManyFailuresInARowAsThereAreRetries() {
        state.after(true, Duration.ofSeconds(1));

        assertThat(state.after(false, Duration.ofSeconds(6))).isEqualTo(HealthStatus.HEALTHY);
        assertThat(state.after(false, Duration.ofSeconds(11))).isEqualTo(HealthStatus.HEALTHY);
        assertThat(state.after(false, Duration.ofSeconds(16))).isEqualTo(HealthStatus.UNHEALTHY);
    }

    @Test
    void forgetsFailuresWithASuccess() {
        state.after(true, Duration.ofSeconds(1));
        state.after(false, Duration.ofSeconds(6));
        state.after(false, Duration.ofSeconds(11));
        state.after(true, Duration.ofSeconds(16));

        assertThat(state.after(false, Duration.ofSeconds(21))).isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void givesAStartThatNeverSucceedsTheTimeThatAwsWould() {
        assertThat(state.after(false, Duration.ofSeconds(74))).isEqualTo(HealthStatus.UNKNOWN);
        assertThat(state.after(false, Duration.ofSeconds(75))).isEqualTo(HealthStatus.UNHEALTHY);
    }

    @Test
    void recovers() {
        state.after(false, Duration.ofSeconds(75));

        assertThat(state.after(true, Duration.ofSeconds(80))).isEqualTo(HealthStatus.HEALTHY);
    }
}
