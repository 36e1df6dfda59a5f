// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import io.highlands.local.error.UserError;

/** A rehearsal that cannot be begun, in one line. */
public final class RehearsalException extends UserError {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param line what is wrong and what is allowed
     */
    public RehearsalException(String line) {
        super(line);
    }

    RehearsalException(String line, Exception cause) {
        super(line, cause);
    }
}
