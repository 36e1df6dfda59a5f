// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.highlands.local.template.HealthCheckSpec;

import static org.assertj.core.api.Assertions.assertThat;

class StartTimeoutTest {

    @Test
    void aFirstStartHasTheTimeOfATaskThatIsTooSlowAndOfItsReplacement() {
        assertThat(StartTimeout.of(TestService.platform(new TestService("app"), checked("slow", 120))))
                .isEqualTo(Duration.ofSeconds(2 * (120 + 3 * 10)));
    }

    @Test
    void aFirstStartHasThreeMinutesWhereHealthChecksAllowLess() {
        assertThat(StartTimeout.of(TestService.platform(checked("app", 10)))).isEqualTo(Duration.ofMinutes(3));
    }

    private static TestService checked(String name, int startPeriod) {
        return new TestService(name).healthCheck(new HealthCheckSpec(List.of("CMD", "/app/launch", "health"),
                Duration.ofSeconds(10), Duration.ofSeconds(5), 3, Duration.ofSeconds(startPeriod)));
    }
}
