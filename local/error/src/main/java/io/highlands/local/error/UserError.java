// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.error;

/**
 * An error that the user can act on. Its message is shown as it is, in one line: what was found, where (file, line, key or
 * resource), and what is allowed. It names no class. Everything else that is thrown is a defect of Highlands, which
 * {@link ErrorLog} records.
 */
public abstract class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message one line: what was found, where, and what is allowed
     */
    protected UserError(String message) {
        super(message);
    }

    /**
     * @param message one line: what was found, where, and what is allowed
     * @param cause what was thrown below; it is not shown
     */
    protected UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
