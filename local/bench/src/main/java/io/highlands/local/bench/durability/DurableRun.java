// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.durability;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.highlands.local.control.ControlException;

/**
 * Steady ingest of numbered samples, log events and spans into one process, with the moment at which each was acknowledged;
 * and, after the next start, what of it is missing.
 */
final class DurableRun {

    /** What was acknowledged this long before the end must be there. */
    private static final long GRACE_NANOS = Duration.ofSeconds(1).toNanos();

    private static final int BATCH = 5;

    private static final int PAUSE_MILLIS = 10;

    private final int number;

    private final Acknowledged samples = new Acknowledged();

    private final Acknowledged logEvents = new Acknowledged();

    private final Acknowledged spans = new Acknowledged();

    private boolean hasDashboard;

    private long dashboardAt;

    private long ended = Long.MAX_VALUE;

    DurableRun(int number) {
        this.number = number;
    }

    /** The moments of acknowledgement by number; 0 where there was none. */
    private static final class Acknowledged {

        private final List<Long> moments = new ArrayList<>();

        void add(boolean taken) {
            for (int i = 0; i < BATCH; i++) {
                moments.add(taken ? System.nanoTime() : 0);
            }
        }

        boolean isDue(int index, long ended) {
            return moments.get(index) != 0 && moments.get(index) - ended < -GRACE_NANOS;
        }

        int due(long ended) {
            int due = 0;
            for (int i = 0; i < moments.size(); i++) {
                due += isDue(i, ended) ? 1 : 0;
            }
            return due;
        }

        int size() {
            return moments.size();
        }
    }

    /**
     * What is there of what was acknowledged in time.
     *
     * @param due how many samples, log events and spans were
     * @param missing how many of them are not there
     * @param twice how many are there more than once
     * @param lacksDashboard whether the dashboard is not there
     */
    record Found(long due, long missing, long twice, boolean lacksDashboard) {}

    /** Sends for a while. A request without a response is none that was acknowledged. */
    void send(StoreProcess store, Duration length) throws InterruptedException {
        try (DurableApi api = new DurableApi(store, number)) {
            if (!hasDashboard) {
                hasDashboard = api.begin();
                dashboardAt = System.nanoTime();
            }
            long until = System.nanoTime() + length.toNanos();
            while (System.nanoTime() < until) {
                int first = samples.size();
                samples.add(api.putSamples(first, BATCH));
                logEvents.add(api.putLogEvents(first, BATCH));
                spans.add(api.putSpans(first, BATCH));
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            throw new ControlException("the store's process stopped responding", e);
        }
    }

    /** Notes the moment of the end, just before it. */
    void end() {
        ended = System.nanoTime();
    }

    /** Reads everything back through the public interfaces of another process. */
    Found find(StoreProcess store) throws IOException, InterruptedException {
        try (DurableApi api = new DurableApi(store, number)) {
            long due = samples.due(ended) + logEvents.due(ended) + spans.due(ended);
            long foundSamples = api.samples();
            long missing = Math.max(0, samples.due(ended) - foundSamples);
            long twice = Math.max(0, foundSamples - samples.size());
            List<Integer> numbers = api.logEvents();
            Set<Integer> distinct = new HashSet<>(numbers);
            twice += numbers.size() - distinct.size();
            int[] traces = store.spans(number, spans.size());
            for (int i = 0; i < spans.size(); i++) {
                missing += logEvents.isDue(i, ended) && !distinct.contains(i) ? 1 : 0;
                missing += spans.isDue(i, ended) && traces[i] == 0 ? 1 : 0;
                twice += traces[i] > 1 ? 1 : 0;
            }
            return new Found(due, missing, twice,
                    hasDashboard && dashboardAt - ended < -GRACE_NANOS && !api.hasDashboard());
        }
    }
}
