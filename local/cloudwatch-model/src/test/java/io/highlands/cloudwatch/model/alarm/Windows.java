// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Evaluation ranges written as AWS's tables write them: 0 is within the threshold, X breaches, - is missing, the newest
 * on the right. Any other word is a value.
 */
final class Windows {

    /** End of the newest period. */
    static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

    /** Breaches above 5. */
    static final MetricAlarm ALARM = MetricAlarm.when("errors", Comparison.GREATER, 5);

    private Windows() {
    }

    static List<AlarmPoint> range(String points) {
        String[] words = points.split(" ");
        return IntStream.range(0, words.length)
                .mapToObj(i -> point(words[i], NOW.minus(Duration.ofMinutes(words.length - i)))).toList();
    }

    private static AlarmPoint point(String word, Instant time) {
        return switch (word) {
            case "-" -> AlarmPoint.missing(time);
            case "0" -> new AlarmPoint(time, OptionalDouble.of(0), OptionalDouble.of(1));
            case "X" -> new AlarmPoint(time, OptionalDouble.of(10), OptionalDouble.of(1));
            default -> new AlarmPoint(time, OptionalDouble.of(Double.parseDouble(word)), OptionalDouble.of(1));
        };
    }

    static Evaluation evaluate(MetricAlarm alarm, AlarmState current, String points) {
        return AlarmEvaluator.evaluate(alarm, current, range(points), NOW);
    }

    /** The state after an evaluation, or "retained" when the current one stays. */
    static String outcome(MetricAlarm alarm, String points) {
        Evaluation evaluation = evaluate(alarm, AlarmState.OK, points);
        Evaluation again = evaluate(alarm, AlarmState.ALARM, points);
        return evaluation.state() == again.state() ? evaluation.state().name() : "retained";
    }

    static String reason(MetricAlarm alarm, String points) {
        return evaluate(alarm, AlarmState.INSUFFICIENT_DATA, points).reason().orElseThrow().text();
    }
}
