// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The samples since a moment, the horizon: memory has all of them, and readers look for older ones in the files. Whoever
 * uses it holds the intake's lock.
 */
final class RecentSamples {

    private final SeriesIndex index;

    private final int capacity;

    private final List<SampleRow> late = new ArrayList<>();

    private long horizon;

    private int weight;

    RecentSamples(SeriesIndex index, int capacity, long horizon) {
        this.index = index;
        this.capacity = capacity;
        this.horizon = horizon;
    }

    /** The first second of which memory has everything. */
    long horizon() {
        return horizon;
    }

    /** Samples from before the horizon that are not on disk yet. */
    List<SampleRow> late() {
        return late;
    }

    void add(SampleRow row) {
        row.series().seen(row.second());
        if (row.second() < horizon) {
            late.add(row);
            return;
        }
        row.series().recent().add(row);
        weight += row.weight();
    }

    /** Forgets what is on disk and before a moment; while memory is too full, the moment comes nearer. */
    void trim(long oldest, long now) {
        if (oldest > horizon) {
            forgetBefore(oldest);
        }
        while (weight > capacity && horizon < now) {
            forgetBefore(horizon + Math.max(1, (now - horizon) / 4));
        }
        if (weight > capacity) {
            // all of it is of this second or from the future
            forgetBefore(Long.MAX_VALUE);
        }
        late.removeIf(Row::onDisk);
    }

    private void forgetBefore(long second) {
        horizon = second == Long.MAX_VALUE ? latest() + 1 : second;
        weight = 0;
        for (Series series : index.all()) {
            series.recent().removeIf(row -> {
                if (row.second() < horizon && !row.onDisk()) {
                    late.add(row);
                }
                return row.second() < horizon;
            });
            for (SampleRow row : series.recent()) {
                weight += row.weight();
            }
        }
    }

    private long latest() {
        long latest = horizon;
        for (Series series : index.all()) {
            latest = Math.max(latest, series.lastSecond());
        }
        return latest;
    }
}
