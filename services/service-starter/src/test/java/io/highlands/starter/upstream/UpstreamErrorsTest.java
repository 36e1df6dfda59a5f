// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.upstream;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;

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
 * What a caller is told when an upstream fails, each way over real HTTP.
 */
class UpstreamErrorsTest {

    private static final String PROBLEM = "application/problem+json";
    private static StubUpstream upstream;
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        upstream = StubUpstream.answering("{\"value\":\"fine\"}");
        service = RunningService.start(CallerApplication.class, "highlands.upstreams.service-x.url=" + upstream.url(),
                "highlands.upstreams.service-x.timeout=2s",
                "highlands.upstreams.service-x.breaker.window=1000",
                "highlands.upstreams.service-x.breaker.minimum-calls=1000",
                "highlands.upstreams.service-y.url=http://127.0.0.1:1");
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
    void aGoodAnswerIsPassedOn() throws Exception {
        upstream.answer(200, "application/json", "{\"value\":\"fine\",\"more\":1}");

        assertThat(service.get("/x").body()).isEqualTo("{\"value\":\"fine\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 500, 502, 503})
    void anAnswerThatIsNot2xxIs502NamingTheUpstream(int status) throws Exception {
        upstream.answer(status, "text/plain", "upstream connect error", "Location", "/elsewhere");

        HttpResponse<String> answer = service.get("/x");

        assertProblem(answer, 502, "service-x");
        assertThat(answer.body()).contains("service-x answered " + status).doesNotContain("connect error");
        assertThat(upstream.requests()).hasSize(1);
    }

    @Test
    void thePlain504OfAProxyIs504() throws Exception {
        upstream.answer(504, "text/plain", "upstream request timeout");

        assertProblem(service.get("/x"), 504, "service-x");
    }

    @Test
    void a504ThatNamesADeeperServiceKeepsItsName() throws Exception {
        upstream.answer(504, PROBLEM, "{\"status\":504,\"upstream\":\"service-z\"}");

        assertProblem(service.get("/x"), 504, "service-z");
    }

    @Test
    void a502ThatNamesADeeperServiceKeepsItsName() throws Exception {
        upstream.answer(502, PROBLEM, "{\"status\":502,\"upstream\":\"service-z\"}");

        assertProblem(service.get("/x"), 502, "service-z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"upstream\":\"<b>bold</b>\"}", "{\"upstream\":7}", "{", "", "[]"})
    void aProblemWithoutAUsableNameNamesTheUpstreamItself(String body) throws Exception {
        upstream.answer(500, PROBLEM, body);

        assertProblem(service.get("/x"), 502, "service-x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>no</html>", "{\"value\":", "{}", "", "null", "[1]"})
    void aBodyThatCannotBeReadIs502(String body) throws Exception {
        upstream.answer(200, "application/json", body);

        assertProblem(service.get("/x"), 502, "service-x");
    }

    @Test
    void aBodyOfAnotherTypeIs502() throws Exception {
        upstream.answer(200, "text/html", "<html></html>");

        assertProblem(service.get("/x"), 502, "service-x");
    }

    @Test
    void anUpstreamThatDoesNotAnswerInTimeIs504() throws Exception {
        upstream.hold("{\"value\":\"late\"}");

        assertProblem(service.get("/x"), 504, "service-x");
    }

    @Test
    void aBodyThatDoesNotEndInTimeIs504() throws Exception {
        upstream.handle(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            upstream.await();
        });

        assertProblem(service.get("/x"), 504, "service-x");
    }

    @Test
    void aConnectionThatBreaksIs502AndIsNotTriedAgain() throws Exception {
        upstream.handle(exchange -> {
            throw new IOException("broken on purpose");
        });

        assertProblem(service.get("/x"), 502, "service-x");
        assertThat(upstream.requests()).hasSize(1);
    }

    @Test
    void anUpstreamThatShedsLoadIs429WithItsRetryAfter() throws Exception {
        upstream.answer(429, PROBLEM, "{}", "Retry-After", "7");

        HttpResponse<String> answer = service.get("/x");

        assertProblem(answer, 429, "service-x");
        assertThat(answer.headers().firstValue("retry-after")).contains("7");
    }

    @Test
    void aRefusedConnectionIs502() throws Exception {
        assertUnreachable("http://127.0.0.1:1", "service-x refused the connection");
    }

    @Test
    void aNameWithoutAnAddressIs502() throws Exception {
        assertUnreachable("http://service-x.invalid:8080", "service-x has no address");
    }

    private static void assertUnreachable(String url, String detail) throws Exception {
        try (RunningService lost = RunningService.start(CallerApplication.class,
                "highlands.upstreams.service-x.url=" + url, "highlands.upstreams.service-y.url=" + url)) {
            HttpResponse<String> answer = lost.get("/x");

            assertProblem(answer, 502, "service-x");
            assertThat(answer.body()).contains(detail);
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String upstream) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().map()).containsEntry("content-type", java.util.List.of(PROBLEM));
        assertThat(answer.body()).contains("\"status\":" + status, "\"upstream\":\"" + upstream + "\"",
                "\"request_id\":\"", "\"instance\":\"/x\"");
        assertThat(Map.of("stack", answer.body())).allSatisfy((k, v) -> assertThat(v).doesNotContain("Exception"));
    }
}
