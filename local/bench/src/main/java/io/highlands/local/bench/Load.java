// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at a constant rate, whether or not the earlier ones were answered: a slow server meets the same load as a
 * quick one.
 *
 * @param target what is requested, with GET
 * @param perSecond requests started a second
 * @param timeout after which a request without an answer counts as failed
 */
record Load(URI target, int perSecond, Duration timeout) {

    /**
     * One answered or failed request.
     *
     * @param start when it was sent
     * @param status the answer's status; 0 when there was none
     * @param millis how long it took, in milliseconds
     * @param detail the failure in words, or the body of an answer other than 200
     */
    record Sample(Instant start, int status, double millis, String detail) {

        boolean failed() {
            return status != 200;
        }

        /** The answer in words that are the same for all requests that failed alike. */
        String kind() {
            return status + " " + detail.replaceAll(",?\"request_id\":\"[^\"]*\"", "");
        }
    }

    /** A run of the load in the background. */
    static final class Run implements AutoCloseable {

        private final List<Sample> samples = new ArrayList<>();

        private final Thread pace;

        /** The client's own threads outlive the last request: it needs them for the answers. */
        private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();

        private final HttpClient client;

        private final long began = System.nanoTime();

        private volatile boolean stopped;

        private Run(Load load) {
            ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
            client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5))
                    .executor(answers).build();
            pace = Thread.ofPlatform().name("load").start(() -> {
                try (requests) {
                    paced(load, requests);
                }
            });
        }

        private void paced(Load load, ExecutorService requests) {
            long interval = 1_000_000_000L / load.perSecond;
            long next = System.nanoTime();
            while (!stopped) {
                requests.execute(() -> record(load.once(client)));
                next += interval;
                long pause = next - System.nanoTime();
                if (pause > 0) {
                    LockSupport.parkNanos(pause);
                }
            }
        }

        private synchronized void record(Sample sample) {
            samples.add(sample);
        }

        /**
         * Waits until the load has run for a time.
         *
         * @param time since its start
         */
        void awaitSince(Duration time) throws InterruptedException {
            long left = time.toNanos() - (System.nanoTime() - began);
            if (left > 0) {
                pace.join(Duration.ofNanos(left));
            }
        }

        /**
         * Stops sending and waits for the answers.
         *
         * @return all requests, in the order of their start
         */
        List<Sample> stop() throws InterruptedException {
            stopped = true;
            pace.join();
            synchronized (this) {
                return samples.stream().sorted(Comparator.comparing(Sample::start)).toList();
            }
        }

        @Override
        public void close() {
            stopped = true;
            client.shutdownNow();
            answers.shutdown();
        }
    }

    /**
     * Starts sending.
     *
     * @return the run, to be stopped by its user
     */
    Run start() {
        return new Run(this);
    }

    /**
     * Sends one request and waits for its answer.
     *
     * @param client the client to send it with
     * @return what came back
     */
    private Sample once(HttpClient client) {
        Instant start = Instant.now();
        long began = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(target).timeout(timeout).build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Sample(start, answer.statusCode(), millisSince(began),
                    answer.statusCode() == 200 ? "" : answer.body().strip());
        } catch (IOException failure) {
            return new Sample(start, 0, millisSince(began), reason(failure));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Sample(start, 0, millisSince(began), "interrupted");
        }
    }

    /**
     * Sends one request to another address and waits for its answer.
     *
     * @param other what is requested, with GET
     * @return what came back
     */
    Sample once(URI other) {
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return new Load(other, perSecond, timeout).once(client);
        }
    }

    /** The client wraps what happened in an exception without words. */
    private static String reason(IOException failure) {
        Throwable cause = failure;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }
}
