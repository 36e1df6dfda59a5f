// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.Metric;
import io.highlands.telemetry.Series;
import io.highlands.telemetry.ServiceMetrics;

/** Requests and calls, from the meters that are registered under the names of {@link ServiceMetrics}. */
final class DeclaredReadings implements Readings {

    private static final List<Metric> METRICS = List.of(ServiceMetrics.SERVER_DURATION, ServiceMetrics.SERVER_ERRORS,
            ServiceMetrics.CLIENT_DURATION, ServiceMetrics.CLIENT_ERRORS, ServiceMetrics.CLIENT_REJECTED);

    private final MeterRegistry registry;
    private final UpstreamMeters upstreams;
    private final String service;

    DeclaredReadings(MeterRegistry registry, UpstreamMeters upstreams, String service) {
        this.registry = registry;
        this.upstreams = upstreams;
        this.service = service;
    }

    @Override
    public void take(Consumer<Reading> to) {
        for (Metric metric : METRICS) {
            for (Meter meter : registry.find(metric.name()).meters()) {
                take(metric, meter, to);
            }
        }
        for (UpstreamMeter upstream : upstreams.all()) {
            to.accept(Reading.of(of(ServiceMetrics.CIRCUIT_OPEN, upstream), upstream.open().take()));
            to.accept(Reading.of(of(ServiceMetrics.BULKHEAD_ACTIVE, upstream), upstream.active().take()));
        }
    }

    private void take(Metric metric, Meter meter, Consumer<Reading> to) {
        switch (meter) {
            case SteppedCounter counter -> to.accept(Reading.of(series(metric, meter), counter.take()));
            case SampledTimer timer -> {
                Map<Double, Long> samples = timer.take();
                if (!samples.isEmpty()) {
                    to.accept(Reading.of(series(metric, meter), samples));
                }
            }
            default -> {
                // A meter of the same name that is not ours.
            }
        }
    }

    private Series of(Metric metric, UpstreamMeter upstream) {
        return metric.with(Dimension.SERVICE, service, Dimension.UPSTREAM, upstream.upstream());
    }

    /** By the declared dimensions and no others, whatever tags a service adds to all its meters. */
    private Series series(Metric metric, Meter meter) {
        Set<Dimension> declared = metric.dimensionSets().getFirst();
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        for (Dimension dimension : declared) {
            values.put(dimension, dimension == Dimension.SERVICE
                    ? service
                    : meter.getId().getTag(dimension.cloudWatchName()));
        }
        return metric.with(values);
    }
}
