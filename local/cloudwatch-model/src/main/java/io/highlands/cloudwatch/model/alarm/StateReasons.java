// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Words a metric alarm's StateReason as AWS does. */
final class StateReasons {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private StateReasons() {
    }

    static StateReason of(MetricAlarm alarm, AlarmState state, EvaluationWindow window, Instant now) {
        return new StateReason(text(alarm, state, window), StateReasonData.of(alarm, window, now));
    }

    private static String text(MetricAlarm alarm, AlarmState state, EvaluationWindow window) {
        if (state == AlarmState.INSUFFICIENT_DATA) {
            int unknown = window.filled();
            return "Insufficient Data: " + count(unknown, "datapoint") + " " + be(unknown) + " unknown.";
        }
        boolean alarming = state == AlarmState.ALARM;
        Predicate<AlarmPoint> deciding = point -> !point.isMissing()
                && alarm.breaches(point.value().getAsDouble()) == alarming;
        List<AlarmPoint> points = window.points().reversed().stream().filter(deciding).toList();
        if (points.isEmpty()) {
            String received = window.real() == 0
                    ? "no datapoints were"
                    : count(window.real(), "datapoint") + " "
                            + be(window.real());
            return "Threshold Crossed: " + received + " received for " + count(alarm.evaluationPeriods(), "period")
                    + filled(alarm, window) + ".";
        }
        return "Threshold Crossed: " + quantity(alarm, points.size()) + " " + list(points) + " " + be(points.size())
                + (alarming ? " " : " not ") + alarm.comparison().words() + " the threshold (" + alarm.threshold() + ")"
                + filled(alarm, window) + minimum(alarm, alarming) + ".";
    }

    private static String quantity(MetricAlarm alarm, int points) {
        return alarm.datapointsToAlarm().isPresent()
                ? points + " out of the last " + alarm.evaluationPeriods() + " datapoints"
                : count(points, "datapoint");
    }

    private static String list(List<AlarmPoint> points) {
        return points.stream().map(point -> point.value().getAsDouble() + " (" + MINUTE.format(point.time()) + ")")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String filled(MetricAlarm alarm, EvaluationWindow window) {
        int missing = window.filled();
        return missing == 0
                ? ""
                : " and " + count(missing, "missing datapoint") + " " + be(missing) + " treated as ["
                        + alarm.missingData().words() + "]";
    }

    private static String minimum(MetricAlarm alarm, boolean alarming) {
        if (alarm.datapointsToAlarm().isEmpty()) {
            return "";
        }
        int needed = alarming ? alarm.m() : alarm.evaluationPeriods() - alarm.m() + 1;
        return " (minimum " + count(needed, "datapoint") + " for "
                + (alarming ? "OK -> ALARM" : "ALARM -> OK") + " transition)";
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String be(int number) {
        return number == 1 ? "was" : "were";
    }
}
