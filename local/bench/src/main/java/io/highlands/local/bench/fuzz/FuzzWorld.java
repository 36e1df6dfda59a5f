// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;

import io.highlands.local.aws.AwsOptions;
import io.highlands.local.aws.AwsServer;
import io.highlands.local.bench.BenchFolder;
import io.highlands.local.cloudwatch.alarms.AlarmOptions;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.StoredAlarms;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.logs.LogService;
import io.highlands.local.store.NewLogEvent;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.TelemetryStore;

/** The store and the services over it, as they run in the platform, at a fixed time. */
final class FuzzWorld implements AutoCloseable {

    static final Instant NOW = Instant.ofEpochSecond(1_793_003_600);

    /** What is searched. */
    static final List<String> LINES = List.of("GET /a 200 12ms", "ERROR: größe {x}", "",
            "{\"level\":\"ERROR\",\"status\":500,\"msg\":\"GET /a\",\"dur\":1.5,\"a\":{\"b\":[1,{\"c\":null}]},\"odd name\":true}",
            "{\"level\":\"warn\",\"status\":\"200\",\"dur\":-3,\"a\":[[1],[]],\"ip\":\"10.0.0.1\"}", "{\"broken\":",
            "a".repeat(300) + "!", "user=a, id=7", "\u0000\uFFFF\uD83D\uDE00");

    private final Path folder;
    private final TelemetryStore store;
    private final AlarmService alarms;
    private final LogService logs;
    private final AwsServer server;

    FuzzWorld(Path folder) throws IOException {
        this.folder = folder;
        BenchFolder.delete(folder);
        Files.createDirectories(folder);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        store = TelemetryStore.open(StoreOptions.in(folder.resolve("store")));
        MetricService metrics = new MetricService(store.metrics(), clock);
        logs = new LogService(store.logs(), clock);
        logs.provision("/fuzz", OptionalInt.empty());
        logs.createStream("/fuzz", "s");
        logs.put("/fuzz", "s", LINES.stream().map(line -> new NewLogEvent(NOW.minusSeconds(60), line)).toList());
        alarms = new AlarmService(new AlarmOptions("us-east-1", "000000000000", 1, clock), metrics::source,
                new StoredAlarms(store.states()));
        DashboardService dashboards = new DashboardService(store.states(), clock);
        server = new AwsServer(AwsOptions.on(0), metrics, alarms, dashboards, logs);
    }

    Path folder() {
        return folder;
    }

    LogService logs() {
        return logs;
    }

    AwsServer aws() {
        return server;
    }

    @Override
    public void close() throws IOException {
        server.close();
        alarms.close();
        logs.close();
        store.close();
        BenchFolder.delete(folder);
    }
}
