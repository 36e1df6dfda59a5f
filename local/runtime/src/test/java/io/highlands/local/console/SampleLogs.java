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
        }
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
