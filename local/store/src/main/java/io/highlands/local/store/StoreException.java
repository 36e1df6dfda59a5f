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

    static String oneLine(Throwable cause) {
        if (cause instanceof IOException file) {
            return FileErrors.line(file);
        }
        String text = cause.getMessage() == null ? "no reason was given" : cause.getMessage();
        return text.lines().findFirst().orElse("").strip();
    }
}
