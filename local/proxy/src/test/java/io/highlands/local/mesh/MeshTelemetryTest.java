// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.Headers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.forward.RawClient;
import io.highlands.local.forward.Summary;
import io.highlands.local.forward.TestApp;
import io.highlands.local.forward.Until;
import io.highlands.local.mesh.MeshKit.Host;

import static org.assertj.core.api.Assertions.assertThat;

class MeshTelemetryTest {

    @Test
    void theServiceSeesWhatTheProxyAdds() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, ""));

            kit.send(HttpRequest.newBuilder(kit.uri("/")).header("X-Envoy-Max-Retries", "9"));

            Headers seen = host.app().requests().getFirst();
            assertThat(seen.getFirst("x-request-id"))
                    .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            assertThat(seen.getFirst("x-forwarded-proto")).isEqualTo("http");
            assertThat(seen.getFirst("x-envoy-expected-rq-timeout-ms")).isEqualTo("15000");
            assertThat(seen.getFirst("x-envoy-max-retries")).isNull();
        }
    }

    @Test
    void aRequestIdIsKeptWithinTheMesh() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, ""));

            kit.send(HttpRequest.newBuilder(kit.uri("/")).header("x-request-id", "my-request"));

            assertThat(host.app().requests().getFirst().getFirst("x-request-id")).isEqualTo("my-request");
        }
    }

    @Test
    void aRequestIdFromOutsideIsReplaced() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, ""));

            try (RawClient balancer = new RawClient("127.77.0.1", host.task().ingressAddress(), 3000)) {
                balancer.send("GET / HTTP/1.1\r\nHost: a\r\nx-request-id: forged\r\n\r\n").head();
            }

            assertThat(host.app().requests().getFirst().getFirst("x-request-id")).isNotEqualTo("forged").hasSize(36);
        }
    }

    @Test
    void theClientSeesHowLongTheServiceTookAndNothingOfItWhenAProxyAnswered() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            assertThat(kit.get().headers().firstValue("x-envoy-upstream-service-time")).isEmpty();

            kit.host(TestApp.answer(200, ""));

            HttpResponse<String> answer = kit.get();
            assertThat(answer.headers().firstValue("x-envoy-upstream-service-time").orElseThrow()).matches("[0-9]+");
            assertThat(answer.headers().firstValue("server")).contains("envoy");
        }
    }

    @Test
    void aLineOfTheAccessLogHasTheKeysOfAwsAndNoMore() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(exchange -> TestApp.send(exchange, 201, "made"));
            kit.egress(AccessLog.json(out, false));

            kit.send(HttpRequest.newBuilder(kit.uri("/route?p=secret")).header("User-Agent", "test \"\u00e9\"")
                    .header("x-request-id", "r-1").POST(BodyPublishers.ofString("hello")));

            JsonNode line = onlyLine(out);
            assertThat(line.propertyNames()).containsExactly("start_time", "method", "path", "protocol",
                    "response_code", "bytes_received", "bytes_sent", "duration_ms", "upstream_service_time",
                    "forwarded_for", "user_agent", "request_id", "authority", "upstream_host");
            assertThat(line.get("start_time").asString())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            assertThat(line.get("method").asString()).isEqualTo("POST");
            assertThat(line.get("path").asString()).isEqualTo("/route");
            assertThat(line.get("response_code").asInt()).isEqualTo(201);
            assertThat(line.get("bytes_received").asInt()).isEqualTo(5);
            assertThat(line.get("bytes_sent").asInt()).isEqualTo(4);
            assertThat(line.get("forwarded_for").isNull()).isTrue();
            assertThat(line.get("request_id").asString()).isEqualTo("r-1");
            assertThat(line.get("upstream_host").asString()).isEqualTo(host.task().ingressAddress() + ":3000");
        }
    }

    @Test
    void aLogThatWantsQueriesHasThem() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MeshKit kit = new MeshKit()) {
            kit.egress(AccessLog.json(out, true));

            kit.get();

            JsonNode line = onlyLine(out);
            assertThat(line.get("path").asString()).isEqualTo("/route?p=x");
            assertThat(line.get("upstream_host").isNull()).isTrue();
            assertThat(line.get("upstream_service_time").isNull()).isTrue();
        }
    }

    @Test
    void aLogThatCannotBeWrittenHoldsNobodyUp() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        OutputStream stuck = new OutputStream() {

            @Override
            public void write(int letter) throws IOException {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };
        try (MeshKit kit = new MeshKit()) {
            kit.host(TestApp.answer(200, "fine"));
            kit.egress(AccessLog.json(stuck, false));

            for (int i = 0; i < 50; i++) {
                assertThat(kit.get().statusCode()).isEqualTo(200);
            }
            never.countDown();
        }
    }

    @Test
    void whatTheWriterCannotKeepUpWithIsDroppedAndCounted() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        try (AccessLogWriter writer = new AccessLogWriter()) {
            AccessLog log = AccessLog.json(new OutputStream() {

                @Override
                public void write(int letter) throws IOException {
                    try {
                        writing.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
            }, false);
            AccessEntry entry = new AccessEntry(log,
                    new Summary(0, 0, 200, false, 0, 0, -1, null, 1), "GET", "/",
                    "HTTP/1.1", null, null, null, null);

            int logged = 40_000;
            for (int i = 0; i < logged; i++) {
                writer.log(entry);
            }

            assertThat(writer.dropped()).isPositive();
            writing.countDown();
            assertThat(Until.is(() -> writer.written() + writer.dropped() == logged)).isTrue();
        }
    }

    @Test
    void bothSidesOfAnEdgeCountTheSame() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            kit.host(exchange -> TestApp.send(exchange, exchange.getRequestURI().getPath().equals("/no") ? 404 : 200,
                    "four"));
            for (String path : List.of("/", "/", "/no")) {
                kit.send(HttpRequest.newBuilder(kit.uri(path)).POST(BodyPublishers.ofString("hello")));
            }

            assertThat(Until.is(() -> server(kit).requests() == 3 && kit.edge().bytesFromTarget() == 12)).isTrue();
            EdgeCounters edge = kit.edge();
            assertThat(edge.client()).isEqualTo("service-b");
            assertThat(edge.discoveryName()).isEqualTo("service-a");
            assertThat(edge.requests()).isEqualTo(3);
            assertThat(edge.attempts()).isEqualTo(3);
            assertThat(edge.target().success()).isEqualTo(2);
            assertThat(edge.target().clientError()).isEqualTo(1);
            assertThat(edge.bytesToTarget()).isEqualTo(15);
            assertThat(edge.bytesFromTarget()).isEqualTo(12);
            assertThat(edge.responseTime().count()).isEqualTo(3);
            assertThat(edge.newConnections()).isPositive();
            ServerCounters server = server(kit);
            assertThat(server.service()).isEqualTo("service-a");
            assertThat(server.app()).isEqualTo(edge.target());
            assertThat(server.bytesReceived()).isEqualTo(15);
            assertThat(server.bytesSent()).isEqualTo(12);
            assertThat(server.hosts()).isEqualTo(1);
            assertThat(server.newConnections()).isEqualTo(edge.newConnections());
        }
    }

    private static ServerCounters server(MeshKit kit) {
        return kit.mesh.counters().servers().getFirst();
    }

    private static JsonNode onlyLine(ByteArrayOutputStream out) {
        assertThat(Until.is(() -> out.size() > 0)).isTrue();
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines).hasSize(1);
        return JsonMapper.shared().readTree(lines[0]);
    }
}
