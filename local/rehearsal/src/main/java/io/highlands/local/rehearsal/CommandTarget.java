// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.highlands.local.rehearsal.shell.ShellResult;

/** Where the commands of a page are run. */
interface CommandTarget {

    /**
     * Runs a command of a page.
     *
     * @param command POSIX sh
     * @param variables the page's variables, HIGHLANDS_ENV among them
     * @param timeout after how long it is ended
     * @return its output
     */
    ShellResult run(String command, Map<String, String> variables, Duration timeout);

    /** {@return what time it is} */
    Instant now();
}
