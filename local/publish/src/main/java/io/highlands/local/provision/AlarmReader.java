// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

import io.highlands.cloudwatch.model.alarm.Comparison;
import io.highlands.cloudwatch.model.alarm.CompositeAlarm;
import io.highlands.cloudwatch.model.alarm.CompositeRule;
import io.highlands.cloudwatch.model.alarm.LowSamples;
import io.highlands.cloudwatch.model.alarm.MissingData;
import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.cloudwatch.alarms.AlarmActions;
import io.highlands.local.cloudwatch.alarms.AlarmDefinition;
import io.highlands.local.cloudwatch.alarms.AlarmQuery;
import io.highlands.local.cloudwatch.alarms.AlarmRules;
import io.highlands.local.cloudwatch.alarms.CompositeAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Origin;
import io.highlands.local.cloudwatch.alarms.Watched;
import io.highlands.local.template.cloudformation.Inventory;
import io.highlands.local.template.cloudformation.Properties;

/** Reads alarms. */
final class AlarmReader {

    /** Whom an alarm tells; its topics may have any name. */
    private static final String SEVERITY_TAG = "highlands:severity";
    private static final int DAY_SECONDS = 86_400;
    private static final int WEEK_SECONDS = 604_800;
    private static final int DEFAULT_PERIOD = 60;

    private final Properties alarm;

    private AlarmReader(Properties alarm) {
        this.alarm = alarm;
    }

    static List<AlarmDefinition> read(Inventory inventory) {
        Map<String, AlarmDefinition> alarms = new LinkedHashMap<>();
        inventory.all("AWS::CloudWatch::Alarm")
                .forEach(alarm -> add(alarms, alarm, new AlarmReader(alarm).metricAlarm()));
        inventory.all("AWS::CloudWatch::CompositeAlarm")
                .forEach(alarm -> add(alarms, alarm, new AlarmReader(alarm).composite()));
        return List.copyOf(alarms.values());
    }

    private static void add(Map<String, AlarmDefinition> alarms, Properties properties, AlarmDefinition alarm) {
        refuse(properties, AlarmRules.violation(alarm));
        if (alarms.put(alarm.name(), alarm) != null) {
            throw properties.error("AlarmName", "there is already an alarm of the name '" + alarm.name()
                    + "'; allowed: a name that no other metric or composite alarm has");
        }
    }

    private static void refuse(Properties properties, Optional<AlarmRules.Violation> broken) {
        broken.ifPresent(violation -> {
            throw properties.error(violation.parameter(), violation.message());
        });
    }

    private MetricAlarmDefinition metricAlarm() {
        refuse(alarm, AlarmRules.parameters(alarm::has));
        Integer datapoints = alarm.integer("DatapointsToAlarm", null, 1, DAY_SECONDS);
        return new MetricAlarmDefinition(name(), alarm.text("AlarmDescription", ""), actions(), Origin.TEMPLATE,
                alarm.has("Metrics") ? math() : metric(),
                parsed("ComparisonOperator", () -> Comparison.parse(alarm.text("ComparisonOperator"))),
                DeclaredReader.number(alarm, "Threshold", alarm.text("Threshold")),
                alarm.integer("EvaluationPeriods", 1, DAY_SECONDS),
                datapoints == null ? OptionalInt.empty() : OptionalInt.of(datapoints),
                optional("TreatMissingData", MissingData::parse),
                optional("EvaluateLowSampleCountPercentile", LowSamples::parse));
    }

    private String name() {
        alarm.text("AlarmName", null);
        return alarm.ref();
    }

    private AlarmActions actions() {
        return new AlarmActions(alarm.flag("ActionsEnabled", true), alarm.texts("AlarmActions"),
                alarm.texts("OKActions"), alarm.texts("InsufficientDataActions"), Optional.ofNullable(
                        alarm.keyed("Tags", "Key", tag -> tag.text("Value")).get(SEVERITY_TAG)));
    }

    private Watched.Metric metric() {
        String statistic = alarm.text("Statistic", null);
        return new Watched.Metric(name(alarm), statistic == null ? alarm.text("ExtendedStatistic") : statistic,
                period(alarm, "Period"), Optional.ofNullable(alarm.text("Unit", null)));
    }

    private Watched.Math math() {
        List<AlarmQuery> queries = new ArrayList<>();
        Duration period = null;
        for (Properties query : alarm.children("Metrics")) {
            Properties stat = query.child("MetricStat");
            Optional<Watched.Metric> metric = stat == null
                    ? Optional.empty()
                    : Optional.of(new Watched.Metric(name(required(stat, "Metric")), stat.text("Stat"),
                            period(stat, "Period"), Optional.ofNullable(stat.text("Unit", null))));
            Optional<String> expression = Optional.ofNullable(query.text("Expression", null));
            Duration own = metric.map(Watched.Metric::period).orElseGet(() -> query.has("Period")
                    ? period(query, "Period")
                    : null);
            period = longer(period, own);
            queries.add(new AlarmQuery(query.text("Id"), metric, expression,
                    Optional.ofNullable(query.text("Label", null)), query.flag("ReturnData", true)));
        }
        return new Watched.Math(queries, period == null ? Duration.ofSeconds(DEFAULT_PERIOD) : period);
    }

    private static Properties required(Properties owner, String name) {
        Properties child = owner.child(name);
        if (child == null) {
            throw owner.error(name, "is missing");
        }
        return child;
    }

    private static Duration longer(Duration one, Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static MetricName name(Properties metric) {
        return new MetricName(metric.text("Namespace"), metric.text("MetricName"),
                metric.keyed("Dimensions", "Name", dimension -> dimension.text("Value")));
    }

    private static Duration period(Properties properties, String name) {
        return Duration.ofSeconds(properties.integer(name, 1, WEEK_SECONDS));
    }

    private CompositeAlarmDefinition composite() {
        Optional<CompositeAlarm.Suppressor> suppressor = Optional.ofNullable(alarm.text("ActionsSuppressor", null))
                .map(by -> new CompositeAlarm.Suppressor(by, seconds("ActionsSuppressorWaitPeriod"),
                        seconds("ActionsSuppressorExtensionPeriod")));
        return new CompositeAlarmDefinition(name(), alarm.text("AlarmDescription", ""), actions(), Origin.TEMPLATE,
                parsed("AlarmRule", () -> CompositeRule.parse(alarm.text("AlarmRule"))), suppressor);
    }

    private Duration seconds(String name) {
        return Duration.ofSeconds(alarm.integer(name, 0, WEEK_SECONDS));
    }

    private <T> Optional<T> optional(String property, Function<String, T> parser) {
        return Optional.ofNullable(alarm.text(property, null)).map(text -> parsed(property, () -> parser.apply(text)));
    }

    private <T> T parsed(String property, Supplier<T> parser) {
        try {
            return parser.get();
        } catch (IllegalArgumentException e) {
            throw alarm.error(property, e.getMessage());
        }
    }
}
