// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.highlands.local.load.Answer;
import io.highlands.local.load.LoadPlan;
import io.highlands.local.load.PlannedLoad;

/** A steady load in the background, of which every answer is kept. */
public final class Load implements AutoCloseable {

    private final List<Answer> answers = new ArrayList<>();

    private final PlannedLoad load;

    private final long began = System.nanoTime();

    private Load(LoadPlan plan) {
        load = PlannedLoad.start(plan, this::add);
    }

    /**
     * Starts sending.
     *
     * @param target what is requested, with GET
     * @param perSecond requests started a second
     * @param timeout after which a request without a response counts as failed
     * @return the load, to be stopped by its user
     */
    public static Load of(URI target, int perSecond, Duration timeout) {
        return new Load(new LoadPlan(number -> target, perSecond, timeout));
    }

    private synchronized void add(Answer answer) {
        answers.add(answer);
    }

    /**
     * Waits until the load has run for a time.
     *
     * @param time since its start
     */
    public void awaitSince(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos() - (System.nanoTime() - began));
    }

    /**
     * Stops sending and waits for the responses.
     *
     * @return all requests, in the order of their start
     */
    public List<Answer> stop() throws InterruptedException {
        load.finish();
        synchronized (this) {
            return answers.stream().sorted(Comparator.comparing(Answer::start)).toList();
        }
    }

    @Override
    public void close() {
        load.close();
    }
}
