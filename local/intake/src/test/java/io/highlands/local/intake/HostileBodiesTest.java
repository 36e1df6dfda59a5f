// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.opentelemetry.proto.trace.v1.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.local.intake.wire.JsonToMsgpack;
import io.highlands.local.intake.wire.ProtobufWriter;

import static io.highlands.local.intake.OtlpMessages.request;
import static io.highlands.local.intake.OtlpMessages.span;
import static io.highlands.local.intake.OtlpMessages.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Bodies that are broken, huge or meant badly: each is refused in its protocol's way, and the next good one is taken. */
class HostileBodiesTest {

    private static final String MSGPACK = "application/msgpack";
    private static final String PROTOBUF = "application/x-protobuf";
    private static final int LIMIT = 10 << 20;

    private static IntakeKit kit;

    @BeforeAll
    static void listen() {
        kit = new IntakeKit(Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        kit.close();
    }

    @AfterEach
    void stillTakesIn() {
        kit.spans.clear();
        assertThat(kit.otlp("/v1/traces", PROTOBUF, request(span())).statusCode()).isEqualTo(200);
        assertThat(kit.datadog("/v0.4/traces", MSGPACK, new byte[]{(byte) 0x90}).statusCode()).isEqualTo(200);
        assertThat(kit.spans).hasSize(1);
        kit.spans.clear();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'nothing', ''", "'cut off in a chunk', 91", "'an array of 2^32 chunks', ddffffffff",
            "'a chunk of 2^32 spans', 91ddffffffff", "'a map of 2^31 fields', 9191df80000000",
            "'text that claims 4 GiB', 919181dbffffffff61", "'a number for a map', 919101",
            "'a map for a text', 919181a7736572766963 6580", "'a text for a number', 919181a77370616e5f6964a161",
            "'a number for a name', 9191810101", "'the code that is none', c1", "'a second value', 9090",
            "'bytes that claim 4 GiB', 919181a178c6ffffffff", "'more values than bytes', 919181a178dd7fffffff90"})
    void malformedMsgpackIsABadRequest(String what, String hex) {
        HttpResponse<byte[]> response = kit.datadog("/v0.4/traces", MSGPACK, hex(hex));
        assertThat(response.statusCode()).as(what).isEqualTo(400);
        assertThat(IntakeKit.text(response)).startsWith("msgpack").hasLineCount(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'no table', 90", "'three parts', 93909090", "'a table of 2^32', 92ddffffffff",
            "'a span of eleven', 92909191 9b00000000000000000000 00", "'a place beyond the table', 9290919 19c05",
            "'a place before it', 9291a161919 19cff"})
    void malformedTablesAreABadRequest(String what, String hex) {
        assertThat(kit.datadog("/v0.5/traces", MSGPACK, hex(hex)).statusCode()).as(what).isEqualTo(400);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"'cut off in a length', 0a", "'a length beyond the end', 0aff01",
            "'a length of 2^63', 0affffffffffffffffff01",
            "'a number of eleven bytes', 08ffffffffffffffffffffff01", "'field 0', 00", "'an end of a group', 0c",
            "'a number for a message', 0801", "'cut off in 64 bits', 090000"})
    void malformedProtobufIsABadRequest(String what, String hex) {
        HttpResponse<byte[]> response = kit.otlp("/v1/traces", PROTOBUF, hex(hex));
        assertThat(response.statusCode()).as(what).isEqualTo(400);
        assertThat(response.body()).startsWith(8, 3, 0x12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "nonsense", "7", "{}{}", "{\"resourceSpans\":{\"scopeSpans\":[[]]}}",
            "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"xyz\"}]}]}]}",
            "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"startTimeUnixNano\":\"soon\"}]}]}]}",
            "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"kind\":NaN}]}]}]}",
            "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"name\":5}]}]}]}"})
    void malformedJsonIsABadRequest(String json) {
        HttpResponse<byte[]> response = kit.otlp("/v1/traces", "application/json",
                json.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(IntakeKit.text(response)).startsWith("{\"code\":3,\"message\":\"JSON");
    }

    @Test
    void nestingIsBounded() {
        String json = "{\"resourceSpans\":" + "[".repeat(100_000);
        assertThat(kit.otlp("/v1/traces", "application/json", json.getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
        assertThat(kit.datadog("/v0.4/traces", "application/json", "[".repeat(100_000).getBytes()).statusCode())
                .isEqualTo(400);
        byte[] deep = new byte[0];
        for (int depth = 0; depth < 60; depth++) {
            deep = new ProtobufWriter().bytes(5,
                    new ProtobufWriter().bytes(1, deep).toByteArray()).toByteArray();
        }
        byte[] attribute = new ProtobufWriter().bytes(2, deep).toByteArray();
        byte[] body = attribute;
        for (int field : new int[]{9, 2, 2, 1}) {
            body = new ProtobufWriter().bytes(field, body).toByteArray();
        }
        assertThat(kit.otlp("/v1/traces", PROTOBUF, body).statusCode()).isEqualTo(400);
    }

    @Test
    void brokenGzipIsABadRequest() {
        byte[] whole = IntakeKit.gzip(request(span()));
        assertThat(gzipped(Arrays.copyOf(whole, whole.length / 2)).statusCode()).isEqualTo(400);
        assertThat(gzipped(Arrays.copyOf(whole, whole.length - 4)).statusCode()).isEqualTo(400);
        assertThat(gzipped(request(span())).statusCode()).isEqualTo(400);
    }

    @Test
    void aBombIsCutOff() {
        HttpResponse<byte[]> response = gzipped(IntakeKit.gzip(new byte[20 << 20]));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).startsWith(8, 8, 0x12);
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedInWords() {
        long unread = kit.intake.counts().otlp().unread();
        assertThat(kit.otlp("/v1/traces", PROTOBUF, new byte[LIMIT + 1]).statusCode()).isEqualTo(413);
        assertThat(kit.intake.counts().otlp().unread()).isEqualTo(unread + 1);
        HttpResponse<byte[]> response = kit.datadog("/v0.4/traces", MSGPACK, new byte[LIMIT + 1]);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(IntakeKit.text(response)).isEqualTo("the body is larger than 10485760 bytes\n");
    }

    @Test
    void ofAHundredThousandAttributesTheFirstAreKept() {
        Span.Builder span = span();
        for (int i = 0; i < 100_000; i++) {
            span.addAttributes(text("attribute-" + i, "value-" + i));
        }
        assertThat(kit.otlp("/v1/traces", PROTOBUF, request(span)).statusCode()).isEqualTo(200);
        assertThat(kit.spans).singleElement().satisfies(kept -> assertThat(kept.attributes()).hasSize(129)
                .containsEntry("attribute-127", "value-127").containsEntry("otel.dropped_attributes_count", "99872"));
    }

    @Test
    void aHugeAttributeIsCut() {
        kit.otlp("/v1/traces", PROTOBUF, request(span().addAttributes(text("long", "é".repeat(1 << 20)))));
        assertThat(kit.spans).singleElement().satisfies(kept -> assertThat(kept.attributes().get("long"))
                .isEqualTo("é".repeat(4096) + "…"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:01Z", "2100-01-01T00:00:00Z", "1969-12-31T00:00:00Z"})
    void spansOfOtherTimesAreRefusedAndTheRestIsTaken(String time) {
        long nanos = Instant.parse(time).getEpochSecond() * 1_000_000_000;
        HttpResponse<byte[]> response = kit.otlp("/v1/traces", PROTOBUF,
                request(span().setStartTimeUnixNano(nanos), span()));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(IntakeKit.text(response)).contains("a span begins within the last 24 hours or the next hour");
        assertThat(kit.spans).hasSize(1);
        String chunk = "[[{\"trace_id\":1,\"span_id\":2,\"start\":" + nanos + "}]]";
        long refused = kit.intake.counts().datadog().refused();
        assertThat(kit.datadog("/v0.4/traces", MSGPACK, JsonToMsgpack.convert(chunk.getBytes())).statusCode())
                .isEqualTo(200);
        assertThat(kit.intake.counts().datadog().refused()).isEqualTo(refused + 1);
        assertThat(kit.spans).hasSize(1);
    }

    @Test
    void aSpanThatEndsBeforeItBeginsTookNoTime() {
        kit.otlp("/v1/traces", PROTOBUF, request(span().setEndTimeUnixNano(1)));
        assertThat(kit.spans).singleElement().satisfies(kept -> assertThat(kept.durationNanos()).isZero());
    }

    @Test
    void manyHostileBodiesAtOnceFitIntoASmallHeap() throws IOException {
        try (IntakeProcess small = IntakeProcess.start(96); HttpClient client = HttpClient.newHttpClient()) {
            List<CompletableFuture<Integer>> statuses = new ArrayList<>();
            List<byte[]> binary = List.of(emptySpans(), attributes(), IntakeKit.gzip(new byte[20 << 20]));
            IntStream.range(0, 6).forEach(number -> {
                statuses.add(send(client, small.otlpPort(), "/v1/traces", PROTOBUF, binary.get(number % 3),
                        number % 3 == 2 ? "gzip" : "identity"));
                statuses.add(send(client, small.datadogPort(), "/v0.4/traces", MSGPACK, chunks(number), "identity"));
            });
            assertThat(statuses).extracting(CompletableFuture::join).containsAnyOf(200, 413)
                    .allMatch(status -> List.of(200, 400, 413, 429).contains(status));
            assertThat(send(client, small.otlpPort(), "/v1/traces", PROTOBUF, request(span()), "identity").join())
                    .isEqualTo(200);
        }
    }

    private static CompletableFuture<Integer> send(HttpClient client, int port, String path, String type, byte[] body,
            String encoding) {
        return client.sendAsync(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type).header("Content-Encoding", encoding)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    /** Five million spans of nothing. */
    private static byte[] emptySpans() {
        byte[] spans = new byte[LIMIT - 64];
        for (int i = 0; i < spans.length; i += 2) {
            spans[i] = 0x12;
        }
        return new ProtobufWriter().bytes(1,
                new ProtobufWriter().bytes(2, spans).toByteArray()).toByteArray();
    }

    private static byte[] attributes() {
        Span.Builder[] spans = new Span.Builder[3000];
        Arrays.setAll(spans, number -> {
            Span.Builder span = span();
            IntStream.range(0, 128).forEach(i -> span.addAttributes(text("k" + number + "." + i, "v" + i)));
            return span;
        });
        return request(spans);
    }

    /** Chunks of nothing, or one chunk of as many spans of nothing. */
    private static byte[] chunks(int number) {
        int count = 5_000_000;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(hex((number % 2 == 0 ? "" : "91") + "dd" + HexFormat.of().toHexDigits(count)));
        byte[] elements = new byte[count];
        Arrays.fill(elements, (byte) (number % 2 == 0 ? 0x90 : 0x80));
        body.writeBytes(elements);
        return body.toByteArray();
    }

    private static HttpResponse<byte[]> gzipped(byte[] body) {
        return kit.otlp("/v1/traces", PROTOBUF, body, "Content-Encoding", "gzip");
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
