// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cost;

import io.highlands.local.error.UserError;

/** A bill that cannot be computed: the message names the file, what was found and what is allowed. */
final class CostException extends UserError {

    private static final long serialVersionUID = 1L;

    CostException(String message, Throwable cause) {
        super(message, cause);
    }
}
