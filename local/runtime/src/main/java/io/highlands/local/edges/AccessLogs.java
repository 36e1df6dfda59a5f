// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import io.highlands.local.logs.LogService;
import io.highlands.local.logs.QueryRequest;

/**
 * Reads the mesh's access log of an edge, by Logs Insights queries as one would ask them in AWS. The caller's log group has
 * the lines of its egress, by the callee's name in {@code authority}; what came through the load balancer, and may claim any
 * authority, has {@code forwarded_for}.
 */
final class AccessLogs {

    /** How many of the slowest, and of the newest failed requests are looked at. */
    static final int LOOKED_AT = 100;

    private static final String COLUMNS = " | fields @timestamp, request_id, path, response_code, duration_ms, "
            + "upstream_service_time";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final LogService logs;
    private final Instant from;
    private final Instant until;
    private final String ofEdge;

    AccessLogs(LogService logs, Edge edge, Instant from, Instant until) {
        this.logs = logs;
        this.from = from;
        this.until = until;
        this.ofEdge = "filter authority like /^(" + edge.addresses().stream().sorted()
                .map(name -> name.replace(".", "\\.")).collect(Collectors.joining("|"))
                + ")(:[0-9]+)?$/ and not ispresent(forwarded_for)";
    }

    List<ProxyLine> slowest(String group) {
        return lines(group, ofEdge + COLUMNS + " | sort duration_ms desc | limit " + LOOKED_AT);
    }

    List<ProxyLine> failures(String group) {
        return lines(group, ofEdge + " and (response_code >= 500 or response_code = 0)" + COLUMNS
                + " | sort @timestamp desc | limit " + LOOKED_AT);
    }

    /** What the callee's proxies logged of those requests, by request id: a line for each attempt. */
    Map<String, List<ProxyLine>> arrived(String group, List<ProxyLine> failed) {
        String ids = failed.stream().map(ProxyLine::requestId).filter(id -> id.matches("[A-Za-z0-9._:-]{1,128}"))
                .distinct().map(id -> '"' + id + '"').collect(Collectors.joining(", "));
        Map<String, List<ProxyLine>> arrived = new HashMap<>();
        if (!ids.isEmpty()) {
            lines(group, ofEdge + " and request_id in [" + ids + "]" + COLUMNS + " | limit 10000").forEach(
                    line -> arrived.computeIfAbsent(line.requestId(), id -> new ArrayList<>()).add(line));
        }
        return arrived;
    }

    /** The 99th percentile comes from the slowest as long as it is among them: one query less over all lines. */
    ProxyFigures figures(String group, List<ProxyLine> slowest) {
        List<Map<String, String>> rows = rows(group, ofEdge + " | fields ispresent(upstream_service_time) as answered"
                + " | stats count(*) as requests, sum(duration_ms) as whole, sum(upstream_service_time) as upstream"
                + " by response_code, answered");
        if (rows.isEmpty()) {
            return ProxyFigures.NONE;
        }
        double requests = 0;
        double failed = 0;
        double byProxy = 0;
        double refused = 0;
        double whole = 0;
        double upstream = 0;
        double answers = 0;
        for (Map<String, String> row : rows) {
            double count = number(row, "requests");
            double status = number(row, "response_code");
            boolean answered = row.get("answered").matches("1|true");
            requests += count;
            whole += number(row, "whole");
            upstream += answered ? number(row, "upstream") : 0;
            answers += answered ? count : 0;
            boolean bad = status == 0 || status >= 500;
            failed += bad ? count : 0;
            byProxy += bad && !answered ? count : 0;
            refused += status >= 400 && status < 500 ? count : 0;
        }
        int rank = (int) Math.floor(requests / 100);
        return new ProxyFigures((long) requests, (long) failed, (long) byProxy, (long) refused, whole / requests,
                answers == 0 ? Double.NaN : upstream / answers,
                rank < slowest.size() ? slowest.get(rank).millis() : Double.NaN,
                slowest.isEmpty() ? Double.NaN : slowest.getFirst().millis());
    }

    private List<ProxyLine> lines(String group, String query) {
        return rows(group, query).stream().map(AccessLogs::line).toList();
    }

    private List<Map<String, String>> rows(String group, String query) {
        var answer = logs.query(new QueryRequest(List.of(group), from, until, query, OptionalInt.empty()));
        return answer.rows().stream().map(row -> {
            Map<String, String> named = new HashMap<>();
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i) != null) {
                    named.put(answer.fields().get(i), row.get(i));
                }
            }
            return named;
        }).toList();
    }

    private static ProxyLine line(Map<String, String> row) {
        String upstream = row.get("upstream_service_time");
        return new ProxyLine(LocalDateTime.parse(row.get("@timestamp"), TIME).toInstant(ZoneOffset.UTC),
                row.getOrDefault("request_id", ""), row.getOrDefault("path", ""), (int) number(row, "response_code"),
                number(row, "duration_ms"),
                upstream == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(upstream)));
    }

    /** Lines that claim to be the mesh's and are not must not end a page. */
    private static double number(Map<String, String> row, String column) {
        try {
            return Double.parseDouble(row.getOrDefault(column, "0"));
        } catch (NumberFormatException other) {
            return 0;
        }
    }
}
