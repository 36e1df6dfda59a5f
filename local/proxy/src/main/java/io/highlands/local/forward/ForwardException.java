// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import io.highlands.local.error.UserError;

/** The forwarder cannot do what was asked of it; the message is one line for the user. */
public final class ForwardException extends UserError {

    private static final long serialVersionUID = 1L;

    public ForwardException(String message, Throwable cause) {
        super(message, cause);
    }
}
