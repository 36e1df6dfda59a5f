// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.util.List;

import picocli.CommandLine;

/** The {@code highlands} command. */
public final class Highlands {

    private record Point(int x, List<String> names) {}

    private Highlands() {
    }

    /**
     * Runs the command.
     *
     * @param args the words after {@code highlands}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Object()).execute(args));
    }
}
