// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.shell;

import io.highlands.local.error.UserError;

/** The shell cannot be set up, in one line. */
public final class ShellException extends UserError {

    private static final long serialVersionUID = 1L;

    ShellException(String line) {
        super(line);
    }

    ShellException(String line, Exception cause) {
        super(line, cause);
    }
}
