// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.Comparison;
import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.cloudwatch.alarms.AlarmFilter;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.cloudwatch.alarms.CompositeAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Watched;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;

/** Alarms in words and small pieces, for other pages too. */
public final class AlarmWords {

    private static final Map<Comparison, String> SIGNS = Map.of(Comparison.GREATER, ">",
            Comparison.GREATER_OR_EQUAL, "≥", Comparison.LESS, "<", Comparison.LESS_OR_EQUAL, "≤");

    private AlarmWords() {
    }

    /**
     * A state.
     *
     * @param state the state
     * @return a badge that says it
     */
    public static Element badge(AlarmState state) {
        return switch (state) {
            case ALARM -> Html.badge("alarm", "In alarm");
            case OK -> Html.badge("ok", "OK");
            case INSUFFICIENT_DATA -> Html.badge("unknown", "No data");
        };
    }

    /**
     * A link to an alarm.
     *
     * @param name its name
     * @return the link
     */
    public static Element link(String name) {
        return link(name, name);
    }

    /** The same with another text. */
    static Element link(String name, String text) {
        return Html.link("/alarms/" + TimeRange.encode(name), text);
    }

    /**
     * The alarms that an alarm looks at.
     *
     * @param alarms all alarms
     * @param name its name
     * @return them; none for a metric alarm
     */
    public static List<AlarmView> children(AlarmService alarms, String name) {
        return alarms.describe(new AlarmFilter(AlarmFilter.ALL.names(), Optional.empty(), AlarmFilter.ALL.types(),
                Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty()));
    }

    /**
     * How long an alarm has been in its state.
     *
     * @param alarm the alarm
     * @param now what time it is
     * @return the time in words
     */
    public static String since(AlarmView alarm, Instant now) {
        return Figures.duration(Duration.between(alarm.stateTransitioned(), now));
    }

    /**
     * {@return the look of a badge for a change of state}
     *
     * @param summary what the history says of it
     */
    public static String look(String summary) {
        return summary.endsWith("to ALARM") ? "alarm" : summary.endsWith("to OK") ? "ok" : "unknown";
    }

    /** When the alarm is in ALARM. */
    static Content condition(AlarmView alarm) {
        return switch (alarm.definition()) {
            case CompositeAlarmDefinition composite -> Html.textEl("code", composite.rule().toString());
            case MetricAlarmDefinition metric -> Content.text(condition(metric));
        };
    }

    private static String condition(MetricAlarmDefinition alarm) {
        int enough = alarm.datapointsToAlarm().orElse(alarm.evaluationPeriods());
        return subject(alarm.watched()) + " " + SIGNS.get(alarm.comparison())
                + " " + ReasonWords.withUnit(alarm.threshold(), AlarmUnits.of(alarm)) + " for " + enough + " of "
                + alarm.evaluationPeriods()
                + (alarm.evaluationPeriods() == 1 ? " period of " : " periods of ")
                + Figures.duration(alarm.watched().period()) + "; missing data: " + alarm.missingData().awsName();
    }

    /** The value from which a metric alarm is in ALARM, with its unit; nothing for a composite alarm. */
    static Content threshold(AlarmView alarm) {
        return alarm.definition() instanceof MetricAlarmDefinition metric
                ? Html.span("fit", SIGNS.get(metric.comparison()) + " "
                        + ReasonWords.withUnit(metric.threshold(), AlarmUnits.of(metric)))
                : Content.none();
    }

    /** Why it is in its state, with names in place of ARNs. */
    static String reason(AlarmView alarm) {
        return ReasonWords.of(alarm.stateReason(), AlarmUnits.of(alarm.definition()));
    }

    private static String subject(Watched watched) {
        return switch (watched) {
            case Watched.Metric metric -> metric.statistic() + " of " + metric.metric().name();
            case Watched.Math math -> math.queries().stream().filter(query -> query.returnData()).findFirst()
                    .map(query -> query.label().orElse(query.expression().orElse(query.id()))).orElse("metric math");
        };
    }

    /** A metric with its dimensions. */
    static String metric(MetricName metric) {
        return metric.namespace() + " " + metric.name() + new TreeMap<>(metric.dimensions()).entrySet().stream()
                .map(dimension -> dimension.getKey() + "=" + dimension.getValue())
                .collect(Collectors.joining(", ", " {", "}"));
    }

    /** The last part of an action's ARN, with what kind of thing it is. */
    static String target(String arn) {
        String[] parts = arn.split(":", 6);
        return parts.length < 6 ? arn : parts[2].toUpperCase(Locale.ROOT) + " " + parts[5];
    }
}
