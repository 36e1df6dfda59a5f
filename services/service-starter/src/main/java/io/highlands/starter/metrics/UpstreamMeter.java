// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.Metric;
import io.highlands.telemetry.ServiceMetrics;
import io.highlands.telemetry.Status;

/** Calls of one upstream, as this service sees them. */
public final class UpstreamMeter {

    private final String upstream;
    private final Timer duration;
    private final Map<Status, Counter> errors = new EnumMap<>(Status.class);
    private final Counter rejected;
    private final Peak active = new Peak();
    private final Peak open = new Peak();

    UpstreamMeter(MeterRegistry registry, String upstream) {
        this.upstream = upstream;
        String tag = Dimension.UPSTREAM.cloudWatchName();
        duration = Timer.builder(ServiceMetrics.CLIENT_DURATION.name()).tag(tag, upstream)
                .description(ServiceMetrics.CLIENT_DURATION.meaning()).register(registry);
        for (Status status : ServiceMetrics.clientErrors()) {
            errors.put(status, Counter.builder(ServiceMetrics.CLIENT_ERRORS.name()).tag(tag, upstream)
                    .tag(Dimension.STATUS.cloudWatchName(), status.value())
                    .description(ServiceMetrics.CLIENT_ERRORS.meaning()).register(registry));
        }
        rejected = Counter.builder(ServiceMetrics.CLIENT_REJECTED.name()).tag(tag, upstream)
                .description(ServiceMetrics.CLIENT_REJECTED.meaning()).register(registry);
        gauge(registry, ServiceMetrics.BULKHEAD_ACTIVE, active);
        gauge(registry, ServiceMetrics.CIRCUIT_OPEN, open);
    }

    private void gauge(MeterRegistry registry, Metric metric, Peak peak) {
        Gauge.builder(metric.name(), peak, Peak::level).tag(Dimension.UPSTREAM.cloudWatchName(), upstream)
                .description(metric.meaning()).register(registry);
    }

    String upstream() {
        return upstream;
    }

    Peak active() {
        return active;
    }

    Peak open() {
        return open;
    }

    /** A call begins. */
    public void began() {
        active.add(1);
    }

    /** A call that began is over, and did what it should or was given up by this service itself. */
    public void ended(long nanos) {
        active.add(-1);
        duration.record(Duration.ofNanos(nanos));
    }

    /**
     * A call that began is over, and failed.
     *
     * @param nanos since it began
     * @param status how it failed
     */
    public void failed(long nanos, Status status) {
        ended(nanos);
        errors.get(status).increment();
    }

    /** A call was not made: its circuit was open or its bulkhead full. */
    public void rejected() {
        rejected.increment();
    }

    /** The circuit opened, or no longer is. */
    public void circuitOpen(boolean isOpen) {
        open.set(isOpen ? 1 : 0);
    }
}
