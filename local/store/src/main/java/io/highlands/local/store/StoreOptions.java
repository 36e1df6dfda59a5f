// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Settings of the store.
 *
 * @param folder where the files are; created when missing
 * @param sliceLength how much time one file holds; 6 hours by default
 * @param maxAge how old data may become before its file is dropped; 15 days by default, as CloudWatch keeps one-minute data
 * @param maxBytes how large the files of metrics and logs together may become before the oldest is dropped; 1 GiB by
 *            default
 * @param maxSpanBytes the same for the files of spans, which have room of their own; 1 GiB by default, about 9 million
 * @param memoryLimitMiB what DuckDB may use for its buffers, in MiB; 96 by default
 * @param recent for how long data is kept in memory as well, as long as there is room; an hour by default
 * @param recentRows how many samples are kept in memory at most; 150,000 by default
 * @param maxSeries how many metrics there can be; 10,000 by default
 * @param flushEvery how long data may be in memory only; 250 ms by default, and at most a second is lost in a crash
 * @param clock what time it is; the system's clock by default
 */
public record StoreOptions(Path folder, Duration sliceLength, Duration maxAge, long maxBytes, long maxSpanBytes,
        int memoryLimitMiB, Duration recent, int recentRows, int maxSeries, Duration flushEvery, Clock clock) {

    /** Refuses slices that are not whole seconds, as files are named by the second in which they begin. */
    public StoreOptions {
        if (sliceLength.toSeconds() < 1 || sliceLength.getNano() != 0) {
            throw new IllegalArgumentException("A slice is a whole number of seconds, at least 1, not " + sliceLength);
        }
    }

    /**
     * The defaults.
     *
     * @param folder where the files are
     * @return the settings
     */
    public static StoreOptions in(Path folder) {
        return new StoreOptions(folder, Duration.ofHours(6), Duration.ofDays(15), 1L << 30, 1L << 30, 96,
                Duration.ofHours(1), 150_000, 10_000, Duration.ofMillis(250), Clock.systemUTC());
    }

    /**
     * The same settings with files of another length.
     *
     * @param length how much time one file holds, in whole seconds
     * @return the settings
     */
    public StoreOptions withSliceLength(Duration length) {
        return with(copy -> copy.sliceLength = length);
    }

    /**
     * The same settings with another age limit.
     *
     * @param age how old data may become
     * @return the settings
     */
    public StoreOptions withMaxAge(Duration age) {
        return with(copy -> copy.maxAge = age);
    }

    /**
     * The same settings with another size limit.
     *
     * @param bytes how large the files of metrics and logs together may become
     * @return the settings
     */
    public StoreOptions withMaxBytes(long bytes) {
        return with(copy -> copy.maxBytes = bytes);
    }

    /**
     * The same settings with another size limit for spans.
     *
     * @param bytes how large the files of spans together may become
     * @return the settings
     */
    public StoreOptions withMaxSpanBytes(long bytes) {
        return with(copy -> copy.maxSpanBytes = bytes);
    }

    /**
     * The same settings with another window in memory.
     *
     * @param window for how long data is kept in memory as well
     * @param rows how many samples are kept there at most
     * @return the settings
     */
    public StoreOptions withRecent(Duration window, int rows) {
        return with(copy -> {
            copy.recent = window;
            copy.recentRows = rows;
        });
    }

    /**
     * The same settings with another limit of metrics.
     *
     * @param series how many metrics there can be
     * @return the settings
     */
    public StoreOptions withMaxSeries(int series) {
        return with(copy -> copy.maxSeries = series);
    }

    /**
     * The same settings with another clock.
     *
     * @param newClock what time it is
     * @return the settings
     */
    public StoreOptions withClock(Clock newClock) {
        return with(copy -> copy.clock = newClock);
    }

    private StoreOptions with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.options();
    }

    /** The settings while one of them is changed. */
    private static final class Copy {

        private final StoreOptions from;
        private Duration sliceLength;
        private Duration maxAge;
        private long maxBytes;
        private long maxSpanBytes;
        private Duration recent;
        private int recentRows;
        private int maxSeries;
        private Clock clock;

        Copy(StoreOptions from) {
            this.from = from;
            this.sliceLength = from.sliceLength;
            this.maxAge = from.maxAge;
            this.maxBytes = from.maxBytes;
            this.maxSpanBytes = from.maxSpanBytes;
            this.recent = from.recent;
            this.recentRows = from.recentRows;
            this.maxSeries = from.maxSeries;
            this.clock = from.clock;
        }

        StoreOptions options() {
            return new StoreOptions(from.folder, sliceLength, maxAge, maxBytes, maxSpanBytes, from.memoryLimitMiB,
                    recent,
                    recentRows, maxSeries, from.flushEvery, clock);
        }
    }
}
