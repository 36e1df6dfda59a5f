// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.c;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.highlands.starter.testing.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The route of service C.
 */
class RoutesTest {

    @Test
    void theTimeIsNowInUtcWithNineDigitsOfASecond() throws Exception {
        try (RunningService service = RunningService.start(ServiceC.class)) {
            Instant before = Instant.now();
            String body = service.get("/time").body();

            assertThat(body)
                    .matches("\\{\"key_time\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z\"}");
            assertThat(Instant.parse(body.substring(13, body.length() - 2))).isBetween(before, Instant.now());
        }
    }

    @Test
    void zerosAtTheEndAreKept() {
        assertThat(Time.of(Instant.parse("2024-07-07T02:44:59Z")).keyTime())
                .isEqualTo("2024-07-07T02:44:59.000000000Z");
    }
}
