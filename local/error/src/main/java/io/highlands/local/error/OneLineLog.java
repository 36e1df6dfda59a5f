// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.error;

import java.io.PrintWriter;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Prints what a process logs, one line a record. The stack trace of an exception that is no {@link UserError} goes to a
 * file of the {@link ErrorLog}.
 */
public final class OneLineLog extends Handler {

    private static final SimpleFormatter MESSAGES = new SimpleFormatter();

    private final PrintWriter out;
    private final Supplier<ErrorLog> errors;

    /**
     * @param out where lines are printed
     * @param errors the log of unexpected errors, asked for when there is one
     */
    public OneLineLog(PrintWriter out, Supplier<ErrorLog> errors) {
        this.out = out;
        this.errors = errors;
    }

    /**
     * Makes it the only handler of this process, for records from a level on.
     *
     * @param level the level
     */
    public void install(Level level) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(level);
        root.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        String message = ErrorLog.oneLine(MESSAGES.formatMessage(record));
        String line = record.getThrown() == null ? message : errors.get().logged(message, record.getThrown());
        out.println("highlands: " + line);
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        flush();
    }
}
