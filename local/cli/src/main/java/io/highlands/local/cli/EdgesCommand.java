// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.highlands.local.control.ControlJson;
import io.highlands.local.control.message.EdgeEntry;

/** {@code highlands edges [--json]}. */
@Command(name = "edges", mixinStandardHelpOptions = true, description = "Shows the calls between services as the callers' proxies counted them since the start.")
final class EdgesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<EdgeEntry> edges = Running.require().status().edges();
        if (json) {
            out.println(ControlJson.pretty(edges));
        } else {
            StatusText.edges(edges, out);
        }
    }
}
