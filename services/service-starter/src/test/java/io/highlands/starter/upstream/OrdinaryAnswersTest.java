// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import java.io.IOException;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.service.registry.ImportHttpServices;

import io.highlands.starter.testing.CallerApplication;
import io.highlands.starter.testing.Eventually;
import io.highlands.starter.testing.RunningService;
import io.highlands.starter.testing.StubUpstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Responses of an upstream that say something of the request, over real HTTP. What the caller's code gets is Spring's: Spring
 * Framework reference, "HTTP Service Clients", error handling: {@code RestClient} raises a {@code RestClientException} for
 * 4xx and 5xx; which class: {@code HttpClientErrorException.create}.
 */
class OrdinaryAnswersTest {

    private static final int MINIMUM_CALLS = 10;
    private static final String BODY = "{\"reason\":\"no pet 7\"}";
    private StubUpstream upstream;
    private RunningService service;

    @BeforeEach
    void start() throws IOException {
        upstream = StubUpstream.answering("{\"value\":\"fine\"}");
        service = start(Handling.class);
    }

    @AfterEach
    void stop() {
        service.close();
        upstream.close();
    }

    private RunningService start(Class<?> application, String... settings) {
        String[] all = new String[settings.length + 3];
        all[0] = "highlands.upstreams.service-x.url=" + upstream.url();
        all[1] = "highlands.upstreams.service-x.breaker.open-for=300ms";
        all[2] = "highlands.upstreams.service-y.url=http://127.0.0.1:1";
        System.arraycopy(settings, 0, all, 3, settings.length);
        return RunningService.start(application, all);
    }

    @ParameterizedTest
    @CsvSource({"404, NotFound", "409, Conflict", "410, Gone", "422, UnprocessableContent"})
    void callersCodeGetsSpringsExceptionWithTheBody(int status, String exception) throws Exception {
        upstream.answer(status, "application/json", BODY);

        HttpResponse<String> answer = service.get("/handled");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(exception + " " + BODY);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 409, 410, 422})
    void whatNoControllerHandlesIs500OfThisServiceAndBlamesNoUpstream(int status) throws Exception {
        upstream.answer(status, "application/json", BODY);

        HttpResponse<String> answer = service.get("/x");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).contains("service-x answered " + status + ", which this service does not handle",
                "\"request_id\":\"").doesNotContain("\"upstream\"", "no pet 7", "Exception");
        assertThat(upstream.requests()).as("not tried again").hasSize(1);
    }

    @Test
    void declaredStatusStaysWhatItIs() throws Exception {
        try (RunningService passing = start(CallerApplication.class, "highlands.upstreams.service-x.pass-on=404,410")) {
            upstream.answer(404, "application/json", BODY);
            HttpResponse<String> answer = passing.get("/x");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("\"status\":404", "service-x answered 404",
                    "\"upstream\":\"service-x\"");

            upstream.answer(409, "application/json", BODY);
            assertThat(passing.get("/x").statusCode()).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 409, 410, 422})
    void noCircuitOpens(int status) throws Exception {
        upstream.answer(status, "text/plain", "no");

        call("/x", 3 * MINIMUM_CALLS);

        assertThat(upstream.requests()).hasSize(3 * MINIMUM_CALLS);
    }

    /** An upstream that finds nothing responds, so it is healthy again: resilience4j, "CircuitBreaker", HALF_OPEN. */
    @Test
    void theyCloseACircuitThatTriesAgain() throws Exception {
        upstream.answer(500, "text/plain", "ill");
        call("/x", MINIMUM_CALLS + 1);
        assertThat(upstream.requests()).hasSize(MINIMUM_CALLS);

        upstream.answer(404, "text/plain", "no");
        Eventually.await("the circuit tries again", () -> service.get("/handled").body().startsWith("NotFound"));
        call("/x", 3);
        upstream.answer(500, "text/plain", "ill");
        int calls = upstream.requests().size();
        call("/x", MINIMUM_CALLS - 3);

        assertThat(upstream.requests()).as("closed, so that failures are counted anew")
                .hasSize(calls + MINIMUM_CALLS - 3);
    }

    @Test
    void anotherStatusCannotBePassedOn() {
        assertThat(catchThrowable(
                () -> start(CallerApplication.class, "highlands.upstreams.service-x.pass-on=404,500").close()))
                .rootCause().hasMessageContaining("500").hasMessageContaining("404, 409, 410, 422");
    }

    private void call(String path, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            service.get(path);
        }
    }

    /** A caller that handles what its upstream responds, on one of its two routes. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ImportHttpServices(group = "service-x", types = CallerApplication.ServiceX.class)
    static class Handling {

        @RestController
        static final class Routes {

            private final CallerApplication.ServiceX x;

            Routes(CallerApplication.ServiceX x) {
                this.x = x;
            }

            @GetMapping("/x")
            CallerApplication.Answer x() {
                return x.x();
            }

            @GetMapping("/handled")
            String handled() {
                try {
                    return x.x().value();
                } catch (HttpClientErrorException e) {
                    return e.getClass().getSimpleName() + " " + e.getResponseBodyAsString();
                }
            }
        }
    }
}
