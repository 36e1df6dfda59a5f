// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;

import picocli.CommandLine.Option;

import io.highlands.local.control.ControlJson;

/** The option of commands that print a table, or JSON for programs. */
final class JsonOption {

    @Option(names = "--json", description = "Print JSON.")
    private boolean wanted;

    boolean isWanted() {
        return wanted;
    }

    /**
     * Prints JSON where it is wanted.
     *
     * @param report a record, or a list of records
     * @param out where it goes
     * @return whether it was wanted
     */
    boolean print(Object report, PrintWriter out) {
        if (wanted) {
            out.println(ControlJson.pretty(report));
        }
        return wanted;
    }
}
