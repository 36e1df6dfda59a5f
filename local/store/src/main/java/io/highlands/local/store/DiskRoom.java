// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Room on the disk: asked for before DuckDB is, since it refuses files after it has found none. */
final class DiskRoom {

    /** What a batch and the files that it begins take: 20,000 rows of about a hundred bytes. */
    private static final long BATCH_BYTES = 2L << 20;

    private DiskRoom() {
    }

    /**
     * Finds out whether there is room for a batch.
     *
     * @throws SQLException in the system's own words where there is none
     */
    static void require(Path folder, OpenFiles files) throws SQLException {
        long free = free(folder);
        if (free < largestLog(files) * 2) {
            files.slices().shrinkLogs(free);
            files.spans().shrinkLogs(free);
            free = free(folder);
        }
        if (free < BATCH_BYTES) {
            throw new SQLException(
                    "No space left on device: " + (free >> 10) + " KiB are free where the telemetry is, and "
                            + (BATCH_BYTES >> 10) + " are needed");
        }
    }

    private static long largestLog(OpenFiles files) {
        return Stream.of(files.slices(), files.spans()).flatMap(kind -> kind.all().stream())
                .mapToLong(Slice::logBytes).max().orElse(0);
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            // not known: DuckDB will find out
            return Long.MAX_VALUE;
        }
    }
}
