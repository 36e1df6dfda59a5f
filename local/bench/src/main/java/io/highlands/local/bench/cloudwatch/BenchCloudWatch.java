// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.cloudwatch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import io.highlands.local.aws.AwsOptions;
import io.highlands.local.aws.AwsServer;
import io.highlands.local.cloudwatch.alarms.AlarmMemory;
import io.highlands.local.cloudwatch.alarms.AlarmOptions;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.dashboards.DashboardData;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.logs.LogService;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.StoreUsage;
import io.highlands.local.store.TelemetryStore;

/** The store, the services over it and the API, as they run in the platform, without alarms. */
final class BenchCloudWatch implements AutoCloseable {

    private final TelemetryStore store;

    private final MetricService metrics;

    private final AlarmService alarms;

    private final DashboardData dashboards;

    private final AwsServer server;

    BenchCloudWatch(Path folder) {
        Clock clock = Clock.systemUTC();
        store = TelemetryStore.open(StoreOptions.in(folder));
        metrics = new MetricService(store.metrics(), clock);
        alarms = new AlarmService(new AlarmOptions("us-east-1", "000000000000", 1, clock),
                metrics::source, new NoAlarms());
        LogService logs = new LogService(store.logs(), clock);
        dashboards = new DashboardData(metrics, alarms, logs);
        server = new AwsServer(AwsOptions.on(0), metrics, alarms, new DashboardService(store.states(), clock), logs);
    }

    /** What is remembered of no alarms. */
    private record NoAlarms() implements AlarmMemory {

        @Override
        public Map<String, String> alarms() {
            return Map.of();
        }

        @Override
        public void keep(String name, String json) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public void forget(String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public void happened(Instant at, String json) {
            throw new UnsupportedOperationException(json);
        }

        @Override
        public List<String> history(Instant from, Instant until, int limit) {
            return List.of();
        }
    }

    MetricService metrics() {
        return metrics;
    }

    DashboardData dashboards() {
        return dashboards;
    }

    int port() {
        return server.port();
    }

    StoreUsage usage() {
        return store.usage();
    }

    void awaitWritten() {
        store.metrics().names(Optional.empty());
        while (store.usage().pending() > 0 && store.usage().problem().isEmpty()) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        server.close();
        alarms.close();
        store.close();
    }
}
