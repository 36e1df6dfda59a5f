// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

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
        String text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return text.lines().findFirst().orElse("").strip();
    }
}
