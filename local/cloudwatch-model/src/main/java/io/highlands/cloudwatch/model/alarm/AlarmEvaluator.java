// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.highlands.cloudwatch.model.series.Range;

/**
 * Judges a metric alarm.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html">Alarm evaluation</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html">Missing
 *      data</a>
 */
public final class AlarmEvaluator {

    private AlarmEvaluator() {
    }

    /**
     * The periods to read for an evaluation: more than the alarm's own, in case some are missing.
     *
     * @param alarm the alarm
     * @param end end of the newest period
     * @return the evaluation range
     */
    public static Range range(MetricAlarm alarm, Instant end) {
        return Range.endingAt(end, alarm.period(), alarm.evaluationPeriods() + EvaluationWindow.EXTRA);
    }

    /**
     * Judges the alarm.
     *
     * @param alarm the alarm
     * @param current its state so far
     * @param range the evaluation range, oldest first, each period present or missing
     * @param now when this is asked
     * @return the state from now on, and why
     */
    public static Evaluation evaluate(MetricAlarm alarm, AlarmState current, List<AlarmPoint> range, Instant now) {
        if (range.size() < alarm.evaluationPeriods()) {
            throw new IllegalArgumentException("The evaluation range of " + alarm.name() + " has at least "
                    + alarm.evaluationPeriods() + " periods, not " + range.size());
        }
        EvaluationWindow window = EvaluationWindow.of(alarm, range);
        Optional<AlarmState> judged = tooFewSamples(alarm, window) ? Optional.empty() : judge(alarm, window);
        return new Evaluation(judged.orElse(current), judged.map(state -> StateReasons.of(alarm, state, window, now)),
                window.points());
    }

    /** The state, or empty when the current one is retained. */
    private static Optional<AlarmState> judge(MetricAlarm alarm, EvaluationWindow window) {
        if (window.breaching() >= alarm.m()) {
            return Optional.of(AlarmState.ALARM);
        }
        if (window.filled() == 0) {
            return Optional.of(AlarmState.OK);
        }
        return switch (alarm.missingData()) {
            case BREACHING -> Optional
                    .of(window.breaching() + window.filled() >= alarm.m() ? AlarmState.ALARM : AlarmState.OK);
            case NOT_BREACHING -> Optional.of(AlarmState.OK);
            case IGNORE -> window.within() > 0 ? Optional.of(AlarmState.OK) : Optional.empty();
            case MISSING -> Optional.of(sparse(alarm, window));
        };
    }

    /**
     * Missing data treated as missing, and fewer breaching points than M. Breaching points alone raise the alarm once the
     * oldest of them is M periods old; until then a point within the threshold may still come, and the alarm waits.
     */
    private static AlarmState sparse(MetricAlarm alarm, EvaluationWindow window) {
        if (window.within() > 0) {
            return AlarmState.OK;
        }
        return window.breaching() > 0 && window.age() >= alarm.m() ? AlarmState.ALARM : AlarmState.INSUFFICIENT_DATA;
    }

    private static boolean tooFewSamples(MetricAlarm alarm, EvaluationWindow window) {
        return alarm.lowSamples() == LowSamples.IGNORE && window.real() > 0
                && alarm.statistic().map(LowSamples::needed).filter(needed -> needed.isPresent())
                        .filter(needed -> window.samples() < needed.getAsDouble()).isPresent();
    }
}
