// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.traces;

import java.nio.ByteBuffer;
import java.util.List;

import io.highlands.local.intake.wire.ProtobufWriter;
import io.highlands.local.span.SpanKind;

/** ExportTraceServiceRequest in protobuf, with a resource for each service, as OpenTelemetry's Java agent sends it. */
final class OtlpBody {

    private OtlpBody() {
    }

    static SpanBody of(int traces) {
        List<BenchSpan> spans = BenchSpan.traces(traces);
        ProtobufWriter request = new ProtobufWriter();
        for (String service : List.of("service-a", "service-b", "service-c")) {
            ProtobufWriter resource = new ProtobufWriter().bytes(1, attribute("service.name", service))
                    .bytes(1, attribute("telemetry.sdk.language", "java"));
            ProtobufWriter scope = new ProtobufWriter().bytes(1,
                    new ProtobufWriter().text(1, "io.opentelemetry.tomcat-10.0").toByteArray());
            spans.stream().filter(span -> span.service().equals(service)).forEach(span -> scope.bytes(2, span(span)));
            request.bytes(1, new ProtobufWriter().bytes(1, resource.toByteArray()).bytes(2, scope.toByteArray())
                    .toByteArray());
        }
        return new SpanBody(request.toByteArray(), spans);
    }

    private static byte[] span(BenchSpan span) {
        ProtobufWriter out = new ProtobufWriter()
                .bytes(1, ByteBuffer.allocate(16).putLong(BenchSpan.HIGH).putLong(span.traceMark()).array())
                .bytes(2, ByteBuffer.allocate(8).putLong(span.idMark()).array());
        if (span.parent() >= 0) {
            out.bytes(4, ByteBuffer.allocate(8).putLong(span.parentMark()).array());
        }
        out.text(5, span.name()).number(6, kind(span.kind())).fixed64(7, span.startMark())
                .fixed64(8, Mark.END.of(span.trace(), span.index()));
        span.attributes().forEach((key, value) -> out.bytes(9, attribute(key, value)));
        if (span.isFailed()) {
            out.bytes(15, new ProtobufWriter().number(3, 2).toByteArray());
        }
        return out.fixed32(16, span.isLocalRoot() ? 0x301 : 0x101).toByteArray();
    }

    private static int kind(SpanKind kind) {
        return switch (kind) {
            case SERVER -> 2;
            case CLIENT -> 3;
            default -> 1;
        };
    }

    private static byte[] attribute(String key, String value) {
        return new ProtobufWriter().text(1, key).bytes(2, new ProtobufWriter().text(1, value).toByteArray())
                .toByteArray();
    }
}
