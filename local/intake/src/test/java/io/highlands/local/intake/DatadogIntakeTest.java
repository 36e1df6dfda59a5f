// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.intake.batch.Limits;
import io.highlands.local.intake.wire.JsonToMsgpack;
import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** What tracers ask of Datadog's agent, and what they are answered. */
class DatadogIntakeTest {

    private static final String MSGPACK = "application/msgpack";

    private final IntakeKit kit = new IntakeKit(Clock.systemUTC());

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void whatInfoListsIsServed() {
        HttpResponse<byte[]> response = kit.get(kit.intake.datadogPort(), "/info");
        JsonNode info = JsonMapper.shared().readTree(response.body());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(info.get("config").get("statsd_port").asInt()).isEqualTo(kit.intake.statsdPort());
        assertThat(info.get("endpoints")).hasSizeGreaterThan(5).allSatisfy(endpoint -> {
            String path = endpoint.asString() + (endpoint.asString().endsWith("/") ? "api" : "");
            assertThat(kit.datadog(path, MSGPACK, msgpack(path.startsWith("/v0.5") ? "[[],[]]" : "[]")).statusCode())
                    .as(path).isBetween(200, 202);
        });
    }

    @ParameterizedTest
    @CsvSource({"/telemetry/proxy/api/v2/apmtelemetry, 202", "/v0.7/config, 200", "/v0.6/stats, 200",
            "/debugger/v1/diagnostics?ddtags=, 200", "/evp_proxy/v2/api/v2/citestcycle, 202", "/v0.7/traces, 404",
            "/v1.0/traces, 404", "/, 404"})
    void theRestIsAnsweredWithoutHarm(String path, int status) {
        assertThat(kit.datadog(path, "application/json", new byte[100_000]).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v0.4/traces", "/v0.5/traces"})
    void answersTellTheSampleRate(String path) {
        kit.sampleRate = 0.25;
        byte[] body = msgpack(path.startsWith("/v0.5") ? "[[],[]]" : "[]");
        assertThat(IntakeKit.text(kit.datadog(path, MSGPACK, body)))
                .isEqualTo("{\"rate_by_service\":{\"service:,env:\":0.25}}");
    }

    @Test
    void theOldestVersionIsAnsweredAsItAlwaysWas() {
        assertThat(IntakeKit.text(kit.datadog("/v0.3/traces", MSGPACK, msgpack(chunk("1", "")))))
                .isEqualTo("OK\n");
        assertThat(kit.spans).hasSize(1);
    }

    @Test
    void spansMayComeAsJson() {
        byte[] body = chunk("18446744073709551615", "").getBytes(StandardCharsets.UTF_8);
        assertThat(kit.datadog("/v0.4/traces", "application/json", body).statusCode()).isEqualTo(200);
        assertThat(kit.spans).singleElement().satisfies(span -> assertThat(span.id()).isEqualTo(-1));
    }

    @Test
    void theWholeChunkHasTheIdThatStandsAtOneSpan() {
        send("[[" + span(1, 0, "\"_dd.p.tid\":\"6b04251500000000\"", "") + "," + span(2, 1, "", "") + "]]");
        assertThat(kit.spans).extracting(span -> span.trace().toString()).hasSize(2)
                .containsOnly("6b042515000000000000000000000007");
    }

    /** As tracers flush long traces in part: DataDog/dd-trace-js#6843. */
    @Test
    void aLaterChunkWithoutTheIdBelongsToTheSameTrace() {
        send("[[" + span(1, 0, "\"_dd.p.tid\":\"6b04251500000000\"", "") + "]]");
        send("[[" + span(2, 1, "", "") + "]]");
        assertThat(kit.spans).extracting(span -> span.trace().toString()).hasSize(2)
                .containsOnly("6b042515000000000000000000000007");
    }

    @Test
    void aChunkThatItsTracerSampledAwayIsCountedAndNotKept() {
        send("[[" + span(1, 0, "", "\"_sampling_priority_v1\":0") + "," + span(2, 1, "", "") + "],["
                + span(3, 0, "", "\"_sampling_priority_v1\":-1") + "],["
                + span(4, 0, "", "\"_sampling_priority_v1\":2") + "]]");
        assertThat(kit.spans).extracting(Span::id).containsExactly(4L);
        assertThat(kit.intake.counts().datadog()).satisfies(counts -> {
            assertThat(counts.received()).isEqualTo(4);
            assertThat(counts.sampledAway()).isEqualTo(3);
            assertThat(counts.requests()).isEqualTo(3);
            assertThat(counts.dropped()).isZero();
        });
    }

    @Test
    void noPriorityLetsMoreThroughThanTheSampleRate() {
        kit.sampleRate = 0;
        send("[[" + span(1, 0, "", "\"_sampling_priority_v1\":2").replace("\"error\":0", "\"error\":1") + "]]");
        assertThat(kit.spans).isEmpty();
        assertThat(kit.intake.counts().datadog().requests()).isOne();
        assertThat(kit.intake.counts().datadog().sampledAway()).isOne();
    }

    @Test
    void aChunkIsHandedOnInOnePiece() {
        String chunk = "[" + span(1, 0, "", "") + "," + span(2, 1, "", "") + "," + span(3, 1, "", "") + "]";
        send("[" + String.join(",", Collections.nCopies(Limits.BATCH / 2, chunk)) + "]");
        assertThat(kit.spans).hasSize(Limits.BATCH / 2 * 3);
        assertThat(kit.batches).hasSize(2).allMatch(size -> size % 3 == 0 && size <= Limits.BATCH);
    }

    @Test
    void theRestOfALongTraceHasNoLocalRoot() {
        send("[[" + span(5, 99, "", "") + "],[" + span(6, 98, "", "\"_dd.top_level\":1") + "]]");
        assertThat(kit.spans).extracting(Span::localRoot).containsExactly(false, true);
    }

    @Test
    void whatATracerCallsAServiceThatItCallsIsStillItsOwnSpan() {
        send("[[" + span(1, 0, "\"_dd.base_service\":\"service-b\",\"span.kind\":\"client\",\"peer.hostname\":\"db\"",
                "") + "]]");
        assertThat(kit.spans).singleElement().satisfies(span -> {
            assertThat(span.service()).isEqualTo("service-b");
            assertThat(span.kind()).isEqualTo(SpanKind.CLIENT);
            assertThat(span.peer()).isEqualTo("db");
            assertThat(span.attributes()).containsEntry("operation.name", "web.request");
        });
    }

    @Test
    void anErrorKeepsItsMessageTypeAndTrace() {
        send("[[" + span(1, 0, "\"error.message\":\"refused\",\"error.type\":\"java.net.ConnectException\","
                + "\"error.stack\":\"at X\"", "").replace("\"error\":0", "\"error\":1") + "]]");
        assertThat(kit.spans).singleElement().satisfies(span -> {
            assertThat(span.status()).isEqualTo(SpanStatus.ERROR);
            assertThat(span.error()).isEqualTo("refused");
            assertThat(span.attributes()).containsEntry("error.type", "java.net.ConnectException")
                    .containsEntry("exception.stacktrace", "at X");
        });
    }

    @Test
    void aMetricOfASpanIsWrittenWithoutAnExponent() {
        send("[[" + span(1, 0, "", "\"ratio\":5.0E-4,\"rows\":12345678.0") + "]]");
        assertThat(kit.spans).singleElement().satisfies(span -> assertThat(span.attributes())
                .containsEntry("ratio", "0.0005").containsEntry("rows", "12345678"));
    }

    @Test
    void aStoreThatIsBehindIsToldAndCounted() {
        kit.behind = true;
        HttpResponse<byte[]> response = kit.datadog("/v0.4/traces", MSGPACK, msgpack(chunk("1", "")));
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(kit.intake.counts().datadog().dropped()).isOne();
    }

    @Test
    void webPagesAreKeptOut() {
        assertThat(kit.datadog("/v0.4/traces", MSGPACK, msgpack("[]"), "Origin", "http://127.0.0.1").statusCode())
                .isEqualTo(403);
    }

    private void send(String json) {
        HttpResponse<byte[]> response = kit.datadog("/v0.4/traces", MSGPACK, msgpack(json),
                "Datadog-Client-Computed-Top-Level", "true");
        assertThat(response.statusCode()).as(IntakeKit.text(response)).isEqualTo(200);
    }

    private static byte[] msgpack(String json) {
        return JsonToMsgpack.convert(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String chunk(String id, String meta) {
        return "[[" + span(1, 0, meta, "").replace("\"span_id\":1", "\"span_id\":" + id) + "]]";
    }

    private static String span(long id, long parent, String meta, String metrics) {
        return """
                {"service":"s","name":"web.request","resource":"GET /","trace_id":7,"span_id":%d,"parent_id":%d,
                "start":%d000000,"duration":5,"error":0,"meta":{%s},"metrics":{%s},"type":"web","span_links":[{}]}
                """.formatted(id, parent, System.currentTimeMillis(), meta, metrics);
    }
}
