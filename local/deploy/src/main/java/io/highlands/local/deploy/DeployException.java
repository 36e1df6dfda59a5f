// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import io.highlands.local.error.UserError;

/** Why a deployment cannot go on, in one line. */
public final class DeployException extends UserError {

    private static final long serialVersionUID = 1L;

    DeployException(String message) {
        super(message);
    }
}
