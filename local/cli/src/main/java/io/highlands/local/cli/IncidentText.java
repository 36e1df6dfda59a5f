// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;

import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.incident.IncidentWords;

/** An incident in a terminal: the findings first, then what they rest on. */
final class IncidentText {

    private IncidentText() {
    }

    static void print(IncidentReport report, PrintWriter out) {
        IncidentWords.findings(report).forEach(line -> out.println(TerminalWriter.inLine(line)));
        out.printf("%n%s, %s to %s UTC, compared with the %d s before%n", report.environment(),
                IncidentWords.time(report.from()),
                IncidentWords.time(report.until()), report.until().getEpochSecond() - report.from().getEpochSecond());
        if (!report.alarms().isEmpty()) {
            out.println();
            Table alarms = new Table("ALARM", "SEVERITY", "STATE", "SINCE", "RUNBOOK");
            report.alarms().forEach(alarm -> alarms.row(alarm.name(), alarm.severity(), alarm.state(),
                    IncidentWords.since(alarm.since(), report.until()), IncidentWords.runbook(alarm)));
            alarms.print(out);
        }
        if (!report.edges().isEmpty()) {
            out.println();
            Table edges = new Table("EDGE", "CALLS", "FAILED", "MEAN MS", "BEFORE", "FAILED", "MEAN MS",
                    "CHANGE", "FIRST FAILING TRACE");
            report.edges().forEach(edge -> edges.row(IncidentWords.name(edge), edge.now().calls(), edge.now().failed(),
                    IncidentWords.millis(edge.now()), edge.before().calls(), edge.before().failed(),
                    IncidentWords.millis(edge.before()),
                    edge.change(), edge.failedTrace()));
            edges.print(out);
            report.edges().forEach(edge -> edge.firstError().ifPresent(error -> out.printf(
                    "First error line for %s: %s %s: %s%n", IncidentWords.name(edge), IncidentWords.time(error.at()),
                    error.group(), TerminalWriter.inLine(error.message()))));
        }
        if (!report.timeline().isEmpty()) {
            out.println();
            Table timeline = new Table("TIME", "SUBJECT", "WHAT");
            report.timeline().forEach(moment -> timeline.row(IncidentWords.time(moment.at()), moment.subject(),
                    moment.what()));
            timeline.print(out);
        }
    }
}
