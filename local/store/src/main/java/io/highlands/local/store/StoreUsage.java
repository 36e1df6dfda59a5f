// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.List;
import java.util.Optional;

/**
 * What the store holds and how it fares.
 *
 * @param bytes size of all files
 * @param slices number of files that hold a slice of time
 * @param series number of metrics that are known
 * @param stored samples and log events taken since the start
 * @param pending of them, those not yet on disk
 * @param dropped samples and log events that were refused or given up since the start
 * @param lost samples, log events and spans that an earlier run or this one took and that are not kept, as far as it is known:
 *            in damaged files, or in memory when the process was killed
 * @param unreadable rows of the files that cannot be read and are left out
 * @param problem what is wrong at the moment, in one line; empty when healthy
 * @param notes what has gone wrong since the start and is over, in one line each, the latest 20
 */
public record StoreUsage(long bytes, int slices, int series, long stored, long pending, long dropped, long lost,
        long unreadable, Optional<String> problem, List<String> notes) {}
