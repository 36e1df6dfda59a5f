// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.MissingData;

/**
 * The message that an SNS topic's subscribers get when an alarm changes its state.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html">Schemas of the
 *      notification of a metric alarm and of a composite alarm</a>
 */
final class Notification {

    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** How a notification writes a statistic that is not an ExtendedStatistic. */
    private static final Map<String, String> STATISTICS = Map.of("SampleCount", "SAMPLE_COUNT", "Average", "AVERAGE",
            "Sum", "SUM", "Minimum", "MINIMUM", "Maximum", "MAXIMUM");

    private Notification() {
    }

    /** The message of an alarm in its new state; {@code from} is the state before, null where that is not known. */
    static ObjectNode of(AlarmEntry entry, AlarmState from, AlarmOptions options) {
        AlarmDefinition alarm = entry.declared();
        ObjectNode message = JsonNodeFactory.instance.objectNode()
                .put("AlarmName", alarm.name())
                .put("AlarmDescription", alarm.description().isEmpty() ? null : alarm.description())
                .put("AWSAccountId", options.account());
        if (alarm instanceof MetricAlarmDefinition) {
            message.put("AlarmConfigurationUpdatedTimestamp", time(entry.configurationUpdated()));
        }
        message.put("NewStateValue", entry.state().name())
                .put("NewStateReason", entry.reason().text())
                .put("StateChangeTime", time(entry.stateTransitioned()))
                .put("Region", RegionNames.of(options.region()))
                .put("AlarmArn", options.arn(alarm.name()));
        if (from != null) {
            message.put("OldStateValue", from.name());
        }
        texts(message, "OKActions", alarm.actions().ok());
        texts(message, "AlarmActions", alarm.actions().alarm());
        texts(message, "InsufficientDataActions", alarm.actions().insufficientData());
        switch (alarm) {
            case MetricAlarmDefinition metric -> trigger(message.putObject("Trigger"), metric);
            case CompositeAlarmDefinition composite -> {
                message.put("AlarmRule", composite.rule().toString());
                children(message.putArray("TriggeringChildren"), entry.reason().data());
            }
        }
        return message;
    }

    private static void trigger(ObjectNode trigger, MetricAlarmDefinition alarm) {
        if (alarm.watched() instanceof Watched.Metric metric) {
            trigger.put("MetricName", metric.metric().name()).put("Namespace", metric.metric().namespace())
                    .put("StatisticType", metric.basic() ? "Statistic" : "ExtendedStatistic");
            if (metric.basic()) {
                trigger.put("Statistic", STATISTICS.get(metric.statistic()));
            } else {
                trigger.put("ExtendedStatistic", metric.statistic());
            }
            trigger.put("Unit", metric.unit().orElse(null));
            dimensions(trigger.putArray("Dimensions"), metric.metric().dimensions());
        }
        trigger.put("Period", alarm.watched().period().toSeconds()).put("EvaluationPeriods", alarm.evaluationPeriods());
        alarm.datapointsToAlarm().ifPresent(datapoints -> trigger.put("DatapointsToAlarm", datapoints));
        trigger.put("ComparisonOperator", alarm.comparison().awsName()).put("Threshold", alarm.threshold())
                .put("TreatMissingData", alarm.treatMissingData().map(MissingData::awsName).orElse(""))
                .put("EvaluateLowSampleCountPercentile", alarm.lowSampleCount().map(few -> few.awsName()).orElse(""));
        if (alarm.watched() instanceof Watched.Math math) {
            ArrayNode metrics = trigger.putArray("Metrics");
            math.queries().forEach(query -> query(metrics.addObject(), query));
        }
    }

    private static void query(ObjectNode json, AlarmQuery query) {
        query.expression().ifPresent(expression -> json.put("Expression", expression));
        json.put("Id", query.id());
        query.label().ifPresent(label -> json.put("Label", label));
        query.metric().ifPresent(metric -> {
            ObjectNode stat = json.putObject("MetricStat");
            ObjectNode name = stat.putObject("Metric");
            dimensions(name.putArray("Dimensions"), metric.metric().dimensions());
            name.put("MetricName", metric.metric().name()).put("Namespace", metric.metric().namespace());
            stat.put("Period", metric.period().toSeconds()).put("Stat", metric.statistic());
            metric.unit().ifPresent(unit -> stat.put("Unit", unit));
        });
        json.put("ReturnData", query.returnData());
    }

    private static void dimensions(ArrayNode array, Map<String, String> dimensions) {
        new TreeMap<>(dimensions).forEach((name, value) -> array.addObject().put("value", value).put("name", name));
    }

    /** The children that StateReasonData names, as a notification writes them. */
    private static void children(ArrayNode array, String reasonData) {
        if (reasonData.isEmpty()) {
            return;
        }
        for (JsonNode child : AlarmJson.parse(reasonData).path("triggeringAlarms")) {
            array.addObject().put("Arn", child.path("arn").asString()).putObject("State")
                    .put("Value", child.path("state").path("value").asString())
                    .put("Timestamp", child.path("state").path("timestamp").asString());
        }
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    private static void texts(ObjectNode object, String name, List<String> texts) {
        texts.forEach(object.putArray(name)::add);
    }
}
