// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import io.highlands.local.error.UserError;

/** What cannot be run, or did not become stable: one line, fit to be shown to a user as it is. */
public final class EcsException extends UserError {

    /**
     * Says what is wrong.
     *
     * @param message one line naming the thing, what was found and what is allowed
     */
    public EcsException(String message) {
        super(message);
    }

    /**
     * Says what is wrong and why.
     *
     * @param message one line naming the thing, what was found and what is allowed
     * @param cause what was thrown below
     */
    public EcsException(String message, Throwable cause) {
        super(message, cause);
    }
}
