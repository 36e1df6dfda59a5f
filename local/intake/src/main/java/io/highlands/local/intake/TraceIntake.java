// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake;

import java.util.ArrayDeque;
import java.util.Deque;

import io.highlands.local.http.BodyMemory;
import io.highlands.local.intake.batch.SpanCounters;
import io.highlands.local.intake.datadog.DatadogProtocol;
import io.highlands.local.intake.http.IntakeServer;
import io.highlands.local.intake.otlp.OtlpProtocol;
import io.highlands.local.intake.statsd.MetricSink;
import io.highlands.local.intake.statsd.StatsdListener;
import io.highlands.local.span.SpanSink;

/** Listens where the tracing sidecar of every task would, on 127.0.0.1: its native intake, OTLP over HTTP, DogStatsD. */
public final class TraceIntake implements AutoCloseable {

    /** Memory for bodies that are being taken in, as sent and as inflated, of all requests together. */
    private static final long BODY_MEMORY_BYTES = 24L << 20;

    private final SpanCounters datadogSpans = new SpanCounters();
    private final SpanCounters otlpSpans = new SpanCounters();
    private final OtlpProtocol otlpProtocol;
    private final StatsdListener statsd;
    private final IntakeServer datadog;
    private final IntakeServer otlp;

    /**
     * Starts listening.
     *
     * @param options ports and sample rate
     * @param spans what takes the spans
     * @param metrics what takes the metrics of the services' JVMs
     * @throws io.highlands.local.error.PortTakenException when a port is taken
     */
    public TraceIntake(IntakeOptions options, SpanSink spans, MetricSink metrics) {
        Deque<AutoCloseable> open = new ArrayDeque<>();
        BodyMemory memory = new BodyMemory(BODY_MEMORY_BYTES);
        this.statsd = IntakeListeners.open("DogStatsD", options.statsdPort(), open,
                () -> new StatsdListener(options.statsdPort(), metrics));
        DatadogProtocol datadogProtocol = new DatadogProtocol(spans, datadogSpans,
                () -> options.sampling().get().rate(), statsd.port(),
                options.clock());
        this.otlpProtocol = new OtlpProtocol(spans, otlpSpans, options.sampling(), options.clock());
        this.datadog = IntakeListeners.open("Datadog intake", options.datadogPort(), open,
                () -> new IntakeServer(options.datadogPort(), datadogProtocol, memory));
        this.otlp = IntakeListeners.open("OTLP intake", options.otlpPort(), open,
                () -> new IntakeServer(options.otlpPort(), otlpProtocol, memory));
    }

    /** {@return the port of Datadog's protocol on 127.0.0.1} */
    public int datadogPort() {
        return datadog.port();
    }

    /** {@return the port of OTLP on 127.0.0.1} */
    public int otlpPort() {
        return otlp.port();
    }

    /** {@return the port of DogStatsD on 127.0.0.1} */
    public int statsdPort() {
        return statsd.port();
    }

    /** {@return what came since the start} */
    public IntakeCounts counts() {
        return new IntakeCounts(datadogSpans.counts(), otlpSpans.counts(), otlpProtocol.metricPoints(),
                otlpProtocol.logRecords(), statsd.samples());
    }

    /** Stops listening. */
    @Override
    public void close() {
        datadog.close();
        otlp.close();
        statsd.close();
    }
}
