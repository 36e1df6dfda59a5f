// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.highlands.local.balancer.BalancerSnapshot;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.store.Sample;
import io.highlands.local.template.Platform;

/**
 * Publishes what AWS would publish by itself, once a period, at the clock's own boundaries, under the time at which the
 * period began. AWS's period is 60 s; local mode's is as many times shorter as its time scale says.
 */
public final class AwsMetricsPublisher implements AutoCloseable {

    /** How often AWS publishes. */
    public static final Duration AWS_PERIOD = Duration.ofSeconds(60);

    /** A timer may be a little early: what ends within half a second has ended. */
    private static final long EARLY_MILLIS = 500;

    private static final System.Logger LOG = System.getLogger(AwsMetricsPublisher.class.getName());

    private final PublishSources sources;
    private final Consumer<List<Sample>> sink;
    private final Duration period;
    private final Clock clock;
    private final MeshMetrics mesh = new MeshMetrics();
    private final TaskMetrics tasks = new TaskMetrics();
    private final BalancerMetrics balancer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("aws-metrics").factory());

    /**
     * Prepares to publish; nothing is published before {@link #start}.
     *
     * @param sources what happened
     * @param sink takes what is published
     * @param timeScale how many times faster than AWS to publish, a divisor of 60
     * @param clock what time it is
     */
    public AwsMetricsPublisher(PublishSources sources, Consumer<List<Sample>> sink, int timeScale, Clock clock) {
        this.sources = sources;
        this.sink = sink;
        this.period = AWS_PERIOD.dividedBy(timeScale);
        this.clock = clock;
        this.balancer = new BalancerMetrics(sources.platform().get().region() + "a");
    }

    /** {@return how often metrics are published} */
    public Duration period() {
        return period;
    }

    /** Begins to publish, at the end of the period that runs now. */
    public void start() {
        scheduleNext();
    }

    /** By the clock each time, and not at a fixed rate: a machine that slept goes on at the clock's boundaries. */
    private void scheduleNext() {
        Instant now = clock.instant();
        Instant next = boundary(now.plusMillis(EARLY_MILLIS)).plus(period);
        thread.schedule(this::publishQuietly, Duration.between(now, next).toMillis(), TimeUnit.MILLISECONDS);
    }

    private Instant boundary(Instant now) {
        return Instant.ofEpochSecond(now.getEpochSecond() - Math.floorMod(now.getEpochSecond(), period.toSeconds()));
    }

    private void publishQuietly() {
        try {
            scheduleNext();
            publish();
        } catch (RejectedExecutionException closed) {
            // The platform stops.
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the metrics of this period were not published: {0}",
                    e.getMessage());
        }
    }

    /** Publishes what happened since the last time, for the period that has just ended. */
    void publish() {
        Instant now = clock.instant();
        Instant end = boundary(now.plusMillis(EARLY_MILLIS));
        Batch batch = new Batch(end.minus(period), period);
        Platform platform = sources.platform().get();
        ClusterSnapshot cluster = sources.cluster().get();
        mesh.add(batch, sources.mesh().get(), TaskMetrics.running(cluster));
        tasks.add(batch, cluster, platform, now, period);
        BalancerSnapshot counters = sources.balancer().get();
        if (counters != null && platform.loadBalancer() != null) {
            balancer.add(batch, counters, platform.loadBalancer().fullName());
        }
        sink.accept(batch.samples());
    }

    /** Stops publishing; what happened in the period that runs is not published. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
