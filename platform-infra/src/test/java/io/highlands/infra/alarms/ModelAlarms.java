// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.alarms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import io.highlands.cloudwatch.model.alarm.AlarmInput;
import io.highlands.cloudwatch.model.alarm.Comparison;
import io.highlands.cloudwatch.model.alarm.CompositeAlarm;
import io.highlands.cloudwatch.model.alarm.LowSamples;
import io.highlands.cloudwatch.model.alarm.MathInput;
import io.highlands.cloudwatch.model.alarm.MetricAlarm;
import io.highlands.cloudwatch.model.alarm.MetricSource;
import io.highlands.cloudwatch.model.alarm.MissingData;
import io.highlands.cloudwatch.model.alarm.Replay;
import io.highlands.cloudwatch.model.statistics.Statistic;

/** Local mode's evaluator, fed with what the templates say and with nothing that the code which wrote them knows. */
final class ModelAlarms {

    private static final Pattern SERVICE = Pattern.compile("service-[a-z]");

    private ModelAlarms() {
    }

    /** A replay of all alarms. A series is called by its metric's name and the values of its dimensions. */
    static Replay replay(TemplateAlarms alarms, Function<String, MetricSource> series) {
        var replay = new Replay();
        for (JsonNode alarm : alarms.metricAlarms()) {
            replay.add(metricAlarm(alarm), input(alarm, series));
        }
        alarms.composites().forEach(alarm -> replay.add(composite(alarm)));
        return replay;
    }

    private static MetricAlarm metricAlarm(JsonNode alarm) {
        var model = MetricAlarm
                .when(TemplateAlarms.name(alarm), Comparison.parse(alarm.get("ComparisonOperator").asString()),
                        alarm.get("Threshold").asDouble())
                .every(period(alarm)).forAny(alarm.get("DatapointsToAlarm").asInt(),
                        alarm.get("EvaluationPeriods").asInt())
                .treating(MissingData.parse(alarm.get("TreatMissingData").asString()));
        return alarm.has("MetricName") ? model.on(statistic(alarm), LowSamples.EVALUATE) : model;
    }

    private static Duration period(JsonNode alarm) {
        List<Integer> periods = new ArrayList<>();
        alarm.findValues("Period").forEach(period -> periods.add(period.asInt()));
        if (periods.stream().distinct().count() != 1) {
            throw new AssertionError(TemplateAlarms.name(alarm) + " has the periods " + periods);
        }
        return Duration.ofSeconds(periods.getFirst());
    }

    private static AlarmInput input(JsonNode alarm, Function<String, MetricSource> series) {
        if (alarm.has("MetricName")) {
            return AlarmInput.of(statistic(alarm), series.apply(key(alarm, alarm)));
        }
        Map<String, MathInput.Metric> metrics = new LinkedHashMap<>();
        Map<String, String> expressions = new LinkedHashMap<>();
        String result = null;
        for (JsonNode query : alarm.get("Metrics")) {
            String id = query.get("Id").asString();
            if (query.has("Expression")) {
                expressions.put(id, query.get("Expression").asString());
            } else {
                JsonNode stat = query.get("MetricStat");
                metrics.put(id, new MathInput.Metric(Statistic.parse(stat.get("Stat").asString()),
                        series.apply(key(stat.get("Metric"), alarm))));
            }
            if (query.path("ReturnData").asBoolean()) {
                result = id;
            }
        }
        return new MathInput(metrics, expressions, result);
    }

    private static Statistic statistic(JsonNode alarm) {
        return Statistic.parse(alarm.path(alarm.has("Statistic") ? "Statistic" : "ExtendedStatistic").asString());
    }

    private static CompositeAlarm composite(JsonNode alarm) {
        var model = CompositeAlarm.of(TemplateAlarms.name(alarm), alarm.get("AlarmRule").asString());
        return alarm.has("ActionsSuppressor")
                ? model.suppressedBy(alarm.get("ActionsSuppressor").asString(),
                        Duration.ofSeconds(alarm.get("ActionsSuppressorWaitPeriod").asInt()),
                        Duration.ofSeconds(alarm.get("ActionsSuppressorExtensionPeriod").asInt()))
                : model;
    }

    /** {@code HTTPCode_Target_5XX_Count service-b service-a}; the load balancer is called entry. */
    private static String key(JsonNode metric, JsonNode alarm) {
        var key = new StringBuilder(metric.get("MetricName").asString());
        for (JsonNode dimension : metric.path("Dimensions")) {
            String name = dimension.get("Name").asString();
            if (!"ClusterName".equals(name)) {
                key.append(' ').append(value(dimension.get("Value"), alarm));
            }
        }
        return key.toString();
    }

    private static String value(JsonNode value, JsonNode alarm) {
        if (value.isString()) {
            return value.asString();
        }
        if (value.toString().contains("LoadBalancerFullName")) {
            return "entry";
        }
        // A guard stands in the stack of its target group, and so names it without its stack
        Matcher service = SERVICE.matcher(value.has("Fn::GetAtt") ? TemplateAlarms.name(alarm) : value.toString());
        if (!service.find()) {
            throw new AssertionError(value + " names no service, in " + TemplateAlarms.name(alarm));
        }
        return service.group();
    }
}
