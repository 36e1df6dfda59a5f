// SPDX-License-Identifier: Apache-2.0
package io.highlands.acceptance;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import io.highlands.starter.testing.Eventually;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All three services as processes, with AOT caches that must fit: with AOTMode=on a JVM whose cache does not fit its
 * flags, class path or Java ends.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlatformTest {

    private static Task a;
    private static Task b;
    private static Task c;

    @BeforeAll
    static void start() throws Exception {
        String options = "-XX:MaxRAM=512m -XX:TieredStopAtLevel=1 -XX:AOTMode=on";
        String addressA = "127.0.0.1:" + Task.freePort();
        c = Task.start("service-c", Map.of("HIGHLANDS_JVM_OPTIONS", options, "HIGHLANDS_DRAIN", "3s"));
        b = Task.start("service-b", Map.of("HIGHLANDS_JVM_OPTIONS", options, "SERVICE_A_URL", "http://" + addressA,
                "SERVICE_C_URL", c.url(), "SERVICE_C_TIMEOUT", "3s"));
        a = Task.start("service-a",
                Map.of("HIGHLANDS_JVM_OPTIONS", options, "BIND_ADDRESS", addressA, "SERVICE_B_URL", b.url()));
        for (Task task : List.of(a, b, c)) {
            task.awaitHealthy();
        }
    }

    @AfterAll
    static void stop() {
        for (Task task : List.of(a, b, c)) {
            task.close();
        }
    }

    @Test
    @Order(1)
    void theAnswersOfAAndCComeJoinedFromB() throws Exception {
        assertThat(b.get("/?name=Hello").body()).matches(
                "\\{\"key_one\":\"\\(Hello\\)Field 1\",\"key_two\":\"\\(Hello\\)Field 2\",\"key_time\":\"[^\"]+Z\"}");
    }

    @Test
    @Order(2)
    void aRequestOverThreeServicesBearsOneIdInEveryLog() throws Exception {
        HttpResponse<String> answer = a.get("/time", "x-request-id", "over-all-three");

        assertThat(answer.body()).startsWith("{\"key_time\":");
        for (Task task : List.of(a, b, c)) {
            Eventually.await("the line of the request", () -> task.log().stream()
                    .anyMatch(line -> line.path("request_id").asString().equals("over-all-three")
                            && line.path("route").asString().equals("/time") && line.path("status").asInt() == 200));
        }
    }

    @Test
    @Order(3)
    void everyLineOfStandardOutputIsJsonWithAllThreeIdsAndStandardErrorIsSilent() throws Exception {
        for (Task task : List.of(a, b, c)) {
            assertThat(task.log()).isNotEmpty().allSatisfy(line -> {
                assertThat(line.propertyNames()).contains("time", "level", "message", "trace_id", "span_id",
                        "request_id");
                assertThat(line.get("env").asString()).isEqualTo("test");
            });
            assertThat(task.errors()).isEmpty();
        }
    }

    @Test
    @Order(4)
    void theHealthCommandSaysZero() throws Exception {
        assertThat(a.health()).isZero();
    }

    @Test
    @Order(5)
    void aFrozenCIsNamedByAEvenThoughBStandsBetween() throws Exception {
        c.signal("STOP");
        try {
            HttpResponse<String> answer = a.get("/time");

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).contains("\"upstream\":\"service-c\"");
            assertThat(c.health()).isNotZero();
        } finally {
            c.signal("CONT");
        }
    }

    @Test
    @Order(6)
    void onSigtermCDrainsThenEnds() throws Exception {
        long ended = System.nanoTime();

        c.signal("TERM");

        Eventually.await("health says 503", () -> c.get("/health").statusCode() == 503);
        assertThat(c.get("/time").statusCode()).isEqualTo(200);
        assertThat(c.awaitEnd()).isEqualTo(143);
        assertThat(System.nanoTime() - ended).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(2_900));
        assertThat(c.log()).noneMatch(line -> line.get("level").asString().equals("ERROR"));
    }
}
