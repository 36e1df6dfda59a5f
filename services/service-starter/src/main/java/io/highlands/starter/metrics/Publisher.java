// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.Series;
import io.highlands.telemetry.ServiceMetrics;

/**
 * Takes the readings at the end of every step, on a thread of its own, and sends them with the time at which the step
 * began, on whole steps of the clock, so that those of several tasks fall together. The last ones go out when the web
 * server has stopped.
 */
final class Publisher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final Duration MAX_SEND = Duration.ofSeconds(10);
    private static final Duration MAX_LAST_SEND = Duration.ofSeconds(3);

    private final Duration step;
    private final List<Readings> readings;
    private final Batches batches;
    private final Delivery delivery;
    private final HighlandsMeterRegistry registry;
    private final Series heartbeat;
    private ScheduledExecutorService thread;

    Publisher(MetricsProperties properties, String service, List<Readings> readings, Batches batches,
            Delivery delivery, HighlandsMeterRegistry registry) {
        this.step = properties.step();
        this.readings = readings;
        this.batches = batches;
        this.delivery = delivery;
        this.registry = registry;
        this.heartbeat = ServiceMetrics.PUBLISH_FAILURES.with(Dimension.SERVICE, service);
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("metrics-publisher").daemon().factory());
        long millis = step.toMillis();
        thread.scheduleAtFixedRate(this::publishEnded, millis - System.currentTimeMillis() % millis, millis,
                TimeUnit.MILLISECONDS);
    }

    /** Ends with the readings of the step that has only begun. */
    @Override
    public synchronized void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(MAX_LAST_SEND.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
                thread.awaitTermination(MAX_LAST_SEND.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
        publish(stepOf(System.currentTimeMillis()), MAX_LAST_SEND);
        delivery.close();
        registry.closeAtLast();
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Stopped after the web server, whose lifecycle is in a later phase. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void publishEnded() {
        Duration half = step.dividedBy(2);
        publish(stepOf(System.currentTimeMillis() - step.toMillis() / 2),
                half.compareTo(MAX_SEND) < 0 ? half : MAX_SEND);
    }

    /** The readings go out under one time; whatever goes wrong, the next step finds the publisher alive. */
    private void publish(Instant time, Duration longest) {
        try {
            List<Reading> taken = take();
            for (PutMetricDataRequest batch : batches.of(taken, time)) {
                delivery.send(batch, longest);
            }
        } catch (RuntimeException e) {
            LOG.warn("metrics of one step lost", e);
        }
    }

    private List<Reading> take() {
        List<Reading> taken = new ArrayList<>();
        readings.forEach(part -> part.take(taken::add));
        taken.add(Reading.of(heartbeat, delivery.takeFailures()));
        return taken;
    }

    private Instant stepOf(long millis) {
        return Instant.ofEpochMilli(millis - Math.floorMod(millis, step.toMillis()));
    }
}
