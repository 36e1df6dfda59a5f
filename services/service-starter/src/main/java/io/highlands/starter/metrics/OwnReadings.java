// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.Unit;

/**
 * Meters of the service's own that it asks to be published: timers and summaries as distributions, counters as what was
 * added in the step, gauges as they are. Their number is bounded, since each is paid for.
 */
final class OwnReadings implements Readings {

    private static final Logger LOG = LoggerFactory.getLogger(OwnReadings.class);

    private final MeterRegistry registry;
    private final String service;
    private final List<String> names;
    private final int most;
    private final Set<Meter.Id> published = new HashSet<>();
    private boolean warned;

    OwnReadings(MeterRegistry registry, String service, MetricsProperties properties) {
        this.registry = registry;
        this.service = service;
        this.names = properties.also();
        this.most = properties.alsoSeries();
    }

    @Override
    public void take(Consumer<Reading> to) {
        for (String name : names) {
            registry.find(name).meters().stream().filter(this::within).forEach(meter -> take(meter, to));
        }
    }

    private boolean within(Meter meter) {
        if (published.contains(meter.getId()) || published.size() < most) {
            published.add(meter.getId());
            return true;
        }
        if (!warned) {
            warned = true;
            LOG.warn("metrics left out: highlands.metrics.also names more than {} series, such as {}", most,
                    meter.getId());
        }
        return false;
    }

    private void take(Meter meter, Consumer<Reading> to) {
        Map<Double, Long> counts = switch (meter) {
            case SampledTimer timer -> timer.take();
            case SampledSummary summary -> summary.take();
            case SteppedCounter counter -> Map.of(counter.take(), 1L);
            case Gauge gauge when Double.isFinite(gauge.value()) -> Map.of(gauge.value(), 1L);
            default -> Map.of();
        };
        if (!counts.isEmpty()) {
            to.accept(new Reading(meter.getId().getName(), dimensions(meter), unit(meter), counts));
        }
    }

    private Map<String, String> dimensions(Meter meter) {
        Map<String, String> dimensions = new TreeMap<>();
        for (Tag tag : meter.getId().getTags()) {
            if (!tag.getValue().isBlank()) {
                dimensions.put(tag.getKey(), tag.getValue());
            }
        }
        dimensions.put(Dimension.SERVICE.cloudWatchName(), service);
        return dimensions;
    }

    private static Unit unit(Meter meter) {
        if (meter instanceof SampledTimer) {
            return Unit.MILLISECONDS;
        }
        String unit = meter.getId().getBaseUnit();
        if (unit == null) {
            return meter instanceof SteppedCounter ? Unit.COUNT : Unit.NONE;
        }
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "bytes" -> Unit.BYTES;
            case "milliseconds", "ms" -> Unit.MILLISECONDS;
            case "seconds", "s" -> Unit.SECONDS;
            case "percent" -> Unit.PERCENT;
            default -> Unit.NONE;
        };
    }
}
