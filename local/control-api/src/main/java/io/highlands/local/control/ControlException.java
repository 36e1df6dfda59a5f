// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control;

import io.highlands.local.error.UserError;

/** Something the user must know, in one line that needs no stack trace. */
public final class ControlException extends UserError {

    /**
     * Says what is wrong.
     *
     * @param message one line naming the thing, what was found and what is allowed
     */
    public ControlException(String message) {
        super(message);
    }

    /**
     * Says what is wrong and why.
     *
     * @param message one line naming the thing, what was found and what is allowed
     * @param cause what was thrown below
     */
    public ControlException(String message, Throwable cause) {
        super(message, cause);
    }
}
