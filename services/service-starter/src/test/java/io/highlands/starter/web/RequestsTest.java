// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.web;

import java.io.IOException;
import java.net.http.HttpResponse;

import com.sun.net.httpserver.Headers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.starter.testing.CallerApplication;
import io.highlands.starter.testing.RunningService;
import io.highlands.starter.testing.StubUpstream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is taken from a request, what is turned away and what is passed on.
 */
class RequestsTest {

    private static StubUpstream upstream;
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        upstream = StubUpstream.answering("{\"value\":\"fine\"}");
        service = RunningService.start(CallerApplication.class, "highlands.upstreams.service-x.url=" + upstream.url(),
                "highlands.upstreams.service-y.url=" + upstream.url());
    }

    @AfterAll
    static void stop() {
        upstream.close();
        service.close();
    }

    @BeforeEach
    void forget() {
        upstream.requests().clear();
    }

    @Test
    void theRequestIdOfTheMeshIsAnsweredAndPassedOnOverConcurrentCalls() throws Exception {
        HttpResponse<String> answer = service.get("/both", "x-request-id", "mesh-1");

        assertThat(answer.headers().firstValue("x-request-id")).contains("mesh-1");
        assertThat(answer.body()).contains("\"x\":\"finemesh-1\"", "\"requestId\":\"mesh-1\"");
        assertThat(upstream.requests()).hasSize(2)
                .allSatisfy(headers -> assertThat(headers.getFirst("x-request-id")).isEqualTo("mesh-1"));
    }

    @Test
    void aRequestWithoutAnIdIsGivenOne() throws Exception {
        HttpResponse<String> answer = service.get("/x");

        String id = answer.headers().firstValue("x-request-id").orElseThrow();
        assertThat(id).matches("[0-9a-f-]{36}");
        assertThat(upstream.requests().getFirst().getFirst("x-request-id")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "<script>", "\"quoted\"",
            "x2345678901234567890123456789012345678901234567890123456789012345"})
    void anIdThatIsNotWellFormedIsReplaced(String id) throws Exception {
        assertThat(service.get("/x", "x-request-id", id).headers().firstValue("x-request-id").orElseThrow())
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void nothingButTheAllowedHeadersIsPassedOn() throws Exception {
        service.get("/x", "x-request-id", "r", "authorization", "secret", "cookie", "secret", "baggage", "cost=high",
                "x-datadog-sampling-priority", "2", "tracestate", "dd=s:2", "x-forwarded-for", "203.0.113.1");

        Headers passed = upstream.requests().getFirst();
        assertThat(passed.keySet()).isSubsetOf("X-request-id", "Host", "User-agent", "Accept", "Connection",
                "Content-length", "Accept-encoding");
    }

    @Test
    void upstreamsAreAskedInPlainHttp11() throws Exception {
        service.get("/x");

        assertThat(upstream.requests().getFirst()).doesNotContainKeys("Upgrade", "Http2-settings");
    }

    @Test
    void traceHeadersFromOutsideAreDropped() throws Exception {
        assertThat(service.get("/headers", "x-amzn-trace-id", "Root=1-0-0", "traceparent", "00-1-1-01", "tracestate",
                "dd=s:2", "baggage", "a=b", "x-datadog-sampling-priority", "2", "X-B3-Sampled", "1", "kept", "yes")
                .body().toLowerCase()).contains("\"kept\":\"yes\"").doesNotContain("traceparent", "tracestate",
                        "baggage", "x-datadog", "x-b3");
    }

    @Test
    void traceHeadersFromTheMeshAreKept() throws Exception {
        assertThat(service.get("/headers", "traceparent", "00-1-1-01").body())
                .contains("\"traceparent\":\"00-1-1-01\"");
    }

    @Test
    void aValueOf256CharactersIsTaken() throws Exception {
        assertThat(service.get("/echo?p=" + "%C3%A9".repeat(256)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%0Ab", "%7F", "%C2%85", "%1B[31m"})
    void aControlCharacterIs400(String value) throws Exception {
        assertProblem(service.get("/echo?p=" + value.replace("[", "%5B")), 400);
    }

    @Test
    void aValueOver256CharactersIs400() throws Exception {
        HttpResponse<String> answer = service.get("/echo?p=" + "x".repeat(257));

        assertProblem(answer, 400);
        assertThat(answer.body()).contains("parameter p is longer than 256 characters");
    }

    @Test
    void valuesThatAreTooLongTogetherAre400() throws Exception {
        assertProblem(service.get("/echo?p=" + "x".repeat(200) + "&p=" + "x".repeat(200)), 400);
    }

    @Test
    void brokenPercentEncodingIs400() throws Exception {
        // A URI cannot hold it, so it goes over a plain socket.
        assertThat(RawHttp.get(service.url(), "/echo?p=%zz")).startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"status\":400").doesNotContain("Exception", "Tomcat");
    }

    @Test
    void anUnknownPathIs404() throws Exception {
        assertProblem(service.get("/no/such/path"), 404);
    }

    @Test
    void aPathThatTomcatTurnsAwayIsAProblemToo() throws Exception {
        assertThat(RawHttp.get(service.url(), "/a%2Fb")).startsWith("HTTP/1.1 400").contains("application/problem+json",
                "{\"title\":\"Bad Request\",\"status\":400}");
    }

    @Test
    void aWrongMethodIs405WithWhatIsAllowed() throws Exception {
        HttpResponse<String> answer = service.send("DELETE", "/x");

        assertProblem(answer, 405);
        assertThat(answer.headers().firstValue("allow").orElseThrow()).contains("GET");
    }

    @Test
    void anUnexpectedFailureIs500WithoutItsDetail() throws Exception {
        HttpResponse<String> answer = service.get("/broken");

        assertProblem(answer, 500);
        assertThat(answer.body()).doesNotContain("secret", "Exception");
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status, "\"request_id\":\"");
    }
}
