// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.alarm;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.highlands.local.cloudwatch.alarms.AlarmDefinition;
import io.highlands.local.cloudwatch.alarms.AlarmQuery;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Watched;
import io.highlands.local.cloudwatch.metrics.AwsMetric;
import io.highlands.local.cloudwatch.metrics.AwsMetrics;

/** In what an alarm's threshold is measured, as far as its definition or AWS's page of the metric says. */
final class AlarmUnits {

    /** An expression that makes a share of hundred. */
    private static final Pattern PERCENT = Pattern.compile("\\b100 ?[*-]");
    private static final Map<String, String> SHORT = Map.of("Percent", "%", "Seconds", "s", "Milliseconds", "ms",
            "Microseconds", "µs", "Bytes", "B", "Count", "", "None", "");

    private AlarmUnits() {
    }

    /**
     * {@return the unit, such as {@code ms} or {@code %}; empty for counts, and where nothing says it}
     *
     * @param alarm the alarm
     */
    static String of(AlarmDefinition alarm) {
        if (!(alarm instanceof MetricAlarmDefinition metric)) {
            return "";
        }
        return switch (metric.watched()) {
            case Watched.Metric watched -> unit(watched);
            case Watched.Math math -> math.queries().stream().filter(AlarmQuery::returnData).findFirst()
                    .map(AlarmUnits::unit).orElse("");
        };
    }

    private static String unit(Watched.Metric watched) {
        if (watched.statistic().equals("SampleCount")) {
            return "";
        }
        if (watched.statistic().startsWith("PR(")) {
            return "%";
        }
        String unit = watched.unit().orElseGet(() -> AwsMetrics.all().stream()
                .filter(metric -> metric.namespace().equals(watched.metric().namespace())
                        && metric.name().equals(watched.metric().name()))
                .map(AwsMetric::unit).findFirst().orElse(""));
        return SHORT.getOrDefault(unit, unit);
    }

    private static String unit(AlarmQuery query) {
        Optional<String> measured = query.metric().map(AlarmUnits::unit);
        return measured.orElseGet(() -> query.label().filter(label -> label.startsWith("burn rate")).map(label -> "×")
                .orElseGet(() -> query.expression().filter(text -> PERCENT.matcher(text).find()).map(text -> "%")
                        .orElse("")));
    }
}
