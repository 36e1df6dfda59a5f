// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.Metric;
import io.highlands.telemetry.Series;
import io.highlands.telemetry.ServiceMetrics;

/** Heap, garbage collection and threads. */
final class JvmReadings implements Readings {

    /** Micrometer's timer of pauses, one per action and cause. */
    private static final String PAUSES = "jvm.gc.pause";

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final MeterRegistry registry;
    private final String service;

    JvmReadings(MeterRegistry registry, String service) {
        this.registry = registry;
        this.service = service;
    }

    @Override
    public void take(Consumer<Reading> to) {
        MemoryUsage heap = memory.getHeapMemoryUsage();
        to.accept(Reading.of(series(ServiceMetrics.HEAP_USED), heap.getUsed()));
        to.accept(Reading.of(series(ServiceMetrics.HEAP_LIMIT), heap.getMax()));
        to.accept(Reading.of(series(ServiceMetrics.THREADS), threads.getThreadCount()));
        to.accept(Reading.of(series(ServiceMetrics.GC_DURATION), pauses()));
    }

    private Map<Double, Long> pauses() {
        Samples all = new Samples();
        for (Timer timer : registry.find(PAUSES).timers()) {
            if (timer instanceof SampledTimer sampled) {
                all.addAll(sampled.take());
            }
        }
        Map<Double, Long> pauses = all.take();
        return pauses.isEmpty() ? Map.of(0.0, 1L) : pauses;
    }

    private Series series(Metric metric) {
        return metric.with(Dimension.SERVICE, service);
    }
}
