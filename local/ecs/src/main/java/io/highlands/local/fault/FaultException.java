// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault;

import io.highlands.local.error.UserError;

/** A fault that cannot be injected or cleared, in one line: what was asked for, and what is allowed. */
public final class FaultException extends UserError {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message one line
     */
    public FaultException(String message) {
        super(message);
    }

    /**
     * Says what is wrong and why.
     *
     * @param message one line
     * @param cause what was thrown below
     */
    public FaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
