// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.util.Optional;
import java.util.OptionalInt;

import io.highlands.cloudwatch.model.alarm.Comparison;
import io.highlands.cloudwatch.model.alarm.LowSamples;
import io.highlands.cloudwatch.model.alarm.MissingData;

/**
 * An {@code AWS::CloudWatch::Alarm}, or what PutMetricAlarm is given.
 *
 * @param name AlarmName
 * @param description AlarmDescription; empty when there is none
 * @param actions ActionsEnabled and the actions of each state
 * @param origin who declared it
 * @param watched the metric, or Metrics
 * @param comparison ComparisonOperator
 * @param threshold Threshold
 * @param evaluationPeriods EvaluationPeriods
 * @param datapointsToAlarm DatapointsToAlarm, if it was given; else all evaluation periods have to breach
 * @param treatMissingData TreatMissingData, if it was given; else missing
 * @param lowSampleCount EvaluateLowSampleCountPercentile, if it was given; else evaluate
 */
public record MetricAlarmDefinition(String name, String description, AlarmActions actions, Origin origin,
        Watched watched, Comparison comparison, double threshold, int evaluationPeriods,
        OptionalInt datapointsToAlarm, Optional<MissingData> treatMissingData,
        Optional<LowSamples> lowSampleCount) implements AlarmDefinition {

    /** {@return how missing data are treated} */
    public MissingData missingData() {
        return treatMissingData.orElse(MissingData.MISSING);
    }

    /** {@return what a percentile of few samples does} */
    public LowSamples lowSamples() {
        return lowSampleCount.orElse(LowSamples.EVALUATE);
    }

    @Override
    public MetricAlarmDefinition withActions(AlarmActions other) {
        return new MetricAlarmDefinition(name, description, other, origin, watched, comparison, threshold,
                evaluationPeriods, datapointsToAlarm, treatMissingData, lowSampleCount);
    }
}
