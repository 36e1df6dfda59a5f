// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.load;

/**
 * What a load did so far.
 *
 * @param sent requests that were sent
 * @param good of those, answered {@linkplain Answer#good() as they should be}
 * @param failed of those, answered otherwise or not at all
 * @param skipped requests that were not sent, because too many were unanswered
 */
public record LoadCounts(long sent, long good, long failed, long skipped) {

    LoadCounts plus(LoadCounts other) {
        return new LoadCounts(sent + other.sent, good + other.good, failed + other.failed, skipped + other.skipped);
    }
}
