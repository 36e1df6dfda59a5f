// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.util.List;

/**
 * Why DuckDB refuses a file or a statement. Its driver has no codes for that, so the message decides; what the messages are
 * was asked of the driver ({@code FailureTest}).
 */
enum Failure {

    /** DuckDB refuses a file after an error until it is detached and attached again. The file itself may be sound. */
    REFUSED(List.of("has been invalidated", "duckdb_appender_create_ext error")),

    /** The system refuses: no room, no permission, or another process has the file. It may be otherwise later. */
    NO_ACCESS(List.of("No space left on device", "Disk quota exceeded", "File too large", "Read-only file system",
            "Permission denied", "Operation not permitted", "Too many open files", "Could not set lock",
            "Unique file handle conflict")),

    /** The content of the file is not what DuckDB wrote. */
    DAMAGE(List.of("orrupt", "checksum", "FATAL", "INTERNAL", "IO Error", "Serialization Error", "does not exist")),

    /** Anything else, such as too little memory. */
    OTHER(List.of());

    private final List<String> marks;

    Failure(List<String> marks) {
        this.marks = marks;
    }

    static Failure of(Exception error) {
        String message = String.valueOf(error.getMessage());
        for (Failure failure : values()) {
            if (failure.marks.stream().anyMatch(message::contains)) {
                return failure;
            }
        }
        return OTHER;
    }

    /** Whether it was the log of a file that could not be read, and not the file. */
    static boolean isOfLog(Exception error) {
        return String.valueOf(error.getMessage()).contains("replaying WAL");
    }
}
