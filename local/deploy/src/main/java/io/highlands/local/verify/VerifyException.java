// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.verify;

import io.highlands.local.error.UserError;

/** Why a verification cannot go on, in one line. */
public final class VerifyException extends UserError {

    private static final long serialVersionUID = 1L;

    VerifyException(String message) {
        super(message);
    }
}
