// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.datadog;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

import io.highlands.local.intake.batch.Delivery;
import io.highlands.local.intake.batch.SpanCounters;
import io.highlands.local.intake.http.Answer;
import io.highlands.local.intake.http.Protocol;
import io.highlands.local.intake.http.Refusal;
import io.highlands.local.intake.http.Request;
import io.highlands.local.intake.wire.JsonToMsgpack;
import io.highlands.local.intake.wire.Texts;
import io.highlands.local.span.SpanSink;
import io.highlands.local.span.SpanSource;

/** Answers tracers as Datadog's agent does. */
public final class DatadogProtocol implements Protocol {

    /** Read and forgotten, answered as the agent would: what a tracer says about itself, or asks for. */
    private static final List<String> HARMLESS = List.of("/v0.6/stats", "/v0.7/config", "/debugger/v1/");
    /** Traces whose ids are remembered for their later chunks: about 5 MiB. */
    private static final int MAX_TRACES = 50_000;
    /** What the agent passes on to Datadog. */
    private static final List<String> PASSED_ON = List.of("/telemetry/proxy/", "/evp_proxy/");

    private final SpanSink sink;
    private final SpanCounters counters;
    private final DoubleSupplier sampleRate;
    private final String info;
    private final Clock clock;
    private final Texts texts = new Texts();
    private final TraceHighs highs = new TraceHighs(MAX_TRACES);

    /**
     * An intake.
     *
     * @param sink what takes the spans
     * @param counters what counts them
     * @param sampleRate the environment's sample rate of this moment, 0 to 1, which tracers are told with every answer
     * @param statsdPort where DogStatsD listens, which tracers are told in {@code /info}; 0 when nowhere
     * @param clock this machine's time
     */
    public DatadogProtocol(SpanSink sink, SpanCounters counters, DoubleSupplier sampleRate, int statsdPort,
            Clock clock) {
        this.sink = sink;
        this.counters = counters;
        this.sampleRate = sampleRate;
        this.info = AgentInfo.json(statsdPort);
        this.clock = clock;
    }

    @Override
    public Answer answer(Request request) {
        String path = request.path();
        if (path.equals("/info")) {
            return Answer.json(200, info);
        }
        TraceFormat format = TraceFormat.at(path);
        if (format == null) {
            return harmless(path);
        }
        if (!request.method().equals("PUT") && !request.method().equals("POST")) {
            throw new Refusal(405, request.method() + " is not read here; allowed: PUT, POST");
        }
        Delivery.Outcome outcome = traces(request, format);
        if (outcome.isTurnedAway()) {
            throw new Refusal(429, "the store is behind with writing; try again");
        }
        return format == TraceFormat.V03 ? Answer.line(200, "OK") : Answer.json(200, rates());
    }

    @Override
    public Answer refuse(Request request, Refusal refusal) {
        if (refusal.isUnread() && TraceFormat.at(request.path()) != null) {
            counters.unread();
        }
        return Answer.line(refusal.status(), refusal.getMessage());
    }

    private static Answer harmless(String path) {
        if (HARMLESS.stream().anyMatch(path::startsWith)) {
            return Answer.json(200, "{}");
        }
        if (PASSED_ON.stream().anyMatch(path::startsWith)) {
            return Answer.json(202, "{}");
        }
        throw new Refusal(404, "there is nothing here; what there is: GET /info");
    }

    private Delivery.Outcome traces(Request request, TraceFormat format) {
        Delivery delivery = new Delivery(sink, counters, SpanSource.DATADOG, clock.millis());
        boolean topLevel = isTrue(request.header("Datadog-Client-Computed-Top-Level"));
        format.read(msgpack(request, format), texts, new Chunk(delivery, topLevel, sampleRate.getAsDouble(), highs));
        counters.sampledByTracer(count(request.header("Datadog-Client-Dropped-P0-Spans")));
        return delivery.finish();
    }

    private static byte[] msgpack(Request request, TraceFormat format) {
        String type = request.mediaType();
        return switch (type) {
            case "", "application/msgpack", "application/x-msgpack" -> request.body();
            case "application/json", "text/json" -> {
                if (format == TraceFormat.V05) {
                    throw unsupported(type, "application/msgpack");
                }
                yield JsonToMsgpack.convert(request.body());
            }
            default -> throw unsupported(type, "application/msgpack, application/json");
        };
    }

    private static Refusal unsupported(String type, String allowed) {
        return new Refusal(415, "Content-Type " + (type.length() > 80 ? "of this kind" : type)
                + " is not read here; allowed: " + allowed);
    }

    private String rates() {
        return String.format(Locale.ROOT, "{\"rate_by_service\":{\"service:,env:\":%s}}", sampleRate.getAsDouble());
    }

    /** The agent takes any value but the negations of Go's ParseBool as yes. */
    private static boolean isTrue(String value) {
        return !value.isEmpty() && !List.of("0", "f", "false").contains(value.toLowerCase(Locale.ROOT));
    }

    private static long count(String value) {
        try {
            return value.isEmpty() ? 0 : Math.clamp(Long.parseLong(value), 0, Integer.MAX_VALUE);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
