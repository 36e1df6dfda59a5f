// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** The status as a person reads it. */
final class StatusText {

    private StatusText() {
    }

    static void print(JsonNode status, PrintWriter out) {
        out.printf("%s: %s behind %s, time scale %d%n", status.path("environment").asString(),
                status.path("phase").asString(), status.path("loadBalancer").asString(),
                status.path("timeScale").asInt());
        load(status.path("load"), out);
        out.println("tracing: " + TracingText.of(status.path("tracing")));
        FaultText.print(Optional.of(status.path("faults")), out);
        alarms(status.path("alarms"), out);
        status.path("warnings").forEach(line -> out.println("warning: " + line.asString()));
        services(status.path("services"), out);
        out.println();
        tasks(status.path("tasks"), out);
        if (!status.path("edges").isEmpty()) {
            out.println();
            edges(status.path("edges"), out);
        }
    }

    private static void load(JsonNode load, PrintWriter out) {
        double perSecond = load.path("perSecond").asDouble();
        out.printf("load: %s, %d sent, %d failed%n",
                perSecond == 0 ? "off" : LoadCommand.plain(perSecond) + " requests a second",
                load.path("sent").asLong(), load.path("failed").asLong());
    }

    private static void alarms(JsonNode alarms, PrintWriter out) {
        JsonNode firing = alarms.path("inAlarm");
        out.printf("alarms: %d of %d in ALARM%n", firing.size(), alarms.path("declared").asInt());
        firing.forEach(alarm -> out.println("  " + alarm.path("name").asString() + ": "
                + alarm.path("reason").asString()));
        out.println();
    }

    private static void services(JsonNode services, PrintWriter out) {
        Table table = new Table("SERVICE", "DESIRED", "RUNNING", "PENDING", "DEPLOYMENT", "LAST EVENT");
        services.forEach(service -> table.row(service.path("name").asString(), service.path("desired").asInt(),
                service.path("running").asInt(), service.path("pending").asInt(),
                service.path("rolloutState").asString(), service.path("events").path(0).path("message").asString("")));
        table.print(out);
    }

    private static void tasks(JsonNode tasks, PrintWriter out) {
        Table table = new Table("TASK", "SERVICE", "STATUS", "HEALTH", "TARGET", "ADDRESS", "PID");
        tasks.forEach(task -> table.row(task.path("id").asString(), task.path("service").asString(),
                task.path("lastStatus").asString(), task.path("healthStatus").asString(),
                or(task.path("targetHealth").asString("")), task.path("address").asString(),
                task.path("pid").asLong(-1) > 0 ? task.path("pid").asLong() : "-"));
        table.print(out);
    }

    private static String or(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private static void edges(JsonNode edges, PrintWriter out) {
        Table table = new Table("EDGE", "REQUESTS", "ATTEMPTS", "2XX", "4XX", "5XX", "BY PROXY", "TIMEOUTS", "MEAN MS");
        edges.valueStream().filter(edge -> edge.path("attempts").asLong() > 0)
                .forEach(edge -> table.row(edge.path("client").asString() + " -> " + edge.path("server").asString(),
                        edge.path("requests").asLong(), edge.path("attempts").asLong(), edge.path("target2xx").asLong(),
                        edge.path("target4xx").asLong(), edge.path("target5xx").asLong(),
                        edge.path("proxy503").asLong() + edge.path("proxy504").asLong(),
                        edge.path("timeouts").asLong(), "%.1f".formatted(edge.path("meanMillis").asDouble())));
        table.print(out);
    }
}
