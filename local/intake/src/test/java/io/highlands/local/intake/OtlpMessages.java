// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake;

import java.util.HexFormat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;

/** OTLP messages, made by OTLP's own classes. */
final class OtlpMessages {

    private OtlpMessages() {
    }

    static byte[] request(Span.Builder... spans) {
        ScopeSpans.Builder scope = ScopeSpans.newBuilder();
        for (Span.Builder span : spans) {
            scope.addSpans(span);
        }
        return ExportTraceServiceRequest.newBuilder().addResourceSpans(ResourceSpans.newBuilder()
                .setResource(Resource.newBuilder().addAttributes(text("service.name", "service-x")))
                .addScopeSpans(scope)).build().toByteArray();
    }

    static Span.Builder span() {
        long now = System.currentTimeMillis() * 1_000_000;
        return Span.newBuilder().setTraceId(bytes("0af7651916cd43dd8448eb211c80319c"))
                .setSpanId(bytes("b7ad6b7169203331"))
                .setName("GET /").setKind(Span.SpanKind.SPAN_KIND_SERVER).setStartTimeUnixNano(now)
                .setEndTimeUnixNano(now + 5);
    }

    static KeyValue.Builder text(String key, String value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setStringValue(value));
    }

    static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
