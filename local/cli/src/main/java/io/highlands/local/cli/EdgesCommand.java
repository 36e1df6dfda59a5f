// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import io.highlands.local.control.message.EdgeEntry;

/** {@code highlands edges [--json]}. */
@Command(name = "edges", mixinStandardHelpOptions = true, description = "Shows the calls between services as the callers' proxies counted them since the start.")
final class EdgesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private JsonOption json;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<EdgeEntry> edges = Running.require().status().edges();
        if (!json.print(edges, out)) {
            StatusText.edges(edges, out);
        }
    }
}
