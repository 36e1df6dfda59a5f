// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;

import io.highlands.local.error.FileErrors;
import io.highlands.local.error.UserError;

/** The store cannot do what it was asked; the message is one line. */
public final class StoreException extends UserError {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal or a failure.
     *
     * @param message what is wrong and what is allowed
     */
    public StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message + ": " + oneLine(cause), cause);
    }

    /** What is wrong with a row that cannot be read, without the names of classes that such errors carry. */
    static String unreadable(RuntimeException reason) {
        return reason instanceof NullPointerException || reason.getMessage() == null
                ? "a value is missing"
                : "a value is out of range";
    }

    static String oneLine(Throwable cause) {
        if (cause instanceof IOException file) {
            return FileErrors.line(file);
        }
        String text = cause.getMessage() == null ? "no reason was given" : cause.getMessage();
        return text.lines().findFirst().orElse("").strip();
    }
}
