// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.highlands.local.control.ControlClient;

/** {@code highlands status [--json] [--coverage]}. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Shows the services, tasks and edges of the running platform.")
final class StatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private JsonOption json;

    @Option(names = "--coverage", description = "List what of the templates is not run here, or differs from AWS.")
    private boolean coverage;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ControlClient client = Running.require();
        if (coverage) {
            var entries = client.coverage();
            if (!json.print(entries, out)) {
                CoverageText.print(entries, out);
            }
        } else {
            var status = client.status();
            if (!json.print(status, out)) {
                StatusText.print(status, out);
            }
        }
        return 0;
    }
}
