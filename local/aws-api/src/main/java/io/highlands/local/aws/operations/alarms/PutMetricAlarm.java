// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.alarms;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.Comparison;
import io.highlands.cloudwatch.model.alarm.LowSamples;
import io.highlands.cloudwatch.model.alarm.MissingData;
import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.metrics.Metrics;
import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.cloudwatch.alarms.AlarmActions;
import io.highlands.local.cloudwatch.alarms.AlarmQuery;
import io.highlands.local.cloudwatch.alarms.AlarmRules;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Origin;
import io.highlands.local.cloudwatch.alarms.Watched;

/** PutMetricAlarm, on a metric or on metric math. Anomaly detection is refused; tags are not kept. */
final class PutMetricAlarm implements Action {

    private final AlarmService alarms;

    PutMetricAlarm(AlarmService alarms) {
        this.alarms = alarms;
    }

    @Override
    public Map<String, Object> perform(Input input) {
        try {
            alarms.putMetricAlarm(definition(input));
        } catch (IllegalArgumentException notAllowed) {
            throw CloudWatchException.validation(notAllowed.getMessage());
        }
        return Output.nothing();
    }

    private static MetricAlarmDefinition definition(Input input) {
        AlarmRules.parameters(input::has).ifPresent(violation -> {
            throw CloudWatchException.validation(violation.message());
        });
        if (!input.has("Threshold")) {
            throw CloudWatchException.validation("Threshold is required");
        }
        return new MetricAlarmDefinition(input.text("AlarmName"), input.optionalText("AlarmDescription").orElse(""),
                actions(input), Origin.API, watched(input), Comparison.parse(input.text("ComparisonOperator")),
                input.decimal("Threshold"), input.integer("EvaluationPeriods").getAsInt(),
                input.integer("DatapointsToAlarm"), input.optionalText("TreatMissingData").map(MissingData::parse),
                input.optionalText("EvaluateLowSampleCountPercentile").map(LowSamples::parse));
    }

    static AlarmActions actions(Input input) {
        return new AlarmActions(input.flag("ActionsEnabled", true), input.texts("AlarmActions"),
                input.texts("OKActions"), input.texts("InsufficientDataActions"));
    }

    private static Watched watched(Input input) {
        if (input.has("Metrics")) {
            return math(input.structures("Metrics"));
        }
        String statistic = input.optionalText("Statistic").or(() -> input.optionalText("ExtendedStatistic")).get();
        return new Watched.Metric(Metrics.read(input), statistic, seconds(input), input.optionalText("Unit"));
    }

    private static Watched math(List<Input> metrics) {
        List<AlarmQuery> queries = metrics.stream().map(PutMetricAlarm::query).toList();
        Duration period = queries.stream().flatMap(query -> query.metric().stream()).map(Watched.Metric::period)
                .max(Duration::compareTo)
                .or(() -> metrics.stream().filter(query -> query.has("Period")).map(PutMetricAlarm::seconds)
                        .findFirst())
                .orElseThrow(() -> CloudWatchException.validation("Metrics must have at least one MetricStat"));
        return new Watched.Math(queries, period);
    }

    private static AlarmQuery query(Input query) {
        Optional<Watched.Metric> metric = query.structure("MetricStat").map(stat -> new Watched.Metric(
                Metrics.read(stat.structure("Metric").orElseThrow()), stat.text("Stat"), seconds(stat),
                stat.optionalText("Unit")));
        return new AlarmQuery(query.text("Id"), metric, query.optionalText("Expression"), query.optionalText("Label"),
                query.flag("ReturnData", true));
    }

    private static Duration seconds(Input input) {
        return Duration.ofSeconds(input.integer("Period").getAsInt());
    }
}
