// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.IncidentReport;

/** {@code highlands incident [--since 30m] [--markdown] [--json]}. */
@Command(name = "incident", mixinStandardHelpOptions = true, description = {
        "Compares a window with the period of the same length before it: which service or edge changed, and by how much, the most likely cause first; the alarms that fired, with their runbooks; what happened meanwhile.",
        "It reads mesh, load balancer, access logs, traces, alarms and ECS, and not which faults are injected."})
final class IncidentCommand implements Runnable {

    private static final Pattern SINCE = Pattern.compile("([1-9][0-9]{0,4})([smh])");
    private static final Duration LONGEST = Duration.ofHours(6);

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
        Optional<Duration> window = since.isEmpty() ? Optional.empty() : Optional.of(duration(since));
        PrintWriter out = spec.commandLine().getOut();
        IncidentReport report = Running.require().incident(window);
        if (json.print(report, out)) {
            return;
        }
        if (markdown) {
            new IncidentMarkdown(report).print(out);
        } else {
            IncidentText.print(report, out);
        }
    }

    static Duration duration(String text) {
        Matcher time = SINCE.matcher(text);
        Duration given = Duration.ZERO;
        if (time.matches()) {
            long count = Long.parseLong(time.group(1));
            given = switch (time.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                default -> Duration.ofHours(count);
            };
        }
        if (given.isZero() || given.compareTo(LONGEST) > 0) {
            throw new ControlException("--since " + text + ": allowed are 1s to 6h, such as 90s, 30m or 2h");
        }
        return given;
    }
}
