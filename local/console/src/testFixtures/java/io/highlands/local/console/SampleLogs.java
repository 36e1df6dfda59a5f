// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import io.highlands.local.logs.LogService;
import io.highlands.local.store.NewLogEvent;

/** A quarter of an hour of log lines as services and proxies write them. */
final class SampleLogs {

    static final String GROUP = "/highlands/local/service-b";

    private SampleLogs() {
    }

    static void write(LogService logs, Instant now) {
        for (String service : List.of("service-a", "service-b", "service-c")) {
            String group = "/highlands/local/" + service;
            logs.provision(group, OptionalInt.of(14));
            List<NewLogEvent> lines = new ArrayList<>();
            for (int i = 120; i > 0; i--) {
                lines.add(new NewLogEvent(now.minusSeconds(i * 5L), line(service, i)));
            }
            logs.put(group, "app/app/7f3c21d09a" + service.charAt(8), lines);
            proxy(logs, service, now);
        }
        events(logs, now);
    }

    private static void proxy(LogService logs, String service, Instant now) {
        List<NewLogEvent> lines = new ArrayList<>();
        for (int i = 150; i > 0; i--) {
            boolean failed = i % 17 == 0;
            lines.add(new NewLogEvent(now.minusSeconds(i * 5L), "{\"start_time\":\"" + now.minusSeconds(i * 5L)
                    + "\",\"method\":\"GET\",\"path\":\"" + (i % 3 == 0 ? "/time" : "/route") + "\",\"response_code\":"
                    + (failed ? 503 : 200) + ",\"duration_ms\":" + (4 + i % 5) + ",\"upstream_service_time\":"
                    + (failed ? "null" : "\"3\"")
                    + ",\"request_id\":\"b7c1e2d4-0000\",\"authority\":\"service-a:8080\","
                    + "\"upstream_host\":\"127.77.1.1:3000\"}"));
        }
        logs.provision("/highlands/local/" + service + "/mesh", OptionalInt.of(14));
        logs.put("/highlands/local/" + service + "/mesh", "ecs-service-connect/1", lines);
    }

    private static void events(LogService logs, Instant now) {
        List<NewLogEvent> lines = new ArrayList<>();
        for (int i = 6; i > 0; i--) {
            lines.add(new NewLogEvent(now.minusSeconds(i * 200L), "{\"detail-type\":\"ECS Deployment State Change\","
                    + "\"resources\":[\"arn:aws:ecs:us-east-1:000000000000:service/highlands-local/service-b\"],"
                    + "\"detail\":{\"eventName\":\"SERVICE_DEPLOYMENT_" + (i % 2 == 0 ? "IN_PROGRESS" : "COMPLETED")
                    + "\",\"deploymentId\":\"ecs-svc/1\",\"reason\":\"ECS deployment ecs-svc/1 "
                    + (i % 2 == 0 ? "in progress." : "completed.") + "\"}}"));
        }
        logs.provision("/highlands/local/events", OptionalInt.of(14));
        logs.put("/highlands/local/events", "events", lines);
    }

    static String line(String service, int i) {
        String level = i % 17 == 0 ? "ERROR" : i % 11 == 0 ? "WARN" : "INFO";
        String message = switch (level) {
            case "ERROR" -> "Upstream service-a answered 503: no healthy upstream";
            case "WARN" -> "Upstream service-a took 4812 ms";
            default -> "GET /?name=<b>Ada</b> answered 200 in " + (8 + i % 7) + " ms";
        };
        return "{\"@timestamp\":\"2026-11-23T08:00:00Z\",\"level\":\"" + level + "\",\"message\":\"" + message
                + "\",\"service\":\"" + service + "\",\"trace_id\":\"" + String.format("%032x", 0x9e3779b97f4aL * i)
                + "\",\"span_id\":\"" + String.format("%016x", 0x51ed27L * i) + "\",\"request_id\":\""
                + String.format("b7c1e2d4-0000-4000-8000-%012x", i) + "\"}";
    }
}
