// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.cloudwatch.model.search.MetricName;

/** GetMetricData in AWS's JSON protocol, page by page. */
public final class MetricApi {

    /** Most queries of one call. */
    private static final int AT_ONCE = 500;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final URI apis;
    private final JsonMapper json = JsonMapper.shared();

    /**
     * Takes the API.
     *
     * @param apis where the running platform serves AWS's APIs, such as {@code http://127.0.0.1:4566}
     */
    public MetricApi(URI apis) {
        this.apis = apis;
    }

    /**
     * What is asked.
     *
     * @param metric the metric
     * @param statistic which statistic of it
     */
    public record Query(MetricName metric, String statistic) {}

    /**
     * Reads values.
     *
     * @param queries what is asked
     * @param from the first moment
     * @param to the first moment after it
     * @param period of the values
     * @return the values of each query, those of periods that begin between the moments
     * @throws ReplayException in one line, when the API refuses or does not answer
     */
    public Map<Query, Map<Instant, Double>> read(List<Query> queries, Instant from, Instant to, Duration period) {
        Map<Query, Map<Instant, Double>> answers = new HashMap<>();
        queries.forEach(query -> answers.put(query, new TreeMap<>()));
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int first = 0; first < queries.size(); first += AT_ONCE) {
                List<Query> some = queries.subList(first, Math.min(queries.size(), first + AT_ONCE));
                ObjectNode request = request(some, from, to, period);
                String next;
                do {
                    JsonNode page = call(client, request);
                    page.path("MetricDataResults").forEach(result -> take(result,
                            answers.get(some.get(Integer.parseInt(result.path("Id").asString().substring(1))))));
                    next = page.path("NextToken").asString("");
                    request.put("NextToken", next);
                } while (!next.isEmpty());
            }
        }
        return answers;
    }

    private ObjectNode request(List<Query> queries, Instant from, Instant to, Duration period) {
        ObjectNode request = json.createObjectNode().put("StartTime", from.getEpochSecond())
                .put("EndTime", to.getEpochSecond());
        ArrayNode all = request.putArray("MetricDataQueries");
        for (int i = 0; i < queries.size(); i++) {
            Query query = queries.get(i);
            ObjectNode stat = all.addObject().put("Id", "q" + i).putObject("MetricStat")
                    .put("Period", period.toSeconds()).put("Stat", query.statistic());
            ObjectNode metric = stat.putObject("Metric").put("Namespace", query.metric().namespace())
                    .put("MetricName", query.metric().name());
            ArrayNode dimensions = metric.putArray("Dimensions");
            query.metric().dimensions()
                    .forEach((name, value) -> dimensions.addObject().put("Name", name).put("Value", value));
        }
        return request;
    }

    private static void take(JsonNode result, Map<Instant, Double> into) {
        JsonNode times = result.path("Timestamps");
        for (int i = 0; i < times.size(); i++) {
            into.put(Instant.ofEpochSecond(times.get(i).asLong()), result.path("Values").get(i).asDouble());
        }
    }

    private JsonNode call(HttpClient client, ObjectNode request) {
        try {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(apis).timeout(TIMEOUT)
                    .header("X-Amz-Target", "GraniteServiceVersion20100801.GetMetricData")
                    .header("Content-Type", "application/x-amz-json-1.0")
                    .POST(BodyPublishers.ofString(json.writeValueAsString(request))).build(), BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new ReplayException("GetMetricData at " + apis + " answered " + answer.statusCode() + ": "
                        + answer.body().lines().findFirst().orElse(""));
            }
            return json.readTree(answer.body());
        } catch (IOException | JacksonException e) {
            throw new ReplayException("GetMetricData at " + apis + " cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayException("interrupted while metrics were read", e);
        }
    }
}
