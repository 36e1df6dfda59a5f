// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.health;

import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import io.highlands.starter.testing.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Health between the listener's opening and the end of the start.
 */
class StartingTest {

    private static final AtomicReference<HttpResponse<String>> SEEN = new AtomicReference<>();
    private static final CountDownLatch ASKED = new CountDownLatch(1);

    @Test
    void healthIs503UntilTheServiceHasStarted() throws Exception {
        try (RunningService service = RunningService.start(SlowToStart.class)) {
            assertThat(ASKED.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(SEEN.get().statusCode()).isEqualTo(503);
            assertThat(SEEN.get().body()).isEqualTo("{\"status\":\"Starting\"}");
            assertThat(service.get("/health").statusCode()).isEqualTo(200);
        }
    }

    /** Asks for its own health from a runner, which is the last thing before it is ready. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class SlowToStart {

        @Bean
        CommandLineRunner asksForItsHealth(Environment environment) {
            return args -> {
                SEEN.set(java.net.http.HttpClient.newHttpClient().send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(
                                "http://127.0.0.1:" + environment.getProperty("local.server.port") + "/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()));
                ASKED.countDown();
            };
        }
    }
}
