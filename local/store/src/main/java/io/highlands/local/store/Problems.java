// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What goes wrong with files: told in one line each, the same one not twice in a row. */
final class Problems {

    private final Consumer<String> report;

    private String last = "";

    private String current = "";

    Problems(Consumer<String> report) {
        this.report = report;
    }

    /** Something that has happened, and is over. */
    synchronized void note(String what, Exception reason) {
        tell(what + ": " + StoreException.oneLine(reason));
    }

    /** Something that goes on until {@link #over}. */
    synchronized void begin(String what, Exception reason) {
        current = what + ": " + StoreException.oneLine(reason);
        tell(current);
    }

    synchronized void over() {
        current = "";
    }

    synchronized Optional<String> current() {
        return current.isEmpty() ? Optional.empty() : Optional.of(current);
    }

    /** Whether an error says that a file is damaged, and not that memory is short or a statement wrong. */
    static boolean isDamage(SQLException error) {
        String message = String.valueOf(error.getMessage());
        return Stream.of("orrupt", "checksum", "invalidated", "FATAL", "INTERNAL", "IO Error", "Serialization Error",
                "does not exist").anyMatch(message::contains);
    }

    private void tell(String line) {
        if (!line.equals(last)) {
            last = line;
            report.accept("telemetry: " + line);
        }
    }
}
