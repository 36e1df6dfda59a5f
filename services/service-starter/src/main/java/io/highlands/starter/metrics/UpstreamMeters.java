// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

import io.micrometer.core.instrument.MeterRegistry;

/** The meters of every upstream of this service. */
public final class UpstreamMeters {

    private final Map<String, UpstreamMeter> meters = new ConcurrentSkipListMap<>();
    private final MeterRegistry registry;

    UpstreamMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * The meter of an upstream, which is published from the first call of this method on, zeros included.
     *
     * @param upstream its discovery name
     * @return always the same
     */
    public UpstreamMeter of(String upstream) {
        return meters.computeIfAbsent(upstream, name -> new UpstreamMeter(registry, name));
    }

    Collection<UpstreamMeter> all() {
        return meters.values();
    }
}
