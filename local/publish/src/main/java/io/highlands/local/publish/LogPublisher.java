// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

import io.highlands.local.ecs.EcsEvent;
import io.highlands.local.ecs.EcsListener;
import io.highlands.local.ecs.LogSink;
import io.highlands.local.logs.LogService;
import io.highlands.local.store.NewLogEvent;
import io.highlands.local.store.Sample;
import io.highlands.local.template.Platform;

/**
 * Takes the lines of containers and proxies, and ECS's events, to the log groups that the templates name, and counts them
 * for metric filters and for what CloudWatch Logs publishes of itself. Those who write never wait: past 16,384 waiting lines the newest are dropped and counted.
 */
public final class LogPublisher implements LogSink, EcsListener, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LogPublisher.class.getName());
    private static final int CAPACITY = 16_384;
    private static final int BATCH = 2_048;
    private static final long FLUSH_MILLIS = 200;
    private static final String EVENT_STREAM = "events";

    private record Line(LogRoutes.Route route, NewLogEvent event) {}

    private final BlockingQueue<Line> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final LongAdder dropped = new LongAdder();
    private final LogService logs;
    private final Consumer<List<Sample>> metrics;
    private final Clock clock;
    private final Duration period;
    private final MetricFilterCounts counts;
    private final LogVolume volume;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("log-groups").factory());
    private volatile LogRoutes routes;
    private volatile EcsEvents events;
    private volatile List<EventRule> rules = List.of();
    private Instant periodStart;

    /**
     * Begins to write.
     *
     * @param platform which log groups the containers name
     * @param logs where lines go
     * @param metrics takes what metric filters count
     * @param timeScale how many times faster than AWS metric filters publish
     * @param clock what time it is
     */
    public LogPublisher(Platform platform, LogService logs, Consumer<List<Sample>> metrics, int timeScale,
            Clock clock) {
        this.logs = logs;
        this.metrics = metrics;
        this.clock = clock;
        this.period = AwsMetricsPublisher.AWS_PERIOD.dividedBy(timeScale);
        this.counts = new MetricFilterCounts(period);
        this.volume = new LogVolume(period);
        this.periodStart = boundary(clock.instant());
        change(platform, List.of(), List.of());
        thread.scheduleWithFixedDelay(this::flushQuietly, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes over what templates declare.
     *
     * @param platform which log groups the containers name
     * @param eventRules which events go to which log groups
     * @param filters which lines are counted
     */
    public void change(Platform platform, List<EventRule> eventRules, List<LogMetricFilter> filters) {
        routes = new LogRoutes(platform);
        events = new EcsEvents(platform.region(), platform.account(), platform.cluster());
        rules = List.copyOf(eventRules);
        synchronized (counts) {
            counts.filters(filters);
        }
    }

    @Override
    public void line(String service, String taskId, String container, String line) {
        Instant now = clock.instant();
        routes.find(service, taskId, container).ifPresent(route -> offer(new Line(route, new NewLogEvent(now, line))));
    }

    @Override
    public void happened(EcsEvent event) {
        JsonNode json = events.of(event);
        rules.stream().filter(rule -> rule.pattern().matches(json)).flatMap(rule -> rule.logGroups().stream())
                .distinct().forEach(group -> offer(new Line(new LogRoutes.Route(group, EVENT_STREAM),
                        new NewLogEvent(event.at(), json.toString()))));
    }

    private void offer(Line line) {
        if (!waiting.offer(line)) {
            dropped.increment();
        }
    }

    /** {@return how many lines were dropped because the store could not keep up} */
    public long dropped() {
        return dropped.sum();
    }

    private void flushQuietly() {
        try {
            flush();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "lines did not reach their log groups: {0}", e.getMessage());
        }
    }

    /** Writes what waits, and publishes what metric filters counted in a period that has ended. */
    void flush() {
        List<Line> batch = new ArrayList<>();
        while (waiting.drainTo(batch, BATCH) > 0) {
            write(batch);
            batch.clear();
        }
        Instant now = boundary(clock.instant());
        if (now.isAfter(periodStart)) {
            List<Sample> samples = new ArrayList<>();
            synchronized (counts) {
                samples.addAll(counts.take(periodStart));
                samples.addAll(volume.take(periodStart));
            }
            periodStart = now;
            if (!samples.isEmpty()) {
                metrics.accept(samples);
            }
        }
    }

    private void write(List<Line> batch) {
        Map<LogRoutes.Route, List<NewLogEvent>> streams = new LinkedHashMap<>();
        batch.forEach(line -> streams.computeIfAbsent(line.route(), key -> new ArrayList<>()).add(line.event()));
        streams.forEach((route, lines) -> {
            boolean taken = logs.put(route.group(), route.stream(), lines);
            dropped.add(taken ? 0 : lines.size());
            synchronized (counts) {
                counts.count(route.group(), lines);
                volume.count(route.group(), taken ? lines : List.of());
            }
        });
    }

    private Instant boundary(Instant now) {
        return Instant.ofEpochSecond(now.getEpochSecond() - Math.floorMod(now.getEpochSecond(), period.toSeconds()));
    }

    /** Writes what is left, within two seconds. */
    @Override
    public void close() {
        thread.execute(this::flushQuietly);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
