// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.a;

import java.io.IOException;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.starter.testing.RunningService;
import io.highlands.starter.testing.StubUpstream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The routes of service A over real HTTP.
 */
class RoutesTest {

    private static StubUpstream b;
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        b = StubUpstream.answering("{}");
        service = RunningService.start(ServiceA.class, "SERVICE_B_URL=" + b.url(), "SERVICE_B_TIMEOUT=20s");
    }

    @AfterAll
    static void stop() {
        service.close();
        b.close();
    }

    @ParameterizedTest
    @CsvSource({"/route?p=Hello,Hello", "/route,Unknown", "/route?p=%C3%A9%20%22,é \\\""})
    void bothFieldsBearTheParameter(String path, String named) throws Exception {
        assertThat(service.get(path).body())
                .isEqualTo("{\"key_one\":\"(%s)Field 1\",\"key_two\":\"(%s)Field 2\"}".formatted(named, named));
    }

    @Test
    void theTimeIsPassedOnAsItCame() throws Exception {
        String time = "{\"key_time\":\"2024-07-07T02:44:59.984673361Z\"}";
        b.answer(200, "application/json", time);

        assertThat(service.get("/time").body()).isEqualTo(time);
    }

    @Test
    void aFailureBehindServiceBNamesTheServiceThatFailed() throws Exception {
        b.answer(504, "application/problem+json", "{\"status\":504,\"upstream\":\"service-c\"}");

        HttpResponse<String> answer = service.get("/time");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("\"upstream\":\"service-c\"");
    }

    @Test
    void aTimeWithoutItsMemberIs502() throws Exception {
        b.answer(200, "application/json", "{\"time\":1}");

        assertThat(service.get("/time").statusCode()).isEqualTo(502);
    }
}
