// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import java.io.IOException;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.highlands.starter.testing.CallerApplication;
import io.highlands.starter.testing.Eventually;
import io.highlands.starter.testing.RunningService;
import io.highlands.starter.testing.StubUpstream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When the circuit before an upstream opens, and when it does not.
 */
class CircuitBreakerTest {

    private static final int MINIMUM_CALLS = 10;
    private StubUpstream upstream;
    private StubUpstream held;
    private RunningService service;

    @BeforeEach
    void start() throws IOException {
        upstream = StubUpstream.answering("{\"value\":\"fine\"}");
        held = StubUpstream.answering("{}").hold("{\"value\":\"late\"}");
        service = RunningService.start(CallerApplication.class, "highlands.upstreams.service-x.url=" + upstream.url(),
                "highlands.upstreams.service-x.breaker.open-for=300ms",
                "highlands.upstreams.service-y.url=" + held.url());
    }

    @AfterEach
    void stop() {
        service.close();
        upstream.close();
        held.close();
    }

    @Test
    void opensAfterFailuresAnswers502WithoutACallAndClosesWhenTheUpstreamIsWell() throws Exception {
        upstream.answer(500, "text/plain", "ill");
        call("/x", MINIMUM_CALLS);
        int calls = upstream.requests().size();

        HttpResponse<String> open = service.get("/x");

        assertThat(open.statusCode()).isEqualTo(502);
        assertThat(open.body()).contains("its circuit is open", "\"upstream\":\"service-x\"");
        assertThat(upstream.requests()).hasSize(calls);
        upstream.answer(200, "application/json", "{\"value\":\"well\"}");
        Eventually.await("the circuit lets calls through", () -> service.get("/x").statusCode() == 200);
    }

    @Test
    void staysClosedWhenTheUpstreamNamesAServiceBehindIt() throws Exception {
        upstream.answer(504, "application/problem+json", "{\"upstream\":\"service-z\"}");

        call("/x", MINIMUM_CALLS + 1);

        assertThat(upstream.requests()).hasSize(MINIMUM_CALLS + 1);
    }

    @Test
    void staysClosedWhenTheUpstreamShedsLoad() throws Exception {
        upstream.answer(429, "text/plain", "busy");

        call("/x", MINIMUM_CALLS + 1);

        assertThat(upstream.requests()).hasSize(MINIMUM_CALLS + 1);
    }

    @Test
    void callsThatWereCancelledDoNotCount() throws Exception {
        upstream.answer(429, "text/plain", "busy");
        call("/both", MINIMUM_CALLS + 1);
        Eventually.await("every cancelled call has ended", () -> held.requests().size() >= 1);
        held.answer(200, "application/json", "{\"value\":\"y\"}");
        upstream.answer(200, "application/json", "{\"value\":\"x\"}");

        assertThat(service.get("/both").statusCode()).isEqualTo(200);
    }

    private void call(String path, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            service.get(path);
        }
    }
}
