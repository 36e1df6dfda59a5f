// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.alarms;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.LowSamples;
import io.highlands.cloudwatch.model.alarm.MissingData;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.metrics.Metrics;
import io.highlands.local.cloudwatch.alarms.AlarmDefinition;
import io.highlands.local.cloudwatch.alarms.AlarmQuery;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.cloudwatch.alarms.CompositeAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Watched;

/** Alarms as the structures {@code MetricAlarm} and {@code CompositeAlarm}. */
final class AlarmTrees {

    private AlarmTrees() {
    }

    static Map<String, Object> alarm(AlarmView view) {
        Output output = common(view);
        return switch (view.definition()) {
            case MetricAlarmDefinition metric -> metric(output, metric).tree();
            case CompositeAlarmDefinition composite -> composite(output, composite, view).tree();
        };
    }

    private static Output common(AlarmView view) {
        AlarmDefinition definition = view.definition();
        return Output.of("AlarmName", view.name()).with("AlarmArn", view.arn())
                .withText("AlarmDescription", definition.description())
                .with("AlarmConfigurationUpdatedTimestamp", view.configurationUpdated())
                .with("ActionsEnabled", definition.actions().enabled())
                .with("OKActions", definition.actions().ok())
                .with("AlarmActions", definition.actions().alarm())
                .with("InsufficientDataActions", definition.actions().insufficientData())
                .with("StateValue", view.state().name()).with("StateReason", view.stateReason())
                .withText("StateReasonData", view.stateReasonData())
                .with("StateUpdatedTimestamp", view.stateUpdated())
                .with("StateTransitionedTimestamp", view.stateTransitioned());
    }

    private static Output metric(Output output, MetricAlarmDefinition alarm) {
        output.with("EvaluationPeriods", alarm.evaluationPeriods()).with("Threshold", alarm.threshold())
                .with("ComparisonOperator", alarm.comparison().awsName())
                .with("TreatMissingData", alarm.treatMissingData().map(MissingData::awsName));
        alarm.datapointsToAlarm().ifPresent(points -> output.with("DatapointsToAlarm", points));
        return switch (alarm.watched()) {
            case Watched.Metric metric -> watched(output, metric, alarm);
            case Watched.Math math -> output.with("Dimensions", List.of())
                    .with("Metrics", math.queries().stream().map(AlarmTrees::query).toList());
        };
    }

    private static Output watched(Output output, Watched.Metric metric, MetricAlarmDefinition alarm) {
        Metrics.write(metric.metric()).tree().forEach(output::with);
        output.with(metric.basic() ? "Statistic" : "ExtendedStatistic", metric.statistic())
                .with("Period", metric.period().toSeconds()).with("Unit", metric.unit());
        return metric.basic()
                ? output
                : output.with("EvaluateLowSampleCountPercentile", alarm.lowSampleCount().map(LowSamples::awsName));
    }

    private static Map<String, Object> query(AlarmQuery query) {
        return Output.of("Id", query.id()).with("MetricStat", query.metric().map(AlarmTrees::stat))
                .with("Expression", query.expression()).with("Label", query.label())
                .with("ReturnData", query.returnData()).tree();
    }

    private static Map<String, Object> stat(Watched.Metric metric) {
        return Output.of("Metric", Metrics.write(metric.metric()).tree()).with("Stat", metric.statistic())
                .with("Period", metric.period().toSeconds()).with("Unit", metric.unit()).tree();
    }

    private static Output composite(Output output, CompositeAlarmDefinition alarm, AlarmView view) {
        output.with("AlarmRule", alarm.rule().toString())
                .with("ActionsSuppressedBy", view.suppressedBy().map(Enum::name))
                .withText("ActionsSuppressedReason", view.suppressedReason());
        Optional.of(alarm).flatMap(CompositeAlarmDefinition::suppressor).ifPresent(suppressor -> output
                .with("ActionsSuppressor", suppressor.alarm())
                .with("ActionsSuppressorWaitPeriod", suppressor.waitPeriod().toSeconds())
                .with("ActionsSuppressorExtensionPeriod", suppressor.extensionPeriod().toSeconds()));
        return output;
    }
}
