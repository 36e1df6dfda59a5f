// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Requests at a steady rate, the public routes in turn. A platform that no longer answers goes on being asked, as its
 * users would, but never by more than the requests of {@link #TIMEOUT}: beyond, they are skipped and counted.
 */
public final class SteadyLoad implements AutoCloseable {

    /** Requests a second that {@code highlands up} sends by default. */
    public static final double DEFAULT_RATE = 2;

    /** The most that may be asked for, in requests a second. */
    public static final double HIGHEST_RATE = 500;

    /** How long an answer is waited for: longer than the load balancer does, so that it speaks first. */
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final int MAX_IN_FLIGHT = 2_000;

    private static final List<String> NAMES = List.of("Aviemore", "Ben%20Nevis", "Cairngorm", "Dornoch", "Eilean",
            "Fort%20William", "Glencoe", "Helmsdale", "Inverness", "Kintail", "Lochaber", "Mallaig", "Nairn", "Oban");

    private final URI base;

    private final double perSecond;

    private final Consumer<Answer> listener;

    private final ExecutorService requests = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("load-", 0).factory());

    private final HttpClient client;

    private final Semaphore inFlight;

    private final LongAdder sent = new LongAdder();

    private final LongAdder good = new LongAdder();

    private final LongAdder failed = new LongAdder();

    private final LongAdder skipped = new LongAdder();

    private final Thread pace;

    private volatile boolean stopped;

    private SteadyLoad(URI base, double perSecond, Consumer<Answer> listener) {
        this.base = base;
        this.perSecond = perSecond;
        this.listener = listener;
        this.inFlight = new Semaphore(
                (int) Math.clamp(Math.ceil(perSecond * TIMEOUT.toSeconds()), 1, MAX_IN_FLIGHT));
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT)
                .executor(requests).build();
        this.pace = Thread.ofVirtual().name("load").start(this::pace);
    }

    /**
     * Starts sending.
     *
     * @param base where the load balancer listens
     * @param perSecond requests a second, more than 0
     * @param listener is told of every answer
     * @return the load, which goes on until it is closed
     */
    public static SteadyLoad start(URI base, double perSecond, Consumer<Answer> listener) {
        return new SteadyLoad(base, perSecond, listener);
    }

    /** Requests a second. */
    public double perSecond() {
        return perSecond;
    }

    /** What it did so far. */
    public LoadCounts counts() {
        return new LoadCounts(sent.sum(), good.sum(), failed.sum(), skipped.sum());
    }

    /** A machine that slept finds itself late: the requests of that time are not made up for. */
    private void pace() {
        long interval = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        long next = System.nanoTime();
        for (long number = 0; !stopped; number++) {
            send(number);
            next = Math.max(next + interval, System.nanoTime() - interval);
            while (!stopped && System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    private void send(long number) {
        if (!inFlight.tryAcquire()) {
            skipped.increment();
            return;
        }
        sent.increment();
        String path = number % 2 == 0 ? "/" : "/time";
        String query = number % 2 == 0 ? "?name=" + NAMES.get((int) (number / 2 % NAMES.size())) : "";
        requests.execute(() -> ask(path, base.resolve(path + query)));
    }

    private void ask(String path, URI target) {
        long began = System.nanoTime();
        int status = 0;
        try {
            status = client.send(HttpRequest.newBuilder(target).timeout(TIMEOUT)
                    .header("User-Agent", "highlands-load").build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            // No answer: counted as status 0.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            inFlight.release();
        }
        if (stopped && status == 0) {
            return;
        }
        Answer answer = new Answer(path, status, (System.nanoTime() - began) / 1e6);
        (answer.good() ? good : failed).increment();
        listener.accept(answer);
    }

    /** Stops at once; answers that are still to come are not waited for. */
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(pace);
        requests.shutdownNow();
        client.shutdownNow();
    }
}
