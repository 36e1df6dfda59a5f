// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.traces;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Traces of version 0.4 in msgpack, one chunk for each service of a trace, as Datadog's Java tracer sends them. */
final class DatadogBody {

    private static final int SHORT = 31;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private DatadogBody() {
    }

    static SpanBody of(int traces) {
        List<BenchSpan> spans = BenchSpan.traces(traces);
        DatadogBody body = new DatadogBody();
        List<String> services = List.of("service-a", "service-b", "service-c");
        body.size(0xdc, traces * services.size());
        for (int i = 0; i < traces; i++) {
            List<BenchSpan> trace = spans.subList(i * BenchSpan.SPANS, (i + 1) * BenchSpan.SPANS);
            for (String service : services) {
                List<BenchSpan> chunk = trace.stream().filter(span -> span.service().equals(service)).toList();
                body.size(0xdc, chunk.size());
                chunk.forEach(body::span);
            }
        }
        return new SpanBody(body.out.toByteArray(), spans);
    }

    private void span(BenchSpan span) {
        size(0xde, 11);
        text("service").text(span.service());
        text("name").text(switch (span.kind()) {
            case SERVER -> "servlet.request";
            case CLIENT -> "http.request";
            default -> "spring.handler";
        });
        text("resource").text(span.name());
        text("trace_id").number(0xcf, span.traceMark());
        text("span_id").number(0xcf, span.idMark());
        text("parent_id").number(0xcf, span.parentMark());
        text("start").number(0xd3, span.startMark());
        text("duration").number(0xd3, span.micros() * 1000);
        text("error").out.write(span.isFailed() ? 1 : 0);
        text("meta").meta(span);
        text("metrics");
        if (span.isLocalRoot()) {
            size(0xde, 2);
            text("_sampling_priority_v1").out.write(1);
            text("_dd.top_level").out.write(1);
        } else {
            size(0xde, 0);
        }
    }

    private void meta(BenchSpan span) {
        Map<String, String> attributes = span.attributes();
        size(0xde, attributes.size() + 2);
        text("_dd.p.tid").text(Long.toHexString(BenchSpan.HIGH));
        text("span.kind").text(span.kind().name().toLowerCase(Locale.ROOT));
        attributes.forEach((key, value) -> text(key).text(value));
    }

    private void size(int type, int size) {
        out.write(type);
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) size).array());
    }

    private void number(int type, long value) {
        out.write(type);
        out.writeBytes(ByteBuffer.allocate(8).putLong(value).array());
    }

    private DatadogBody text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= SHORT) {
            out.write(0xa0 | bytes.length);
        } else {
            out.write(0xd9);
            out.write(bytes.length);
        }
        out.writeBytes(bytes);
        return this;
    }
}
