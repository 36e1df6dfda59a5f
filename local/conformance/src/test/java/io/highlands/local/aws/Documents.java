// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the clients send and receive, as the JSON that all but Java's take. */
final class Documents {

    private Documents() {
    }

    static ObjectNode put(String namespace, String metric, String minute) {
        ObjectNode input = JsonMapper.shared().createObjectNode().put("Namespace", namespace);
        ObjectNode datum = input.putArray("MetricData").addObject().put("MetricName", metric)
                .put("Unit", "Milliseconds").put("Timestamp", minute);
        datum.putArray("Dimensions").addObject().put("Name", "Service").put("Value", "service-a");
        ArrayNode values = datum.putArray("Values");
        ArrayNode counts = datum.putArray("Counts");
        IntStream.rangeClosed(1, 100).forEach(value -> {
            values.add((double) value);
            counts.add(1.0);
        });
        return input;
    }

    static ObjectNode get(List<String> metrics, List<String> statistics, String minute) {
        Instant start = Instant.parse(minute);
        ObjectNode input = JsonMapper.shared().createObjectNode().put("StartTime", start.toString())
                .put("EndTime", start.plusSeconds(60).toString());
        ArrayNode queries = input.putArray("MetricDataQueries");
        metrics.forEach(metric -> statistics.forEach(statistic -> {
            ObjectNode stat = queries.addObject().put("Id", id(metric, statistic)).putObject("MetricStat")
                    .put("Period", 60).put("Stat", statistic);
            ObjectNode name = stat.putObject("Metric").put("Namespace", "Clients").put("MetricName", metric);
            name.putArray("Dimensions").addObject().put("Name", "Service").put("Value", "service-a");
        }));
        return input;
    }

    static String id(String metric, String statistic) {
        return metric + "_" + statistic.replace('.', '_');
    }

    static Map<String, Double> values(JsonNode results) {
        Map<String, Double> values = new LinkedHashMap<>();
        results.forEach(result -> values.put(result.path("Id").asString(), result.path("Values").path(0).asDouble()));
        return values;
    }

    static Client.Failure failure(JsonNode answer) {
        return new Client.Failure(answer.path("code").asString(), answer.path("status").asInt(),
                answer.path("message").asString());
    }
}
