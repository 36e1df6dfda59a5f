// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.traces;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.highlands.local.intake.IntakeOptions;
import io.highlands.local.intake.TraceIntake;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.StoreUsage;
import io.highlands.local.store.TelemetryStore;
import io.highlands.local.traces.StoredTraces;
import io.highlands.local.traces.Traces;

/** The store and the intake over it, as they run in the platform. */
final class BenchTraces implements AutoCloseable {

    private final TelemetryStore store;

    private final StoredTraces traces;

    private final TraceIntake intake;

    private final AtomicLong sent = new AtomicLong();

    BenchTraces(Path folder) {
        store = TelemetryStore.open(StoreOptions.in(folder));
        traces = new StoredTraces(store.spans());
        intake = new TraceIntake(IntakeOptions.anywhere(1), traces, sample -> {});
    }

    SpanLoad otlp() {
        return new SpanLoad(intake.otlpPort(), "/v1/traces", "application/x-protobuf", OtlpBody.of(SpanLoad.TRACES),
                sent);
    }

    SpanLoad datadog() {
        return new SpanLoad(intake.datadogPort(), "/v0.4/traces", "application/msgpack",
                DatadogBody.of(SpanLoad.TRACES), sent);
    }

    Traces traces() {
        return traces;
    }

    StoreUsage usage() {
        return store.usage();
    }

    /** How many traces were sent: they are numbered from 0. */
    long sent() {
        return sent.get();
    }

    void awaitWritten() {
        while (store.usage().pending() > 0 && store.usage().problem().isEmpty()) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        intake.close();
        store.close();
    }
}
