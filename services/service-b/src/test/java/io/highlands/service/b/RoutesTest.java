// SPDX-License-Identifier: Apache-2.0
package io.highlands.service.b;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.highlands.starter.testing.RunningService;
import io.highlands.starter.testing.StubUpstream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The routes of service B over real HTTP.
 */
class RoutesTest {

    private static final String FIELDS = "{\"key_one\":\"(Hello)Field 1\",\"key_two\":\"(Hello)Field 2\"}";
    private static final String TIME = "{\"key_time\":\"2024-07-07T02:44:59.984673361Z\"}";
    private static final String JOINED = FIELDS.replace("}", ",") + TIME.substring(1);
    private static StubUpstream a;
    private static StubUpstream c;
    private static RunningService service;

    @BeforeAll
    static void start() throws IOException {
        a = StubUpstream.answering(FIELDS);
        c = StubUpstream.answering(TIME);
        service = RunningService.start(ServiceB.class, "SERVICE_A_URL=" + a.url(), "SERVICE_C_URL=" + c.url(),
                "SERVICE_A_TIMEOUT=5s",
                "SERVICE_C_TIMEOUT=30s");
    }

    @AfterAll
    static void stop() {
        service.close();
        a.close();
        c.close();
    }

    @BeforeEach
    void heal() {
        a.answer(200, "application/json", FIELDS);
        c.answer(200, "application/json", TIME);
    }

    @Test
    void theAnswersOfBothUpstreamsAreJoined() throws Exception {
        assertThat(service.get("/?name=Hello").body()).isEqualTo(JOINED);
    }

    @Test
    void bothUpstreamsAreCalledAtTheSameTime() throws Exception {
        CyclicBarrier meeting = new CyclicBarrier(2);
        a.handle(exchange -> {
            meet(meeting);
            StubUpstream.send(exchange, 200, "application/json", FIELDS);
        });
        c.handle(exchange -> {
            meet(meeting);
            StubUpstream.send(exchange, 200, "application/json", TIME);
        });

        assertThat(service.get("/?name=Hello").body()).isEqualTo(JOINED);
    }

    @Test
    void theNameReachesServiceAWhateverItHolds() throws Exception {
        a.handle(exchange -> StubUpstream.send(exchange, 200, "application/json",
                "{\"key_one\":\"%s\",\"key_two\":\"\"}".formatted(exchange.getRequestURI().getRawQuery())));

        assertThat(service.get("/?name=a%26p%3D%C3%A9%20%2B").body()).contains("\"p=a%26p%3D%C3%A9%20%2B\"");
        assertThat(service.get("/").body()).contains("\"p=Unknown\"");
    }

    @Test
    void theTimeIsServiceCsAlone() throws Exception {
        a.answer(500, "text/plain", "ill");

        assertThat(service.get("/time").body()).isEqualTo(TIME);
    }

    @Test
    void theFirstFailureIsTheAnswerWithoutWaitingForTheOther() throws Exception {
        a.answer(500, "text/plain", "ill");
        c.handle(exchange -> c.await());
        long asked = System.nanoTime();

        HttpResponse<String> answer = service.get("/?name=Hello");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("\"upstream\":\"service-a\"");
        assertThat(System.nanoTime() - asked).isLessThan(TimeUnit.SECONDS.toNanos(15));
    }

    @Test
    void anUpstreamThatHangsIs504NamingIt() throws Exception {
        a.handle(exchange -> a.await());

        HttpResponse<String> answer = service.get("/?name=Hello");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("\"upstream\":\"service-a\"");
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
