// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import io.highlands.local.error.UserError;

/** The load balancer cannot do what was asked of it; the message is one line for the user. */
public final class BalancerException extends UserError {

    private static final long serialVersionUID = 1L;

    BalancerException(String message, Throwable cause) {
        super(message, cause);
    }
}
