// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import io.highlands.local.edges.join.AccessLogEntry;
import io.highlands.local.logs.LineFields;
import io.highlands.local.logs.LogService;
import io.highlands.local.logs.QueryRequest;

/**
 * Reads the mesh's access log of an edge, by Logs Insights queries as one would ask them in AWS. The caller's log group has
 * the lines of its egress, by the callee's name in {@code authority}; what came through the load balancer, and may claim any
 * authority, has {@code forwarded_for}.
 */
final class AccessLogs {

    /** How many of the slowest, and of the newest failed requests are looked at. */
    static final int MAX_ENTRIES = 100;

    private static final String LINE = " | fields @message";

    private final LogService logs;
    private final Edge edge;
    private final Instant from;
    private final Instant until;
    private final String ofEdge;

    AccessLogs(LogService logs, Edge edge, Instant from, Instant until) {
        this.logs = logs;
        this.edge = edge;
        this.from = from;
        this.until = until;
        this.ofEdge = "filter authority like /^(" + edge.addresses().stream().sorted()
                .map(name -> name.replace(".", "\\.")).collect(Collectors.joining("|"))
                + ")(:[0-9]+)?$/ and not ispresent(forwarded_for)";
    }

    List<AccessLogEntry> slowest(String group) {
        return entries(group, edge.caller(), true, ofEdge + LINE + " | sort duration_ms desc | limit " + MAX_ENTRIES);
    }

    List<AccessLogEntry> failures(String group) {
        return entries(group, edge.caller(), true, ofEdge + " and (response_code >= 500 or response_code = 0)" + LINE
                + " | sort @timestamp desc | limit " + MAX_ENTRIES);
    }

    /** All that the caller's proxies logged of those requests, their other calls of the callee included. */
    List<AccessLogEntry> called(String group, Collection<AccessLogEntry> requests) {
        return ofRequests(group, edge.caller(), true, requests);
    }

    /** What the callee's proxies logged of those requests: an entry for each attempt. */
    List<AccessLogEntry> arrived(String group, Collection<AccessLogEntry> requests) {
        return ofRequests(group, edge.callee(), false, requests);
    }

    private List<AccessLogEntry> ofRequests(String group, String service, boolean outgoing,
            Collection<AccessLogEntry> requests) {
        String ids = requests.stream().map(AccessLogEntry::requestId)
                .filter(id -> id.matches("[A-Za-z0-9._:-]{1,128}")).distinct().map(id -> '"' + id + '"')
                .collect(Collectors.joining(", "));
        return ids.isEmpty()
                ? List.of()
                : entries(group, service, outgoing, ofEdge + " and request_id in [" + ids + "]" + LINE
                        + " | limit 10000");
    }

    /** The 99th percentile comes from the slowest as long as it is among them: one query less over all lines. */
    ProxyFigures figures(String group, List<AccessLogEntry> slowest) {
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

    private List<AccessLogEntry> entries(String group, String service, boolean outgoing, String query) {
        return rows(group, query).stream().map(row -> LineFields.of(row.getOrDefault("@message", "")))
                .flatMap(fields -> AccessLogEntry.read(service, outgoing, fields).stream()).toList();
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

    /** Lines that claim to be the mesh's and are not must not end a page. */
    private static double number(Map<String, String> row, String column) {
        try {
            return Double.parseDouble(row.getOrDefault(column, "0"));
        } catch (NumberFormatException other) {
            return 0;
        }
    }
}
