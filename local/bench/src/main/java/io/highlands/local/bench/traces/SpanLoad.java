// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.traces;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Spans in bodies of 512, over two connections. A body that is turned away is sent once more after a while, as an exporter
 * would, and counted.
 */
final class SpanLoad {

    /** Traces in a body: as many spans as OpenTelemetry's batches have. */
    static final int TRACES = 64;

    static final int BATCH = TRACES * BenchSpan.SPANS;

    private static final int CONNECTIONS = 2;

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final int port;

    private final String path;

    private final String type;

    private final SpanBody body;

    private final AtomicLong traces;

    /**
     * What came of a load.
     *
     * @param spans spans that were accepted
     * @param turnedAway spans that were turned away, and sent again
     * @param seconds how long it took
     */
    record Result(long spans, long turnedAway, double seconds) {

        double rate() {
            return spans / seconds;
        }
    }

    /**
     * Sends bodies to one intake until it is stopped.
     *
     * @param port where to
     * @param path the path
     * @param type the bodies' type
     * @param body the bodies
     * @param traces the number of the next trace, shared by all loads
     */
    SpanLoad(int port, String path, String type, SpanBody body, AtomicLong traces) {
        this.port = port;
        this.path = path;
        this.type = type;
        this.body = body;
        this.traces = traces;
    }

    /**
     * Sends for a while, or until there are enough spans.
     *
     * @param length how long at most
     * @param spans how many spans at most
     * @param rate spans a second; what comes late is made up for
     */
    Result run(Duration length, long spans, double rate) throws InterruptedException, IOException {
        AtomicLong accepted = new AtomicLong();
        AtomicLong turnedAway = new AtomicLong();
        AtomicLong bodies = new AtomicLong();
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (Future<?> thread : IntStream.range(0, CONNECTIONS).mapToObj(i -> threads.submit(() -> {
                SpanBody own = body.copy();
                try (SpanSender sender = new SpanSender(port, path, type)) {
                    while (System.nanoTime() - began < length.toNanos() && bodies.get() * BATCH < spans) {
                        long due = began + (long) (bodies.getAndIncrement() * BATCH / rate * 1e9);
                        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                            LockSupport.parkNanos(left);
                        }
                        turnedAway.addAndGet(send(sender, own));
                        accepted.addAndGet(BATCH);
                    }
                }
                return null;
            })).toList()) {
                thread.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(path + ": " + e.getCause().getMessage(), e);
        }
        return new Result(accepted.get(), turnedAway.get(), (System.nanoTime() - began) / 1e9);
    }

    /** Spans that were turned away until the body was accepted. */
    private long send(SpanSender sender, SpanBody own) throws IOException {
        Instant now = Instant.now();
        byte[] next = own.next(traces.getAndAdd(TRACES), now.getEpochSecond() * 1_000_000_000L + now.getNano());
        long turnedAway = 0;
        for (int status = sender.post(next); status >= 300; status = sender.post(next)) {
            if (status != 429 && status != 503) {
                throw new IOException("answered with " + status);
            }
            turnedAway += BATCH;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return turnedAway;
    }
}
