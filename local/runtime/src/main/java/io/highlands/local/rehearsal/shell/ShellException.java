// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.shell;

/** The shell cannot be set up, in one line. */
public final class ShellException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ShellException(String line) {
        super(line);
    }

    ShellException(String line, Exception cause) {
        super(line, cause);
    }
}
