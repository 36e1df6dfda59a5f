// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.health;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import io.highlands.starter.testing.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where Actuator can be reached.
 */
class ManagementPortTest {

    @Test
    void actuatorAnswersOnItsOwnPortAndNotOnTheServices() throws Exception {
        try (RunningService service = RunningService.start(Empty.class)) {
            int port = service.port("local.management.port");
            HttpResponse<String> metrics = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/metrics")).build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(metrics.body()).contains("jvm.threads.live");
            assertThat(service.get("/actuator/metrics").statusCode()).isEqualTo(404);
            assertThat(service.get("/actuator").statusCode()).isEqualTo(404);
        }
    }

    /** A service without routes. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Empty {
    }
}
