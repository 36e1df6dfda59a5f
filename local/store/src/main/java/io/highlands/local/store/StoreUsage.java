// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

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
 * @param problem what is wrong at the moment, in one line; empty when healthy
 */
public record StoreUsage(long bytes, int slices, int series, long stored, long pending, long dropped,
        Optional<String> problem) {}
