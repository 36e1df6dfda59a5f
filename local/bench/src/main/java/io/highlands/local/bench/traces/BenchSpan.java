// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.traces;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.highlands.local.span.SpanKind;

/**
 * A span of the platform's own traces, as its place in a body: service-b's request, its two calls, and what service-a and
 * service-c make of them. Ids and times are marks, in whose place each body gets its own.
 *
 * @param trace the trace's place in the body
 * @param index the span's place in the trace
 * @param parent its parent's place; -1 when it has none
 * @param service service.name
 * @param kind the kind
 * @param route http.route
 * @param status http.response.status_code
 * @param micros how long it takes
 */
record BenchSpan(int trace, int index, int parent, String service, SpanKind kind, String route, int status,
        long micros) {

    /** Spans of a trace. */
    static final int SPANS = 8;

    /** The first 64 bits of every trace id. */
    static final long HIGH = 0x66b2_03c4_0000_0000L;

    static List<BenchSpan> traces(int number) {
        List<BenchSpan> spans = new ArrayList<>();
        for (int trace = 0; trace < number; trace++) {
            String route = "/route/" + trace % 5;
            int status = trace == 13 ? 500 : 200;
            long micros = 4_000 + trace * 997L % 400_000;
            spans.add(new BenchSpan(trace, 0, -1, "service-b", SpanKind.SERVER, route, status, micros));
            spans.add(new BenchSpan(trace, 1, 0, "service-b", SpanKind.INTERNAL, "", 0, micros - 100));
            spans.add(new BenchSpan(trace, 2, 1, "service-b", SpanKind.CLIENT, "", status, micros - 300));
            spans.add(new BenchSpan(trace, 3, 1, "service-b", SpanKind.CLIENT, "", 200, 1_500));
            spans.add(new BenchSpan(trace, 4, 2, "service-a", SpanKind.SERVER, route, status, micros - 900));
            spans.add(new BenchSpan(trace, 5, 4, "service-a", SpanKind.INTERNAL, "", 0, micros - 1_200));
            spans.add(new BenchSpan(trace, 6, 3, "service-c", SpanKind.SERVER, "/time", 200, 900));
            spans.add(new BenchSpan(trace, 7, 6, "service-c", SpanKind.INTERNAL, "", 0, 700));
        }
        return spans;
    }

    boolean isFailed() {
        return status >= 500;
    }

    /** Whether its service was called by it. */
    boolean isLocalRoot() {
        return kind == SpanKind.SERVER;
    }

    String name() {
        return switch (kind) {
            case SERVER -> "GET " + route;
            case CLIENT -> "GET";
            default -> "Controller.get";
        };
    }

    long traceMark() {
        return Mark.TRACE.of(trace, 0);
    }

    long idMark() {
        return Mark.SPAN.of(trace, index);
    }

    long parentMark() {
        return parent < 0 ? 0 : Mark.SPAN.of(trace, parent);
    }

    long startMark() {
        return Mark.START.of(trace, index);
    }

    /** The query of a trace's requests: no two traces have the same, so that most attributes are seen once. */
    static String query(long traceLow) {
        return "order=" + "%016x".formatted(traceLow);
    }

    /** What an agent notes of it, beyond what the span has anyway. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("thread.name", "tomcat-handler-" + trace);
        if (kind == SpanKind.INTERNAL) {
            return attributes;
        }
        attributes.put("http.request.method", "GET");
        attributes.put("http.response.status_code", Integer.toString(status));
        attributes.put("server.address", index == 3 ? "service-c" : "service-a");
        attributes.put("server.port", "8080");
        attributes.put("network.peer.address", "127.0.0.1");
        attributes.put("network.peer.port", Integer.toString(40_000 + trace));
        if (kind == SpanKind.SERVER) {
            attributes.put("http.route", route);
            attributes.put("url.path", route);
            attributes.put("url.scheme", "http");
            attributes.put("user_agent.original", "Apache-HttpClient/5.5 (Java/25)");
            attributes.put("url.query", query(Mark.TRACE.of(trace, 0)));
            attributes.put("http.request.header.x-request-id",
                    "6f1d2c3b-" + Long.toHexString(Mark.TRACE.of(trace, 0)) + "-a7");
        } else {
            attributes.put("url.full", "http://" + attributes.get("server.address") + ":8080" + "/route");
        }
        return attributes;
    }
}
