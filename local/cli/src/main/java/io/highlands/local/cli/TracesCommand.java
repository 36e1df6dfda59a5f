// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.highlands.local.control.message.ComparedTraces;
import io.highlands.local.control.message.FoundTraces;

/** {@code highlands traces [TERM...] [--compare failed] [--since 30m] [--json]}. */
@Command(name = "traces", mixinStandardHelpOptions = true, description = {
        "Searches traces: those of which one span fits all terms, the newest 100.",
        "A term is KEY=VALUE, also with !=, >, >=, < or <=; KEY=* where the attribute is there; a service's name; or error. Example: highlands traces 'http.response.status_code>=500 service-a route=/route duration>200ms'"})
final class TracesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TERM", arity = "0..*", description = "The terms; quote them, as the shell has a meaning of its own for > and <. None finds all traces.")
    private List<String> terms = List.of();

    @Option(names = "--since", defaultValue = "30m", paramLabel = "TIME", description = "How long ago the span began at most, such as 90s, 30m or 2h; at most 24h. Default: ${DEFAULT-VALUE}.")
    private String since;

    @Option(names = "--compare", paramLabel = "WHICH", description = {
            "Print what WHICH of at most 1,000 traces have in common that the others do not have: failed, slow (longer than 9 of 10), or a duration such as 'duration>200ms'.",
            "The duration is that of the first span that fits; without terms, of the first span of the trace."})
    private String compare;

    @Mixin
    private JsonOption json;

    @Override
    public void run() {
        Duration window = SinceOption.read(since, FoundTraces.LONGEST, spec);
        PrintWriter out = spec.commandLine().getOut();
        String search = String.join(" ", terms);
        if (compare != null) {
            compare(search, window, out);
            return;
        }
        FoundTraces found = Running.require().search(search, window);
        if (!json.print(found, out)) {
            TracesText.print(found, out);
        }
    }

    private void compare(String search, Duration window, PrintWriter out) {
        ComparedTraces compared = Running.require().compare(search, window, compare);
        if (!json.print(compared, out)) {
            ComparisonText.print(compared, out);
        }
    }
}
