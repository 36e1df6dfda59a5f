// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.local.store.Sample;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.TelemetryStore;

/** A metrics service at noon, over a store of its own. */
final class Metrics implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);

    private final TelemetryStore store;

    private final MetricService service;

    Metrics(Path folder) {
        this(StoreOptions.in(folder));
    }

    Metrics(StoreOptions options) {
        store = TelemetryStore.open(options.withClock(clock));
        service = new MetricService(store.metrics(), clock);
    }

    MetricService service() {
        return service;
    }

    static MetricName metric(String name, String service) {
        return new MetricName("Highlands/test", name, Map.of("Service", service));
    }

    static MetricStat stat(MetricName metric, String statistic, int period) {
        return new MetricStat(metric, period, statistic, Optional.empty());
    }

    /** One value a minute, from the oldest to the one just before noon. */
    void minutes(MetricName metric, double... values) {
        for (int i = 0; i < values.length; i++) {
            service.put(List.of(new Sample(metric, NOON.minusSeconds(60L * (values.length - i)),
                    Distribution.of(values[i]), "Count", 60)));
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
