// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Requests at the times of a plan, whether or not the earlier ones were answered: a slow platform meets the same load as a quick
 * one. A platform that no longer responds goes on being asked, as its users would, but never by more than the requests of one
 * timeout: beyond, they are skipped and counted.
 */
public final class PlannedLoad implements AutoCloseable {

    /** Requests a second that {@code highlands up} sends by default. */
    public static final double DEFAULT_RATE = 2;

    /** The most that may be asked for, in requests a second. */
    public static final double HIGHEST_RATE = 500;

    private static final int MAX_IN_FLIGHT = 2_000;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final LoadPlan plan;

    private final Consumer<Answer> listener;

    /** The client's own threads outlive the last request: it needs them for the responses. */
    private final ExecutorService responses = Executors.newVirtualThreadPerTaskExecutor();

    private final ExecutorService requests = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("load-", 0).factory());

    private final HttpClient client = client(responses);

    private final Semaphore inFlight;

    private final LongAdder sent = new LongAdder();

    private final LongAdder good = new LongAdder();

    private final LongAdder failed = new LongAdder();

    private final LongAdder skipped = new LongAdder();

    private final Thread pace;

    private volatile boolean ending;

    private volatile boolean stopped;

    private PlannedLoad(LoadPlan plan, Consumer<Answer> listener) {
        this.plan = plan;
        this.listener = listener;
        this.inFlight = new Semaphore(
                (int) Math.clamp(Math.ceil(plan.perSecond() * plan.timeout().toSeconds()), 1, MAX_IN_FLIGHT));
        this.pace = Thread.ofPlatform().daemon().name("load").start(this::pace);
    }

    /**
     * Starts sending.
     *
     * @param plan what to ask for, and how often
     * @param listener is told of every answer, by several threads
     * @return the load, which goes on until it is finished or closed
     */
    public static PlannedLoad start(LoadPlan plan, Consumer<Answer> listener) {
        return new PlannedLoad(plan, listener);
    }

    /**
     * Sends one request and waits for its response.
     *
     * @param target what is requested, with GET
     * @param timeout how long the response is waited for
     * @return what came back
     */
    public static Answer once(URI target, Duration timeout) {
        try (ExecutorService responses = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = client(responses)) {
            return ask(client, target, timeout);
        }
    }

    private static HttpClient client(ExecutorService responses) {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT)
                .executor(responses).build();
    }

    /** Requests a second, at most. */
    public double perSecond() {
        return plan.perSecond();
    }

    /** What it did so far. */
    public LoadCounts counts() {
        return new LoadCounts(sent.sum(), good.sum(), failed.sum(), skipped.sum());
    }

    /** A machine that slept finds itself late: the requests of that time are not made up for. */
    private void pace() {
        long interval = (long) (TimeUnit.SECONDS.toNanos(1) / plan.perSecond());
        long began = System.nanoTime();
        long next = 0;
        for (long number = 0; !ending; number++) {
            send(number);
            next = Math.max(plan.arrivals().after(next), System.nanoTime() - began - interval);
            while (!ending && System.nanoTime() - began < next) {
                LockSupport.parkNanos(next - (System.nanoTime() - began));
            }
        }
    }

    private void send(long number) {
        if (!inFlight.tryAcquire()) {
            skipped.increment();
            return;
        }
        sent.increment();
        requests.execute(() -> {
            Answer answer;
            try {
                answer = ask(client, plan.target().apply(number), plan.timeout());
            } finally {
                inFlight.release();
            }
            if (!stopped || answer.status() != 0) {
                (answer.good() ? good : failed).increment();
                listener.accept(answer);
            }
        });
    }

    private static Answer ask(HttpClient client, URI target, Duration timeout) {
        Instant start = Instant.now();
        long began = System.nanoTime();
        int status = 0;
        String detail;
        try {
            HttpResponse<String> response = client.send(HttpRequest.newBuilder(target).timeout(timeout)
                    .header("User-Agent", "highlands-load").build(), bodyUnlessGood());
            status = response.statusCode();
            detail = response.body().strip();
        } catch (IOException failure) {
            detail = reason(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            detail = "interrupted";
        }
        return new Answer(target.getPath(), start, status, (System.nanoTime() - began) / 1e6, detail);
    }

    private static BodyHandler<String> bodyUnlessGood() {
        return head -> head.statusCode() == 200
                ? BodySubscribers.replacing("")
                : BodySubscribers.ofString(StandardCharsets.UTF_8);
    }

    /** The client wraps what happened in an exception without words. */
    private static String reason(IOException failure) {
        Throwable cause = failure;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    /**
     * Sends no more, and waits for the responses to what was sent.
     *
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public void finish() throws InterruptedException {
        ending = true;
        LockSupport.unpark(pace);
        pace.join();
        requests.close();
    }

    /** Stops at once; responses that are still to come are not waited for. */
    @Override
    public void close() {
        stopped = true;
        ending = true;
        LockSupport.unpark(pace);
        requests.shutdownNow();
        client.shutdownNow();
        responses.shutdown();
    }
}
