// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.AlarmEvaluator;
import io.highlands.cloudwatch.model.alarm.AlarmInput;
import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.Evaluation;
import io.highlands.cloudwatch.model.alarm.EvaluationSchedule;
import io.highlands.cloudwatch.model.alarm.MathInput;
import io.highlands.cloudwatch.model.alarm.MetricAlarm;
import io.highlands.cloudwatch.model.alarm.MissingData;
import io.highlands.cloudwatch.model.statistics.Statistic;

/**
 * How a metric alarm is evaluated.
 *
 * @param alarm the alarm as the evaluator knows it
 * @param input its data
 * @param schedule when it is evaluated
 */
record MetricWatch(MetricAlarm alarm, AlarmInput input, EvaluationSchedule schedule) {

    /** The part of an interval that data have to arrive before they are looked at. */
    private static final int GRACE_PART = 5;

    private static final String WATCHED = "theWatchedMetric";

    /**
     * Makes it of a definition.
     *
     * @throws IllegalArgumentException when statistic, expression or numbers are not allowed
     */
    static MetricWatch of(MetricAlarmDefinition definition, AlarmMetrics metrics, int timeScale) {
        MetricAlarm alarm = alarm(definition);
        AlarmInput input = switch (definition.watched()) {
            case Watched.Metric metric -> {
                MathInput.Metric read = metric(metric, metrics);
                yield AlarmInput.of(read.statistic(), read.source());
            }
            case Watched.Math math -> math(math, metrics);
        };
        return new MetricWatch(alarm, input, schedule(alarm, definition.origin(), timeScale));
    }

    private static MetricAlarm alarm(MetricAlarmDefinition definition) {
        Optional<Statistic> statistic = Optional.empty();
        Optional<String> unit = Optional.empty();
        MissingData missing = definition.missingData();
        if (definition.watched() instanceof Watched.Metric metric) {
            statistic = Optional.of(Statistic.parse(metric.statistic()));
            unit = metric.unit();
            missing = missing.in(metric.metric().namespace());
        }
        return new MetricAlarm(definition.name(), definition.comparison(), definition.threshold(),
                definition.watched().period(), definition.evaluationPeriods(), definition.datapointsToAlarm(),
                missing, definition.lowSamples(), statistic, unit);
    }

    private static MathInput math(Watched.Math math, AlarmMetrics metrics) {
        Map<String, MathInput.Metric> inputs = new LinkedHashMap<>();
        Map<String, String> expressions = new LinkedHashMap<>();
        String result = null;
        for (AlarmQuery query : math.queries()) {
            query.metric().ifPresent(metric -> inputs.put(query.id(), metric(metric, metrics)));
            query.expression().ifPresent(expression -> expressions.put(query.id(), expression));
            result = query.returnData() ? query.id() : result;
        }
        if (inputs.containsKey(result)) {
            // The model watches expressions; a metric that is watched is an expression of nothing but itself.
            expressions.put(WATCHED, result);
            result = WATCHED;
        }
        return new MathInput(inputs, expressions, result);
    }

    private static MathInput.Metric metric(Watched.Metric metric, AlarmMetrics metrics) {
        Statistic statistic = Statistic.parse(metric.statistic());
        return new MathInput.Metric(statistic, metrics.source(metric.metric(), metric.unit(), statistic));
    }

    /** A template's alarm keeps the schedule that it has in AWS, divided as its period was. */
    private static EvaluationSchedule schedule(MetricAlarm alarm, Origin origin, int timeScale) {
        if (origin == Origin.API) {
            return EvaluationSchedule.of(alarm);
        }
        return EvaluationSchedule.of(alarm.every(alarm.period().multipliedBy(timeScale))).dividedBy(timeScale);
    }

    /** The first evaluation after a moment: a little after the interval's end, when what was measured in it has arrived. */
    Instant next(Instant now) {
        Duration grace = grace();
        return schedule.next(now.minus(grace)).plus(grace);
    }

    private Duration grace() {
        return schedule.interval().dividedBy(GRACE_PART);
    }

    /** Judges the alarm. */
    Evaluation evaluate(AlarmState current, Instant now) {
        Instant boundary = schedule.boundary(now);
        return AlarmEvaluator.evaluate(alarm, current, input.read(AlarmEvaluator.range(alarm, boundary), now), now);
    }
}
