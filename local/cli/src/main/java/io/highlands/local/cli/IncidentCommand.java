// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.incident.IncidentMarkdown;

/** {@code highlands incident [--since 30m] [--markdown] [--json]}. */
@Command(name = "incident", mixinStandardHelpOptions = true, description = {
        "Compares a window with the period of the same length before it: which service or edge changed, and by how much, the most likely cause first; the alarms that fired, with their runbooks; what happened meanwhile.",
        "It reads mesh, load balancer, access logs, traces, alarms and ECS, and not which faults are injected."})
final class IncidentCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = "--since", paramLabel = "TIME", description = "How long ago the window begins, such as 90s, 30m or 2h; at most 6h. Default: shortly before the first of the alarms that are in ALARM; 30m where none is.")
    private String since = "";

    @Option(names = "--markdown", description = "Print Markdown, as a draft of a post-incident review.")
    private boolean markdown;

    @Mixin
    private JsonOption json;

    @Override
    public void run() {
        Optional<Duration> window = since.isEmpty()
                ? Optional.empty()
                : Optional.of(SinceOption.read(since, IncidentReport.LONGEST, spec));
        PrintWriter out = spec.commandLine().getOut();
        IncidentReport report = Running.require().incident(window);
        if (json.print(report, out)) {
            return;
        }
        if (markdown) {
            out.print(IncidentMarkdown.of(report, Map.of()));
        } else {
            IncidentText.print(report, out);
        }
    }
}
