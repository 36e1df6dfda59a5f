// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

import io.highlands.local.control.message.AlarmCounts;
import io.highlands.local.control.message.EdgeEntry;
import io.highlands.local.control.message.LoadStatus;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.control.message.ServiceEntry;
import io.highlands.local.control.message.TaskEntry;

/** The status as a person reads it. */
final class StatusText {

    private StatusText() {
    }

    static void print(PlatformStatus status, PrintWriter out) {
        out.printf("%s: %s behind %s, time scale %d%n", status.environment(), status.phase(), status.loadBalancer(),
                status.timeScale());
        load(status.load(), out);
        out.println("tracing: " + TracingText.of(status.tracing()));
        status.attached().forEach(attached -> out.println("attached: " + AttachmentText.line(attached)));
        FaultText.print(Optional.of(status.faults()), out);
        alarms(status.alarms(), out);
        TelemetryText.print(status.telemetry(), out);
        status.warnings().forEach(line -> out.println("warning: " + line));
        services(status.services(), out);
        out.println();
        tasks(status.tasks(), out);
        if (!status.edges().isEmpty()) {
            out.println();
            edges(status.edges(), out);
        }
    }

    private static void load(LoadStatus load, PrintWriter out) {
        out.printf("load: %s, %d sent, %d failed%n",
                load.perSecond() == 0 ? "off" : LoadCommand.plain(load.perSecond()) + " requests a second",
                load.sent(), load.failed());
    }

    private static void alarms(AlarmCounts alarms, PrintWriter out) {
        out.printf("alarms: %d of %d in ALARM%n", alarms.inAlarm().size(), alarms.declared());
        alarms.inAlarm()
                .forEach(alarm -> out.println(TerminalWriter.inLine("  " + alarm.name() + ": " + alarm.reason())));
        out.println();
    }

    private static void services(List<ServiceEntry> services, PrintWriter out) {
        Table table = new Table("SERVICE", "DESIRED", "RUNNING", "PENDING", "DEPLOYMENT", "LAST EVENT");
        services.forEach(service -> table.row(service.name(), service.desired(), service.running(), service.pending(),
                service.rolloutState(), service.events().isEmpty() ? "" : service.events().getFirst().message()));
        table.print(out);
    }

    private static void tasks(List<TaskEntry> tasks, PrintWriter out) {
        Table table = new Table("TASK", "SERVICE", "STATUS", "HEALTH", "TARGET", "ADDRESS", "PID");
        tasks.forEach(task -> table.row(task.id(), task.service(), task.lastStatus(), task.healthStatus(),
                task.targetHealth().isEmpty() ? "-" : task.targetHealth(), task.address(),
                task.process().isPresent() ? task.process().getAsLong() : "-"));
        table.print(out);
    }

    static void edges(List<EdgeEntry> edges, PrintWriter out) {
        Table table = new Table("EDGE", "REQUESTS", "ATTEMPTS", "2XX", "4XX", "5XX", "BY PROXY", "TIMEOUTS", "MEAN MS");
        edges.stream().filter(edge -> edge.attempts() > 0)
                .forEach(edge -> table.row(edge.client() + " -> " + edge.server(), edge.requests(), edge.attempts(),
                        edge.target2xx(), edge.target4xx(), edge.target5xx(), edge.proxy503() + edge.proxy504(),
                        edge.timeouts(), "%.1f".formatted(edge.meanMillis())));
        table.print(out);
    }
}
