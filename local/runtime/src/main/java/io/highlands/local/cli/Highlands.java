// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code highlands} command. */
@Command(name = "highlands", mixinStandardHelpOptions = true, description = "Runs the platform's synthesized templates on this machine.")
public final class Highlands {

    private Highlands() {
    }

    /**
     * Runs the command.
     *
     * @param args the words after {@code highlands}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Highlands()).execute(args));
    }
}
