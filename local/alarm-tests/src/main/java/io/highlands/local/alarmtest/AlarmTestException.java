// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.alarmtest;

import io.highlands.local.error.UserError;

/** A test file that cannot be run. The message is one line that names the file, the line, what was found and what is allowed. */
public final class AlarmTestException extends UserError {

    private static final long serialVersionUID = 1L;

    AlarmTestException(String message) {
        super(message);
    }
}
