// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.span.SpanStatus;

import static io.highlands.local.intake.OtlpMessages.request;
import static io.highlands.local.intake.OtlpMessages.span;
import static io.highlands.local.intake.OtlpMessages.text;
import static org.assertj.core.api.Assertions.assertThat;

/** What OTLP's specification asks of a server. */
class OtlpIntakeTest {

    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";

    private final IntakeKit kit = new IntakeKit(Clock.systemUTC());

    @AfterEach
    void close() {
        kit.close();
    }

    @ParameterizedTest
    @CsvSource({"application/x-protobuf, 0", "application/json, 2"})
    void successHasTheRequestsEncoding(String type, int size) {
        HttpResponse<byte[]> response = kit.otlp("/v1/traces", type, type.equals(JSON) ? "{}".getBytes() : new byte[0]);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains(type);
        assertThat(response.body()).hasSize(size);
    }

    @Test
    void gzipIsInflated() {
        byte[] body = IntakeKit.gzip(request(span()));
        assertThat(kit.otlp("/v1/traces", PROTOBUF, body, "Content-Encoding", "gzip").statusCode()).isEqualTo(200);
        assertThat(kit.spans).hasSize(1);
    }

    @Test
    void jsonHasIdsInHexAndNumbersAsText() {
        String body = """
                {"unknown":[{}],"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"0AF7651916CD43DD8448EB211C80319C",
                "spanId":"b7ad6b7169203331","parentSpanId":"","name":"\\u00e9","kind":3,"flags":771,
                "startTimeUnixNano":"%d000000","endTimeUnixNano":"%<d000007","attributes":[
                {"key":"server.address","value":{"stringValue":"service-a"}},
                {"key":"http.response.status_code","value":{"intValue":"503"}},
                {"key":"d","value":{"doubleValue":5.0E-4}},{"key":"b","value":{"boolValue":true}},
                {"key":"l","value":{"arrayValue":{"values":[{"intValue":1},{"stringValue":"x"}]}}}],
                "status":{"code":2,"message":"no"}}]}],
                "resource":{"attributes":[{"key":"service.name","value":{"stringValue":"service-j"}}]}}]}
                """.formatted(System.currentTimeMillis());
        HttpResponse<byte[]> response = kit.otlp("/v1/traces", JSON, body.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(IntakeKit.text(response)).isEqualTo(200);
        assertThat(kit.spans).singleElement().satisfies(span -> {
            assertThat(span.trace()).hasToString("0af7651916cd43dd8448eb211c80319c");
            assertThat(span.service()).isEqualTo("service-j");
            assertThat(span.name()).isEqualTo("é");
            assertThat(span.peer()).isEqualTo("service-a");
            assertThat(span.httpStatus()).isEqualTo(503);
            assertThat(span.durationNanos()).isEqualTo(7);
            assertThat(span.status()).isEqualTo(SpanStatus.ERROR);
            assertThat(span.error()).isEqualTo("no");
            assertThat(span.attributes()).containsEntry("d", "0.0005").containsEntry("b", "true").containsEntry("l",
                    "1,x");
        });
    }

    @Test
    void aLocalRootIsKnownByItsFlagsWhereTheySaySo() {
        kit.otlp("/v1/traces", PROTOBUF, request(
                span().setName("no parent").setKind(Span.SpanKind.SPAN_KIND_INTERNAL),
                child("remote").setFlags(0x303), child("local").setFlags(0x103), child("unsaid").setFlags(3),
                child("client").setKind(Span.SpanKind.SPAN_KIND_CLIENT)));
        assertThat(kit.spans).filteredOn(io.highlands.local.span.Span::localRoot)
                .extracting(io.highlands.local.span.Span::name).containsExactly("no parent", "remote", "unsaid");
    }

    @Test
    void anExceptionOfAnEventIsKept() {
        kit.otlp("/v1/traces", PROTOBUF, request(span().setStatus(Status.newBuilder().setCodeValue(2)).addEvents(
                Span.Event.newBuilder().setName("exception").addAttributes(text("exception.message", "refused"))
                        .addAttributes(text("exception.type", "X")))));
        assertThat(kit.spans).singleElement().satisfies(span -> {
            assertThat(span.error()).isEqualTo("refused");
            assertThat(span.attributes()).containsEntry("exception.type", "X");
        });
    }

    @Test
    void aHeaderThatCameOnceIsItsValue() {
        AnyValue once = AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(
                AnyValue.newBuilder().setStringValue("r-1"))).build();
        kit.otlp("/v1/traces", PROTOBUF, request(span().addAttributes(
                KeyValue.newBuilder().setKey("http.request.header.x-request-id").setValue(once))));
        assertThat(kit.spans).singleElement().satisfies(span -> assertThat(span.requestId()).isEqualTo("r-1"));
    }

    @Test
    void whatIsRefusedIsSaidInAPartialSuccess() throws InvalidProtocolBufferException {
        byte[] body = request(span(), span().clearTraceId(), span().setSpanId(OtlpMessages.bytes("00")));
        HttpResponse<byte[]> response = kit.otlp("/v1/traces", PROTOBUF, body);
        ExportTraceServiceResponse answer = ExportTraceServiceResponse.parseFrom(response.body());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(answer.getPartialSuccess().getRejectedSpans()).isEqualTo(2);
        assertThat(answer.getPartialSuccess().getErrorMessage()).isEqualTo("a trace id is 16 bytes and not zero");
        assertThat(kit.spans).hasSize(1);
        String json = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{}]}]}]}";
        assertThat(IntakeKit.text(kit.otlp("/v1/traces", JSON, json.getBytes(StandardCharsets.UTF_8)))).isEqualTo(
                "{\"partialSuccess\":{\"rejectedSpans\":\"1\",\"errorMessage\":\"a trace id is 16 bytes and not zero\"}}");
    }

    @Test
    void aStoreThatIsBehindIsAnOverloadedServer() throws Exception {
        kit.behind = true;
        HttpResponse<byte[]> response = kit.otlp("/v1/traces", PROTOBUF, request(span()));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        // google.rpc.Status has the fields of a span's status, in another order.
        assertThat(response.body()).startsWith(8, 14, 0x12);
        assertThat(kit.intake.counts().otlp().dropped()).isOne();
    }

    @Test
    void errorsAreAStatusInTheRequestsEncoding() {
        HttpResponse<byte[]> binary = kit.otlp("/v1/traces", PROTOBUF, new byte[]{1});
        assertThat(binary.statusCode()).isEqualTo(400);
        assertThat(binary.headers().firstValue("Content-Type")).contains(PROTOBUF);
        assertThat(binary.body()).startsWith(8, 3, 0x12);
        HttpResponse<byte[]> json = kit.otlp("/v1/traces", JSON, "{\"resourceSpans\":7}".getBytes());
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(IntakeKit.text(json))
                .startsWith("{\"code\":3,\"message\":\"JSON, line 1, column 18: VALUE_NUMBER_INT");
        assertThat(kit.intake.counts().otlp().unread()).isEqualTo(2);
    }

    @Test
    void otherMediaTypesPathsAndMethodsAreRefused() {
        assertThat(kit.otlp("/v1/traces", "text/xml", new byte[0]).statusCode()).isEqualTo(415);
        assertThat(kit.otlp("/v1/traces", PROTOBUF, new byte[0], "Content-Encoding", "zstd").statusCode())
                .isEqualTo(415);
        assertThat(kit.otlp("/v1/profiles", PROTOBUF, new byte[0]).statusCode()).isEqualTo(404);
        assertThat(kit.get(kit.intake.otlpPort(), "/v1/traces").statusCode()).isEqualTo(405);
    }

    @Test
    void metricsAndLogsAreCounted() {
        Metric metric = Metric.newBuilder().setGauge(Gauge.newBuilder().addDataPoints(NumberDataPoint.newBuilder())
                .addDataPoints(NumberDataPoint.newBuilder())).build();
        kit.otlp("/v1/metrics", PROTOBUF, ExportMetricsServiceRequest.newBuilder().addResourceMetrics(ResourceMetrics
                .newBuilder().addScopeMetrics(ScopeMetrics.newBuilder().addMetrics(metric))).build().toByteArray());
        kit.otlp("/v1/logs", PROTOBUF, ExportLogsServiceRequest.newBuilder().addResourceLogs(ResourceLogs.newBuilder()
                .addScopeLogs(ScopeLogs.newBuilder().addLogRecords(LogRecord.newBuilder()))).build().toByteArray());
        String logs = "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"body\":{}},{}]}]}]}";
        assertThat(kit.otlp("/v1/logs", JSON, logs.getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(200);
        assertThat(kit.intake.counts().metricPoints()).isEqualTo(2);
        assertThat(kit.intake.counts().logRecords()).isEqualTo(3);
    }

    private static Span.Builder child(String name) {
        return span().setName(name).setParentSpanId(OtlpMessages.bytes("00f067aa0ba902b7"));
    }
}
