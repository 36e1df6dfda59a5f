// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.otlp;

import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import io.highlands.local.intake.batch.Delivery;
import io.highlands.local.intake.batch.SpanCounters;
import io.highlands.local.intake.batch.TraceSampling;
import io.highlands.local.intake.http.Answer;
import io.highlands.local.intake.http.Protocol;
import io.highlands.local.intake.http.Refusal;
import io.highlands.local.intake.http.Request;
import io.highlands.local.intake.wire.Texts;
import io.highlands.local.span.SpanSink;
import io.highlands.local.span.SpanSource;

/** Answers OTLP exporters. The environment's sample rate is applied here, as the sidecar does, after counting. */
public final class OtlpProtocol implements Protocol {

    private final SpanSink sink;
    private final SpanCounters counters;
    private final Supplier<TraceSampling> sampling;
    private final Clock clock;
    private final Texts texts = new Texts();
    private final LongAdder metricPoints = new LongAdder();
    private final LongAdder logRecords = new LongAdder();

    /**
     * An intake.
     *
     * @param sink what takes the spans
     * @param counters what counts them
     * @param sampling which traces the environment keeps at this moment
     * @param clock this machine's time
     */
    public OtlpProtocol(SpanSink sink, SpanCounters counters, Supplier<TraceSampling> sampling, Clock clock) {
        this.sink = sink;
        this.counters = counters;
        this.sampling = sampling;
        this.clock = clock;
    }

    /** {@return how many metric data points came; they are not kept} */
    public long metricPoints() {
        return metricPoints.sum();
    }

    /** {@return how many log records came; they are not kept} */
    public long logRecords() {
        return logRecords.sum();
    }

    @Override
    public Answer answer(Request request) {
        Signal signal = Signal.at(request.path());
        if (signal == null) {
            throw new Refusal(404, "there is nothing here; allowed: /v1/traces, /v1/metrics, /v1/logs");
        }
        if (!request.method().equals("POST")) {
            throw new Refusal(405, "only POST is read here");
        }
        Encoding encoding = Encoding.of(request);
        if (encoding == null) {
            throw new Refusal(415,
                    "this Content-Type is not read; allowed: application/x-protobuf, application/json");
        }
        return switch (signal) {
            case TRACES -> traces(request, encoding);
            case METRICS ->
                counted(metricPoints, Counting.metricPoints(encoding.read(request, signal.json())), encoding);
            case LOGS -> counted(logRecords, Counting.logRecords(encoding.read(request, signal.json())), encoding);
        };
    }

    @Override
    public Answer refuse(Request request, Refusal refusal) {
        if (refusal.isUnread() && Signal.at(request.path()) == Signal.TRACES) {
            counters.unread();
        }
        Encoding encoding = Encoding.of(request);
        if (encoding == null) {
            return Answer.line(refusal.status(), refusal.getMessage());
        }
        return encoding.status(refusal.status(), code(refusal.status()), refusal.getMessage());
    }

    private Answer traces(Request request, Encoding encoding) {
        Delivery delivery = new Delivery(sink, counters, SpanSource.OTLP, clock.millis());
        byte[] body = encoding.read(request, Signal.TRACES.json());
        new TraceRequest(texts, delivery, sampling.get()).read(body);
        Delivery.Outcome outcome = delivery.finish();
        if (outcome.isTurnedAway()) {
            throw new Refusal(503, "the store is behind with writing; try again");
        }
        long rejected = outcome.refused() + outcome.dropped();
        if (rejected == 0) {
            return encoding.success();
        }
        return encoding.partial(Signal.TRACES, rejected,
                outcome.refused() > 0 ? outcome.reason() : "the store is behind with writing");
    }

    private static Answer counted(LongAdder counter, long count, Encoding encoding) {
        counter.add(count);
        return encoding.success();
    }

    /** The code of google.rpc.Code for an HTTP status. */
    private static int code(int http) {
        return switch (http) {
            case 404 -> 5;
            case 405 -> 12;
            case 413, 429 -> 8;
            case 503 -> 14;
            default -> 3;
        };
    }
}
