// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import io.highlands.local.error.UserError;

/** A recording cannot be made, read or replayed. The message is one line for the person who asked. */
public final class ReplayException extends UserError {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message one line: what was found, and what is allowed
     */
    public ReplayException(String message) {
        super(message);
    }

    /**
     * Says what is wrong, and keeps what caused it.
     *
     * @param message one line: what was found, and what is allowed
     * @param cause what went wrong below
     */
    public ReplayException(String message, Throwable cause) {
        super(message, cause);
    }
}
