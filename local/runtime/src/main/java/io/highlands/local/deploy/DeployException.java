// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

/** Why a deployment cannot go on, in one line. */
public final class DeployException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeployException(String message) {
        super(message);
    }
}
