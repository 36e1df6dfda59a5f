// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.time.Duration;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

import io.highlands.local.runbook.Times;

/** How long ago something began, as {@code --since} takes it. */
final class SinceOption {

    private SinceOption() {
    }

    /**
     * {@return how long ago}
     *
     * @param text what was given
     * @param longest the longest that is allowed
     * @param command the command, for its help
     * @throws ParameterException in one line, when it is no time or longer
     */
    static Duration read(String text, Duration longest, CommandSpec command) {
        return Times.parse(text).filter(time -> time.compareTo(longest) <= 0)
                .orElseThrow(() -> new ParameterException(command.commandLine(), "--since '" + text + "': allowed: "
                        + Times.ALLOWED + ", at most " + longest.toHours() + "h"));
    }
}
