// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.cloudwatch.model.search.MetricName;

/** What an account, or local mode, holds. */
final class Account {

    private static final int MAX_QUERIES = 500;

    private final AwsCli aws;

    Account(AwsCli aws) {
        this.aws = aws;
    }

    Set<String> dashboards(String prefix) {
        Set<String> names = new TreeSet<>();
        aws.cloudWatch("list-dashboards", "--dashboard-name-prefix", prefix).path("DashboardEntries")
                .forEach(entry -> names.add(entry.path("DashboardName").asString()));
        return names;
    }

    String body(String dashboard) {
        return aws.cloudWatch("get-dashboard", "--dashboard-name", dashboard).path("DashboardBody").asString();
    }

    /** Metric and composite alarms by name, as DescribeAlarms describes them. */
    Map<String, JsonNode> alarms(String prefix) {
        JsonNode answer = aws.cloudWatch("describe-alarms", "--alarm-name-prefix", prefix, "--alarm-types",
                "MetricAlarm", "CompositeAlarm");
        Map<String, JsonNode> alarms = new TreeMap<>();
        answer.path("MetricAlarms").forEach(alarm -> alarms.put(alarm.path("AlarmName").asString(), alarm));
        answer.path("CompositeAlarms").forEach(alarm -> alarms.put(alarm.path("AlarmName").asString(), alarm));
        return alarms;
    }

    Set<MetricName> metrics(String namespace) {
        Set<MetricName> metrics = new HashSet<>();
        aws.cloudWatch("list-metrics", "--namespace", namespace).path("Metrics")
                .forEach(metric -> metrics.add(name(metric)));
        return metrics;
    }

    /** The metrics that have data in a stretch of time. */
    Set<MetricName> withData(List<MetricName> metrics, Instant from, Instant until) {
        Set<MetricName> found = new HashSet<>();
        for (int first = 0; first < metrics.size(); first += MAX_QUERIES) {
            found.addAll(batch(metrics.subList(first, Math.min(metrics.size(), first + MAX_QUERIES)), from, until));
        }
        return found;
    }

    private Set<MetricName> batch(List<MetricName> metrics, Instant from, Instant until) {
        ArrayNode queries = JsonMapper.shared().createArrayNode();
        Map<String, MetricName> byId = new LinkedHashMap<>();
        for (MetricName metric : metrics) {
            String id = "q" + byId.size();
            byId.put(id, metric);
            queries.add(query(id, metric));
        }
        Path file = null;
        try {
            file = Files.createTempFile("highlands-verify", ".json");
            Files.writeString(file, queries.toString());
            Set<MetricName> found = new HashSet<>();
            aws.cloudWatch("get-metric-data", "--metric-data-queries", "file://" + file, "--start-time",
                    from.toString(), "--end-time", until.toString()).path("MetricDataResults").forEach(result -> {
                        if (!result.path("Values").isEmpty()) {
                            found.add(byId.get(result.path("Id").asString()));
                        }
                    });
            return found;
        } catch (IOException e) {
            throw new VerifyException("a temporary file cannot be written: " + e.getMessage());
        } finally {
            delete(file);
        }
    }

    private static ObjectNode query(String id, MetricName metric) {
        ObjectNode query = JsonMapper.shared().createObjectNode().put("Id", id);
        ObjectNode stat = query.putObject("MetricStat").put("Period", 60).put("Stat", "SampleCount");
        ObjectNode name = stat.putObject("Metric").put("Namespace", metric.namespace()).put("MetricName",
                metric.name());
        ArrayNode dimensions = name.putArray("Dimensions");
        metric.dimensions().forEach((key, value) -> dimensions.addObject().put("Name", key).put("Value", value));
        return query;
    }

    /** A metric as AWS's answers write it. */
    static MetricName name(JsonNode metric) {
        Map<String, String> dimensions = new TreeMap<>();
        metric.path("Dimensions").forEach(dimension -> dimensions.put(dimension.path("Name").asString(),
                dimension.path("Value").asString()));
        return new MetricName(metric.path("Namespace").asString(), metric.path("MetricName").asString(), dimensions);
    }

    /** The metrics that an alarm watches. */
    static List<MetricName> watched(JsonNode alarm) {
        List<MetricName> watched = new ArrayList<>();
        if (alarm.has("MetricName")) {
            watched.add(name(alarm));
        }
        alarm.path("Metrics").forEach(query -> {
            if (query.has("MetricStat")) {
                watched.add(name(query.path("MetricStat").path("Metric")));
            }
        });
        return watched;
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
