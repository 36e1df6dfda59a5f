// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.logs;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.TelemetryStore;

/** CloudWatch Logs over a real store, with a clock that stands still and one log group. */
final class LogKit implements AutoCloseable {

    static final String GROUP = "/highlands/local/service-a";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final TelemetryStore store;
    private final LogService logs;

    LogKit(Path folder, OptionalInt retentionDays) {
        store = TelemetryStore.open(StoreOptions.in(folder));
        logs = new LogService(store.logs(), Clock.fixed(now, ZoneOffset.UTC));
        logs.provision(GROUP, retentionDays);
    }

    /** When the clock stands still. */
    Instant now() {
        return now;
    }

    LogService logs() {
        return logs;
    }

    @Override
    public void close() {
        logs.close();
        store.close();
    }
}
