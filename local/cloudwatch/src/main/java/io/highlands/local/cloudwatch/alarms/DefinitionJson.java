// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.cloudwatch.model.alarm.Comparison;
import io.highlands.cloudwatch.model.alarm.CompositeAlarm;
import io.highlands.cloudwatch.model.alarm.CompositeRule;
import io.highlands.cloudwatch.model.alarm.LowSamples;
import io.highlands.cloudwatch.model.alarm.MissingData;
import io.highlands.cloudwatch.model.search.MetricName;

/** Definitions as JSON, with the names that AWS's own history uses: those of the API with a small first letter. */
final class DefinitionJson {

    private DefinitionJson() {
    }

    static ObjectNode write(AlarmDefinition alarm) {
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("alarmName", alarm.name())
                .put("alarmDescription", alarm.description())
                .put("actionsEnabled", alarm.actions().enabled());
        texts(json, "okActions", alarm.actions().ok());
        texts(json, "alarmActions", alarm.actions().alarm());
        texts(json, "insufficientDataActions", alarm.actions().insufficientData());
        switch (alarm) {
            case MetricAlarmDefinition metric -> metric(json, metric);
            case CompositeAlarmDefinition composite -> composite(json, composite);
        }
        return json;
    }

    private static void metric(ObjectNode json, MetricAlarmDefinition alarm) {
        switch (alarm.watched()) {
            case Watched.Metric metric -> {
                name(json, metric.metric());
                json.put(metric.basic() ? "statistic" : "extendedStatistic", metric.statistic());
                json.put("period", metric.period().toSeconds());
                metric.unit().ifPresent(unit -> json.put("unit", unit));
            }
            case Watched.Math math -> {
                ArrayNode queries = json.putArray("metrics");
                math.queries().forEach(query -> query(queries.addObject(), query));
                json.put("period", math.period().toSeconds());
            }
        }
        json.put("comparisonOperator", alarm.comparison().awsName())
                .put("threshold", alarm.threshold())
                .put("evaluationPeriods", alarm.evaluationPeriods());
        alarm.treatMissingData().ifPresent(missing -> json.put("treatMissingData", missing.awsName()));
        alarm.datapointsToAlarm().ifPresent(datapoints -> json.put("datapointsToAlarm", datapoints));
        alarm.lowSampleCount().ifPresent(few -> json.put("evaluateLowSampleCountPercentile", few.awsName()));
    }

    private static void query(ObjectNode json, AlarmQuery query) {
        json.put("id", query.id());
        query.metric().ifPresent(metric -> {
            ObjectNode stat = json.putObject("metricStat");
            name(stat.putObject("metric"), metric.metric());
            stat.put("period", metric.period().toSeconds()).put("stat", metric.statistic());
            metric.unit().ifPresent(unit -> stat.put("unit", unit));
        });
        query.expression().ifPresent(expression -> json.put("expression", expression));
        query.label().ifPresent(label -> json.put("label", label));
        json.put("returnData", query.returnData());
    }

    private static void name(ObjectNode json, MetricName metric) {
        json.put("namespace", metric.namespace()).put("metricName", metric.name());
        ArrayNode dimensions = json.putArray("dimensions");
        new TreeMap<>(metric.dimensions())
                .forEach((name, value) -> dimensions.addObject().put("name", name).put("value", value));
    }

    private static void composite(ObjectNode json, CompositeAlarmDefinition alarm) {
        json.put("alarmRule", alarm.rule().toString());
        alarm.suppressor().ifPresent(suppressor -> json.put("actionsSuppressor", suppressor.alarm())
                .put("actionsSuppressorWaitPeriod", suppressor.waitPeriod().toSeconds())
                .put("actionsSuppressorExtensionPeriod", suppressor.extensionPeriod().toSeconds()));
    }

    private static void texts(ObjectNode json, String name, List<String> texts) {
        ArrayNode array = json.putArray(name);
        texts.forEach(array::add);
    }

    static AlarmDefinition read(JsonNode json, Origin origin) {
        String name = json.path("alarmName").asString();
        String description = json.path("alarmDescription").asString();
        AlarmActions actions = new AlarmActions(json.path("actionsEnabled").asBoolean(),
                texts(json.path("alarmActions")), texts(json.path("okActions")),
                texts(json.path("insufficientDataActions")));
        if (json.has("alarmRule")) {
            return new CompositeAlarmDefinition(name, description, actions, origin,
                    CompositeRule.parse(json.path("alarmRule").asString()), suppressor(json));
        }
        JsonNode datapoints = json.path("datapointsToAlarm");
        return new MetricAlarmDefinition(name, description, actions, origin, watched(json),
                Comparison.parse(json.path("comparisonOperator").asString()), json.path("threshold").asDouble(),
                json.path("evaluationPeriods").asInt(),
                datapoints.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(datapoints.asInt()),
                text(json, "treatMissingData").map(MissingData::parse),
                text(json, "evaluateLowSampleCountPercentile").map(LowSamples::parse));
    }

    private static Watched watched(JsonNode json) {
        Duration period = Duration.ofSeconds(json.path("period").asLong());
        if (!json.has("metrics")) {
            return new Watched.Metric(name(json),
                    json.path("statistic").asString(json.path("extendedStatistic").stringValue(null)), period,
                    text(json, "unit"));
        }
        List<AlarmQuery> queries = new ArrayList<>();
        json.path("metrics").forEach(query -> queries.add(new AlarmQuery(query.path("id").asString(),
                query.has("metricStat") ? Optional.of(stat(query.path("metricStat"))) : Optional.empty(),
                text(query, "expression"), text(query, "label"), query.path("returnData").asBoolean())));
        return new Watched.Math(queries, period);
    }

    private static Watched.Metric stat(JsonNode json) {
        return new Watched.Metric(name(json.path("metric")), json.path("stat").asString(),
                Duration.ofSeconds(json.path("period").asLong()), text(json, "unit"));
    }

    private static MetricName name(JsonNode json) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        json.path("dimensions").forEach(dimension -> dimensions.put(dimension.path("name").asString(),
                dimension.path("value").asString()));
        return new MetricName(json.path("namespace").asString(), json.path("metricName").asString(), dimensions);
    }

    private static Optional<CompositeAlarm.Suppressor> suppressor(JsonNode json) {
        return text(json, "actionsSuppressor").map(alarm -> new CompositeAlarm.Suppressor(alarm,
                Duration.ofSeconds(json.path("actionsSuppressorWaitPeriod").asLong()),
                Duration.ofSeconds(json.path("actionsSuppressorExtensionPeriod").asLong())));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.path(name).stringValue(null));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
