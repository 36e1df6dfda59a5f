// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;

import io.highlands.local.control.message.IncidentReport;

/** An incident as the draft of a post-incident review; what only people know is left to be filled in. */
final class IncidentMarkdown {

    private final IncidentReport report;

    IncidentMarkdown(IncidentReport report) {
        this.report = report;
    }

    void print(PrintWriter out) {
        out.printf("# Incident in %s, %s to %s%n%n", report.environment(),
                report.from().truncatedTo(ChronoUnit.SECONDS), report.until().truncatedTo(ChronoUnit.SECONDS));
        out.printf("## What was found%n%n");
        IncidentText.findings(report).forEach(line -> out.println("- " + text(line)));
        out.printf("%n## Alarms%n%n| alarm | severity | state | since | runbook |%n|---|---|---|---|---|%n");
        report.alarms().forEach(alarm -> row(out, alarm.name(), alarm.severity(), alarm.state(),
                IncidentText.time(alarm.since()), IncidentText.runbook(alarm)));
        out.printf("%n## Edges%n%n| edge | calls | failed | mean ms | before | failed | mean ms | a failed trace |%n"
                + "|---|---|---|---|---|---|---|---|%n");
        report.edges().forEach(edge -> row(out, IncidentText.name(edge), edge.now().calls(), edge.now().failed(),
                IncidentText.millis(edge.now()), edge.before().calls(), edge.before().failed(),
                IncidentText.millis(edge.before()), edge.failedTrace()));
        out.printf("%n## Timeline (UTC)%n%n| time | subject | what |%n|---|---|---|%n");
        report.timeline().forEach(moment -> row(out, IncidentText.time(moment.at()), moment.subject(), moment.what()));
        out.printf("%n## Impact%n%n%n## Cause%n%n%n## What is done so that it does not happen again%n%n");
    }

    private static void row(PrintWriter out, Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ').append(text(String.valueOf(cell))).append(" |");
        }
        out.println(line);
    }

    /** Characters that would end the cell or begin HTML. */
    private static String text(String cell) {
        return TerminalWriter.inLine(cell).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
                .replace("[", "\\[").replace("]", "\\]");
    }
}
