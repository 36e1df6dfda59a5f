// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.alarm;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes StateReasonData, the JSON that AWS keeps beside a StateReason. */
final class StateReasonData {

    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT).withZone(ZoneOffset.UTC);

    private StateReasonData() {
    }

    static String of(MetricAlarm alarm, EvaluationWindow window, Instant now) {
        List<AlarmPoint> real = window.points().stream().filter(point -> !point.isMissing()).toList();
        StringBuilder json = new StringBuilder("{\"version\":\"1.0\",\"queryDate\":").append(time(now));
        if (!real.isEmpty()) {
            json.append(",\"startDate\":").append(time(real.getFirst().time()));
        }
        alarm.unit().ifPresent(unit -> json.append(",\"unit\":").append(text(unit)));
        alarm.statistic().ifPresent(statistic -> json.append(",\"statistic\":").append(text(statistic.name())));
        json.append(",\"period\":").append(alarm.period().toSeconds());
        json.append(",\"recentDatapoints\":").append(real.stream()
                .map(point -> String.valueOf(point.value().getAsDouble())).collect(Collectors.joining(",", "[", "]")));
        json.append(",\"threshold\":").append(alarm.threshold());
        json.append(",\"evaluatedDatapoints\":").append(window.points().reversed().stream().map(StateReasonData::point)
                .collect(Collectors.joining(",", "[", "]")));
        return json.append('}').toString();
    }

    /** The data of a composite alarm: the children that its state comes from. */
    static String triggering(List<AlarmSnapshot> children) {
        return children.stream()
                .map(child -> "{\"arn\":" + text(child.arn()) + ",\"state\":{\"value\":" + text(child.state().name())
                        + ",\"timestamp\":" + time(child.since()) + "}}")
                .collect(Collectors.joining(",", "{\"triggeringAlarms\":[", "]}"));
    }

    private static String point(AlarmPoint point) {
        StringBuilder json = new StringBuilder("{\"timestamp\":").append(time(point.time()));
        point.sampleCount().ifPresent(count -> json.append(",\"sampleCount\":").append(count));
        point.value().ifPresent(value -> json.append(",\"value\":").append(value));
        return json.append('}').toString();
    }

    private static String time(Instant time) {
        return '"' + TIME.format(time) + '"';
    }

    private static String text(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
