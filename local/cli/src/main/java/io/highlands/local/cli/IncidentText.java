// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.control.message.IncidentReport.Calls;
import io.highlands.local.control.message.IncidentReport.ChangedEdge;
import io.highlands.local.control.message.IncidentReport.FiredAlarm;

/** An incident in a terminal: the findings first, then what they rest on. */
final class IncidentText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private IncidentText() {
    }

    static void print(IncidentReport report, PrintWriter out) {
        findings(report).forEach(line -> out.println(TerminalWriter.inLine(line)));
        out.printf("%n%s, %s to %s UTC, compared with the %d s before%n", report.environment(), time(report.from()),
                time(report.until()), report.until().getEpochSecond() - report.from().getEpochSecond());
        if (!report.alarms().isEmpty()) {
            out.println();
            Table alarms = new Table("ALARM", "SEVERITY", "STATE", "SINCE", "RUNBOOK");
            report.alarms().forEach(alarm -> alarms.row(alarm.name(), alarm.severity(), alarm.state(),
                    time(alarm.since()), runbook(alarm)));
            alarms.print(out);
        }
        if (!report.edges().isEmpty()) {
            out.println();
            Table edges = new Table("EDGE", "CALLS", "FAILED", "MEAN MS", "BEFORE", "FAILED", "MEAN MS",
                    "A FAILED TRACE");
            report.edges().forEach(edge -> edges.row(name(edge), edge.now().calls(), edge.now().failed(),
                    millis(edge.now()), edge.before().calls(), edge.before().failed(), millis(edge.before()),
                    edge.failedTrace()));
            edges.print(out);
        }
        if (!report.timeline().isEmpty()) {
            out.println();
            Table timeline = new Table("TIME", "SUBJECT", "WHAT");
            report.timeline().forEach(moment -> timeline.row(time(moment.at()), moment.subject(), moment.what()));
            timeline.print(out);
        }
    }

    static List<String> findings(IncidentReport report) {
        return report.findings().isEmpty()
                ? List.of("Nothing changed that mesh, load balancer, alarms or ECS would show.")
                : report.findings();
    }

    static String name(ChangedEdge edge) {
        return edge.caller() + " → " + edge.callee();
    }

    static String millis(Calls calls) {
        return calls.meanMillis().map(mean -> String.format(Locale.ROOT, "%.1f", mean)).orElse("-");
    }

    static String runbook(FiredAlarm alarm) {
        return alarm.runbook().isEmpty() ? "-" : "runbooks/" + alarm.runbook() + ".md";
    }

    static String time(Instant moment) {
        return TIME.format(moment);
    }
}
