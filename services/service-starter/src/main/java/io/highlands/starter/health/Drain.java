// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.health;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Holds the shutdown back: for the drain time {@code /health} answers 503 and everything else is served, so that load
 * balancer and mesh turn away first. Boot's own graceful shutdown, which closes the listener at once, comes after.
 */
final class Drain implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final Duration time;
    private final ApplicationContext context;
    private volatile boolean running;
    private volatile boolean draining;

    Drain(Duration time, ApplicationContext context) {
        this.time = time;
        this.context = context;
    }

    boolean draining() {
        return draining;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Not within the callback of {@link #stop(Runnable)}, which Spring gives up on after its own timeout. */
    @Override
    public void stop() {
        draining = true;
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        LOG.info("draining for {} ms", time.toMillis());
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The last to start and the first to stop, before the web server's graceful shutdown. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
