// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.highlands.local.balancer.BalancerSnapshot;
import io.highlands.local.mesh.MeshSnapshot;

/** Reads the counters every five seconds and keeps a minute of readings, so that the map can show rates. */
final class Readings implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Readings.class.getName());

    private static final Duration KEPT = Duration.ofSeconds(60);

    private static final long STEP_SECONDS = 5;

    private final Deque<Reading> readings = new ArrayDeque<>();

    private final Supplier<MeshSnapshot> mesh;

    private final Supplier<BalancerSnapshot> balancer;

    private final Clock clock;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("console-readings").factory());

    Readings(Supplier<MeshSnapshot> mesh, Supplier<BalancerSnapshot> balancer, Clock clock) {
        this.mesh = mesh;
        this.balancer = balancer;
        this.clock = clock;
        thread.scheduleWithFixedDelay(this::take, 0, STEP_SECONDS, TimeUnit.SECONDS);
    }

    /** What happened since the oldest reading kept. */
    Traffic traffic() {
        Reading now = read();
        synchronized (readings) {
            return new Traffic(readings.isEmpty() ? now : readings.peekFirst(), now);
        }
    }

    /** A reading that fails, as while the platform is stopping, is left out: an exception would end the schedule. */
    private void take() {
        try {
            keep(read());
        } catch (RuntimeException stopping) {
            LOG.log(Level.FINE, "console: counters were not read", stopping);
        }
    }

    private void keep(Reading reading) {
        synchronized (readings) {
            readings.addLast(reading);
            Instant oldest = reading.at().minus(KEPT);
            while (readings.peekFirst().at().isBefore(oldest)) {
                readings.removeFirst();
            }
        }
    }

    private Reading read() {
        return new Reading(clock.instant(), mesh.get(), balancer.get());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
