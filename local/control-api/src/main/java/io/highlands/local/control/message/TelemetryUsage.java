// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.util.List;

/**
 * What the store of metrics, logs and traces holds.
 *
 * @param bytes the size of its files
 * @param pending samples, log events and spans that are not yet on disk
 * @param dropped samples, log events and spans that were refused or given up since the start
 * @param lost samples, log events and spans that were taken by this run or the one before and are not kept, as far as it is
 *            known
 * @param unreadable rows of the files that cannot be read and are left out
 * @param problem what is wrong at the moment, in one line; empty when nothing is
 * @param notes what went wrong since the start and is over, such as a damaged file that was set aside; one line each
 * @param droppedLogLines log lines of containers and proxies that did not reach their log groups since the start
 */
public record TelemetryUsage(long bytes, long pending, long dropped, long lost, long unreadable, String problem,
        List<String> notes, long droppedLogLines) {

    /** Of nothing at all. */
    public static final TelemetryUsage NONE = new TelemetryUsage(0, 0, 0, 0, 0, "", List.of(), 0);

    /** Copies the list. */
    public TelemetryUsage {
        notes = List.copyOf(notes);
    }
}
