// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.traces;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import io.highlands.local.span.SpanKind;

/** Spans in Zipkin's JSON, version 2. */
final class ZipkinBody {

    private ZipkinBody() {
    }

    static SpanBody of(int traces) {
        List<BenchSpan> spans = BenchSpan.traces(traces);
        return new SpanBody(spans.stream().map(ZipkinBody::span).collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8), spans);
    }

    private static String span(BenchSpan span) {
        String tags = span.attributes().entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
                .collect(Collectors.joining(","));
        return "{\"traceId\":\"" + Long.toHexString(BenchSpan.HIGH) + Long.toHexString(span.traceMark())
                + "\",\"id\":\"" + Long.toHexString(span.idMark()) + "\""
                + (span.parent() < 0 ? "" : ",\"parentId\":\"" + Long.toHexString(span.parentMark()) + "\"")
                + ",\"name\":\"" + span.name() + "\",\"timestamp\":" + Long.toHexString(span.startMark())
                + ",\"duration\":" + span.micros()
                + (span.kind() == SpanKind.INTERNAL ? "" : ",\"kind\":\"" + span.kind() + "\"")
                + ",\"localEndpoint\":{\"serviceName\":\"" + span.service() + "\"},\"tags\":{" + tags
                + (span.isFailed() ? ",\"error\":\"500\"" : "") + "}}";
    }
}
