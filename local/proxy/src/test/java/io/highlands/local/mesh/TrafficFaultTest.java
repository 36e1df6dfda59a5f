// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.forward.RawClient;
import io.highlands.local.forward.TestApp;
import io.highlands.local.forward.Until;
import io.highlands.local.mesh.MeshKit.Host;

import static org.assertj.core.api.Assertions.assertThat;

class TrafficFaultTest {

    private static final Duration NO_LATER = Duration.ZERO;
    private static final Duration LATER = Duration.ofMillis(300);

    @Test
    void aDelayCountsIntoTheTimesOfTheEdgeAndNotIntoTheTasksOwn() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, ""));
            kit.egress(AccessLog.json(out, false));
            kit.mesh.injectTraffic(of("service-b", host, "", 100, LATER, 0));

            HttpResponse<String> answer = kit.get();

            assertThat(Integer.parseInt(answer.headers().firstValue("x-envoy-upstream-service-time").orElseThrow()))
                    .isGreaterThanOrEqualTo(300);
            assertThat(Until.value(() -> kit.edge().responseTime().count(), 1)).isEqualTo(1);
            // Both are cut to whole microseconds
            assertThat(kit.edge().responseTime().meanMicros()
                    - kit.mesh.counters().servers().getFirst().responseTime().meanMicros())
                    .isGreaterThanOrEqualTo(300_000 - 1);
        }
        JsonNode line = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(Integer.parseInt(line.path("upstream_service_time").asString())).isGreaterThanOrEqualTo(300);
    }

    @Test
    void aDelayBeyondTheTimeoutIsTheProxysOwn504() throws Exception {
        Timeouts timeouts = new Timeouts(Duration.ofMinutes(5), Duration.ofMillis(200));
        try (MeshKit kit = new MeshKit(timeouts, MeshKit.options())) {
            Host host = kit.host(TestApp.answer(200, ""));
            kit.mesh.injectTraffic(of("service-b", host, "", 100, Duration.ofMillis(600), 0));

            assertThat(kit.get().statusCode()).isEqualTo(504);
            assertThat(Until.value(() -> kit.edge().proxy504(), 1)).isEqualTo(1);
            assertThat(kit.edge().target().total()).isZero();
        }
    }

    @Test
    void anAbortCountsAsAnAnswerOfTheTargetWhichTheProcessDoesNotSee() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, ""));
            kit.egress(AccessLog.json(out, false));
            kit.mesh.injectTraffic(of("service-b", host, "", 100, NO_LATER, 500));

            assertThat(kit.get().statusCode()).isEqualTo(500);
            assertThat(Until.value(() -> kit.edge().target().serverError(), 1)).isEqualTo(1);
            assertThat(Until.value(() -> kit.mesh.counters().servers().getFirst().app().serverError(), 1)).isEqualTo(1);
            assertThat(host.requests()).isZero();
        }
        JsonNode line = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(line.path("response_code").asInt()).isEqualTo(500);
        assertThat(line.path("upstream_service_time").asString()).matches("\\d+");
    }

    @Test
    void anAbortAnswersARequestWithABodyToo() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, ""));
            kit.mesh.injectTraffic(of("service-b", host, "", 100, NO_LATER, 500));

            HttpRequest.Builder request = HttpRequest.newBuilder(kit.uri("/"))
                    .POST(HttpRequest.BodyPublishers.ofString("x".repeat(100_000)));

            assertThat(kit.send(request).statusCode()).isEqualTo(500);
        }
    }

    @Test
    void aShareOfTheRequestsIsDisturbedAndTheOthersAreNot() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, ""));
            kit.mesh.injectTraffic(of("service-b", host, "", 50, NO_LATER, 500));

            for (int i = 0; i < 200; i++) {
                kit.get();
            }

            assertThat(Until.value(() -> kit.edge().target().serverError(), 100)).isEqualTo(100);
        }
    }

    /** The mesh tries a 503 again, three attempts at most: of half the attempts an eighth of the requests is left. */
    @Test
    void aShareOfAStatusThatIsTriedAgainIsOfTheAttempts() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, ""));
            kit.mesh.injectTraffic(of("service-b", host, "", 50, NO_LATER, 503));

            int failed = 0;
            for (int i = 0; i < 400; i++) {
                failed += kit.get().statusCode() == 503 ? 1 : 0;
            }

            // Less likely than once in a million runs.
            assertThat(failed).isBetween(18, 90);
        }
    }

    @Test
    void onlyTheRouteTheCallerAndTheTasksThatItNamesAreDisturbed() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, ""));
            kit.mesh.injectTraffic(of("service-b", host, "/time", 100, NO_LATER, 500));
            kit.mesh.injectTraffic(of("service-c", host, "", 100, NO_LATER, 501));
            kit.mesh.injectTraffic(new TrafficFault("service-b", Set.of("another"), "", 100, NO_LATER, 502));

            assertThat(kit.send(HttpRequest.newBuilder(kit.uri("/time?q=1"))).statusCode()).isEqualTo(500);
            assertThat(kit.send(HttpRequest.newBuilder(kit.uri("/times"))).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theLoadBalancerIsACallerToo() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, ""));
            kit.mesh.injectTraffic(of("load-balancer", host, "", 100, NO_LATER, 500));

            try (RawClient balancer = new RawClient("127.77.0.1", host.task().ingressAddress(), 3000)) {
                assertThat(balancer.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").head()).startsWith("HTTP/1.1 500");
            }
            assertThat(kit.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatWasEndedDisturbsNothing() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, ""));
            Runnable end = kit.mesh.injectTraffic(of("service-b", host, "", 100, NO_LATER, 500));

            end.run();

            assertThat(kit.get().statusCode()).isEqualTo(200);
        }
    }

    private static TrafficFault of(String caller, Host host, String route, int percent, Duration delay, int status) {
        return new TrafficFault(caller, Set.of(host.task().taskId()), route, percent, delay, status);
    }
}
