// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

import io.highlands.local.console.trace.TracingView;
import io.highlands.local.edges.join.AccessLogSource;
import io.highlands.local.logs.LogService;
import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.SpanSink;
import io.highlands.local.span.SpanSource;
import io.highlands.local.span.SpanStatus;
import io.highlands.local.span.TraceId;
import io.highlands.local.store.NewLogEvent;

/** Ten minutes of traces, which stay in a page of fifteen while the tests run: B asks A and C at once; every tenth time A's proxy finds no target. */
final class SampleTraces {

    /** A trace that succeeded, with all that was written of it. */
    static final TraceId TRACE = new TraceId(0x6ce0a1f3d2b44e10L, 2);

    /** A trace in which the proxy made an error. */
    static final TraceId FAILED = new TraceId(0x6ce0a1f3d2b44e10L, 10);

    static final String REQUEST = request(2);

    private static final int TRACES = 60;

    private static final long MILLI = 1_000_000;

    private final Instant now;

    private final LogService logs;

    private volatile boolean on = true;

    SampleTraces(LogService logs, Instant now) {
        this.logs = logs;
        this.now = now;
    }

    TracingView tracing() {
        return new TracingView(on, on ? "opentelemetry" : "", on ? "100" : "", "datadoghq.eu", "",
                List.of("service-a", "service-b", "service-c").stream()
                        .map(service -> new AccessLogSource(service, group(service), Set.of(service))).toList(),
                OptionalLong.of(12));
    }

    void turn(boolean position) {
        on = position;
    }

    private static String group(String service) {
        return "/highlands/local/" + service + "/mesh";
    }

    private static String request(int trace) {
        return "0f5e%04x-0000-4000-8000-000000000000".formatted(trace);
    }

    void write(SpanSink sink) {
        List<Span> spans = new ArrayList<>();
        for (int i = 1; i <= TRACES; i++) {
            spans.addAll(trace(i));
        }
        if (!sink.put(spans)) {
            throw new IllegalStateException("the store did not take the sample");
        }
        List.of("service-a", "service-b", "service-c")
                .forEach(service -> logs.provision(group(service), OptionalInt.of(14)));
        mesh("service-b", 2, 0, 47, 200, "127.0.0.1:8080");
        mesh("service-b", 2, 3, 38, 200, "service-a:8080");
        mesh("service-a", 2, 4, 35, 200, "service-a:8080");
        mesh("service-b", 2, 4, 9, 200, "service-c:8081");
        mesh("service-c", 2, 6, 5, 200, "service-c:8081");
        mesh("service-b", 10, 0, 27, 502, "127.0.0.1:8080");
        mesh("service-b", 10, 3, 20, 503, "service-a:8080");
        for (int i = 3; i <= TRACES; i++) {
            if (i != 10) {
                mesh("service-b", i, 3, i % 10 == 0 ? 20 : Math.min(39, 36 + i % 7), i % 10 == 0 ? 503 : 200,
                        "service-a:8080");
            }
        }
        logs.put("/highlands/local/service-a", "app/app/7f3c21d09aa", List.of(new NewLogEvent(begin(2).plusMillis(30),
                "{\"level\":\"INFO\",\"message\":\"Field 1 was looked up\",\"trace_id\":\"" + TRACE
                        + "\",\"span_id\":\"%016x\"}".formatted(2 * 16 + 4))));
    }

    private Instant begin(int trace) {
        return Instant.ofEpochMilli(now.minusSeconds(10L * trace).toEpochMilli());
    }

    private void mesh(String service, int trace, int at, int took, int status, String authority) {
        logs.put(group(service), "task/ecs-service-connect-local/7f3c21d09a", List.of(new NewLogEvent(
                begin(trace).plusMillis(at + took), "{\"start_time\":\"" + begin(trace).plusMillis(at)
                        + "\",\"method\":\"GET\",\"path\":\"/\",\"response_code\":" + status + ",\"duration_ms\":"
                        + took + ",\"upstream_service_time\":" + (status == 503 ? "null" : "\"" + (took - 1) + "\"")
                        + ",\"request_id\":\"" + request(trace) + "\",\"authority\":\"" + authority + "\"}")));
    }

    private List<Span> trace(int i) {
        boolean failed = i % 10 == 0;
        List<Span> spans = new ArrayList<>();
        spans.add(span(i, 1, 0, "service-b", "GET /", SpanKind.SERVER, "/", 0.4, failed ? 26 : 46, failed ? 502 : 200,
                ""));
        spans.add(span(i, 2, 1, "service-b", "GET", SpanKind.CLIENT, "", 2.5, failed ? 21 : 39, failed ? 503 : 200,
                "service-a"));
        if (!failed) {
            spans.add(span(i, 3, 2, "service-a", "GET /route", SpanKind.SERVER, "/route", 5.2, 33 + i % 7, 200, ""));
            spans.add(span(i, 4, 3, "service-a", "FieldController.route", SpanKind.INTERNAL, "", 6.1, 30, 0, ""));
        }
        spans.add(span(i, 5, 1, "service-b", "GET", SpanKind.CLIENT, "", 3.1, 10, 200, "service-c"));
        spans.add(span(i, 6, 5, "service-c", "GET /time", SpanKind.SERVER, "/time", 6.6, 4, 200, ""));
        return spans;
    }

    private Span span(int trace, int id, int parent, String service, String name, SpanKind kind, String route,
            double atMillis, double tookMillis, int status, String peer) {
        boolean failed = status >= 500;
        return new Span(new TraceId(TRACE.high(), trace), trace * 16L + id, parent == 0 ? 0 : trace * 16L + parent,
                kind == SpanKind.SERVER, SpanSource.OTLP, service, name, kind,
                begin(trace).toEpochMilli() * MILLI + (long) (atMillis * MILLI), (long) (tookMillis * MILLI),
                failed ? SpanStatus.ERROR : SpanStatus.UNSET, route, status == 0 ? "" : "GET", status, request(trace),
                peer, failed ? String.valueOf(status) : "", Map.of("thread.name", "<b>virtual</b>-1"));
    }
}
