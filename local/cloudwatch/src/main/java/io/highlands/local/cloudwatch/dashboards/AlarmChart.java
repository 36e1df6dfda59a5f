// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.highlands.local.cloudwatch.alarms.AlarmQuery;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Watched;

/** Fills in widgets that draw an alarm: its metric, and its threshold as a line. */
final class AlarmChart {

    private static final String COLOUR = "#d13212";

    private final AlarmService alarms;

    AlarmChart(AlarmService alarms) {
        this.alarms = alarms;
    }

    /** The name in an alarm's ARN. */
    static String name(String arn) {
        int mark = arn.indexOf(":alarm:");
        return mark < 0 ? arn : arn.substring(mark + ":alarm:".length());
    }

    MetricWidget with(MetricWidget widget) {
        return widget.alarm().flatMap(arn -> alarms.find(name(arn)))
                .filter(view -> view.definition() instanceof MetricAlarmDefinition)
                .map(view -> drawn(widget, (MetricAlarmDefinition) view.definition())).orElse(widget);
    }

    private static MetricWidget drawn(MetricWidget widget, MetricAlarmDefinition alarm) {
        List<HorizontalLine> lines = new ArrayList<>(widget.lines());
        lines.add(new HorizontalLine(alarm.threshold(), alarm.name(), COLOUR, "none", OptionalDouble.empty(),
                Side.LEFT));
        return widget.with(rows(alarm.watched()), widget.ownRange()).withLines(lines);
    }

    private static List<MetricRow> rows(Watched watched) {
        return switch (watched) {
            case Watched.Metric metric -> List.of(row("m1", metric, "", true));
            case Watched.Math math -> math.queries().stream().map(query -> row(query, math)).toList();
        };
    }

    private static MetricRow row(AlarmQuery query, Watched.Math math) {
        String label = query.label().orElse("");
        return query.metric().map(metric -> row(query.id(), metric, label, query.returnData()))
                .orElseGet(() -> new MetricRow(query.id(), Optional.empty(), query.expression(), label, "", "Average",
                        (int) math.period().toSeconds(), query.returnData(), Side.LEFT));
    }

    private static MetricRow row(String id, Watched.Metric metric, String label, boolean visible) {
        return new MetricRow(id, Optional.of(metric.metric()), Optional.empty(), label, "", metric.statistic(),
                (int) metric.period().toSeconds(), visible, Side.LEFT);
    }
}
