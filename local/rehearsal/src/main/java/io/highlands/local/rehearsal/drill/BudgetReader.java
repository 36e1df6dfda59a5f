// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.rehearsal.CloudWatchApi;
import io.highlands.local.rehearsal.RehearsalException;
import io.highlands.local.rehearsal.replay.MetricApi;
import io.highlands.local.rehearsal.replay.Recorder;
import io.highlands.local.rehearsal.replay.ReplayException;

/** Reads what users lost through CloudWatch's API, by the metrics of the deployed alarms of availability and latency. */
final class BudgetReader {

    /** The end of a burn rate's expression: the share of requests that may fail. */
    private static final Pattern ALLOWED = Pattern.compile("/ (0?\\.\\d+)\\s*$");
    private static final String REQUESTS = "requests";
    private static final String FAST = "fast";

    private final CloudWatchApi alarms;
    private final MetricApi metrics;
    private final int timeScale;

    BudgetReader(URI apis, String environment, int timeScale) {
        this.alarms = new CloudWatchApi(apis, environment);
        this.metrics = new MetricApi(apis);
        this.timeScale = timeScale;
    }

    /** {@return what was lost between two moments; absent where no availability alarm is deployed, or an API fails} */
    Optional<SpentBudget> read(Instant from, Instant to) {
        try {
            List<JsonNode> availability = alarms.queries("availability-burn-");
            if (availability.isEmpty()) {
                return Optional.empty();
            }
            Map<String, Map<Instant, Double>> counts = values(availability, from, to);
            double answered = sum(counts.getOrDefault(REQUESTS, Map.of()));
            double balancer = counts.entrySet().stream().filter(one -> one.getKey().startsWith("elb"))
                    .mapToDouble(one -> sum(one.getValue())).sum();
            double targets = sum(counts.getOrDefault("target5xx", Map.of()));
            return Optional.of(new SpentBudget(Math.round(answered + balancer), Math.round(balancer + targets),
                    slow(from, to), allowed(availability)));
        } catch (RehearsalException | ReplayException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Long> slow(Instant from, Instant to) {
        List<JsonNode> latency = alarms.queries("latency-slo");
        if (latency.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Map<Instant, Double>> values = values(latency, from, to);
        Map<Instant, Double> fast = values.getOrDefault(FAST, Map.of());
        return Optional.of(Math.round(values.getOrDefault(REQUESTS, Map.of()).entrySet().stream()
                .mapToDouble(one -> one.getValue() * (100 - fast.getOrDefault(one.getKey(), 100.0)) / 100).sum()));
    }

    private static Optional<Double> allowed(List<JsonNode> queries) {
        return queries.stream().map(query -> ALLOWED.matcher(query.path("Expression").asString("")))
                .filter(Matcher::find).map(found -> Double.valueOf(found.group(1))).findFirst();
    }

    private Map<String, Map<Instant, Double>> values(List<JsonNode> queries, Instant from, Instant to) {
        Map<String, MetricApi.Query> wanted = new HashMap<>();
        queries.stream().filter(query -> query.has("MetricStat"))
                .forEach(query -> wanted.put(query.path("Id").asString(), query(query.path("MetricStat"))));
        Duration period = Duration.ofSeconds(Recorder.step(timeScale));
        long start = from.getEpochSecond() - Math.floorMod(from.getEpochSecond(), period.toSeconds());
        Map<MetricApi.Query, Map<Instant, Double>> answers = metrics.read(new ArrayList<>(wanted.values()),
                Instant.ofEpochSecond(start), to, period);
        Map<String, Map<Instant, Double>> values = new TreeMap<>();
        wanted.forEach((id, query) -> values.put(id, answers.get(query)));
        return values;
    }

    private static MetricApi.Query query(JsonNode stat) {
        JsonNode metric = stat.path("Metric");
        Map<String, String> dimensions = new TreeMap<>();
        metric.path("Dimensions").forEach(
                dimension -> dimensions.put(dimension.path("Name").asString(), dimension.path("Value").asString()));
        return new MetricApi.Query(new MetricName(metric.path("Namespace").asString(),
                metric.path("MetricName").asString(), dimensions), stat.path("Stat").asString());
    }

    private static double sum(Map<Instant, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
