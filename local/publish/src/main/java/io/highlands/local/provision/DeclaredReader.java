// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.cloudwatch.dashboards.DashboardMessage;
import io.highlands.local.cloudwatch.dashboards.DashboardRules;
import io.highlands.local.logs.FilterPattern;
import io.highlands.local.logs.LogRules;
import io.highlands.local.publish.EventPattern;
import io.highlands.local.publish.EventRule;
import io.highlands.local.publish.LogMetricFilter;
import io.highlands.local.template.cloudformation.Declarations;
import io.highlands.local.template.cloudformation.Inventory;
import io.highlands.local.template.cloudformation.Properties;

/** Reads what the templates declare to watch the platform with. */
final class DeclaredReader {

    private static final int MAX_RETENTION = 3653;
    private static final int MAX_TARGETS = 5;

    /**
     * What a rule's State may be.
     *
     * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html">PutRule, State</a>
     */
    private static final List<String> STATES = List.of("ENABLED", "DISABLED",
            "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");
    private static final String LOG_GROUP_ARN = ":log-group:";

    private final Inventory inventory;

    private DeclaredReader(Inventory inventory) {
        this.inventory = inventory;
    }

    static Declared read(Inventory inventory) {
        inventory.declare(Declarations.beside(DeclaredReader.class));
        DeclaredReader reader = new DeclaredReader(inventory);
        return new Declared(reader.dashboards(), AlarmReader.read(inventory), reader.logGroups(), reader.topics(),
                reader.rules(), reader.filters(), reader.queries());
    }

    private Map<String, String> dashboards() {
        Map<String, String> dashboards = new LinkedHashMap<>();
        for (Properties dashboard : inventory.all("AWS::CloudWatch::Dashboard")) {
            dashboard.text("DashboardName", null);
            DashboardRules.name(dashboard.ref()).ifPresent(wrong -> {
                throw dashboard.error("DashboardName", wrong);
            });
            DashboardRules.body(dashboard.text("DashboardBody")).stream().filter(DashboardMessage::error).findFirst()
                    .ifPresent(wrong -> {
                        throw dashboard.error("DashboardBody", wrong.dataPath() + ": " + wrong.message());
                    });
            dashboards.put(dashboard.ref(), dashboard.text("DashboardBody"));
        }
        return dashboards;
    }

    private Map<String, OptionalInt> logGroups() {
        Map<String, OptionalInt> groups = new LinkedHashMap<>();
        for (Properties group : inventory.all("AWS::Logs::LogGroup")) {
            group.text("LogGroupName", null);
            refuse(group, "LogGroupName", LogRules.groupName(group.ref()));
            Integer days = group.integer("RetentionInDays", null, 1, MAX_RETENTION);
            refuse(group, "RetentionInDays", days == null ? Optional.empty() : LogRules.retention(days));
            if (groups.put(group.ref(), days == null ? OptionalInt.empty() : OptionalInt.of(days)) != null) {
                throw group.error("LogGroupName", "there is already a log group of the name '" + group.ref() + "'");
            }
        }
        return groups;
    }

    private static void refuse(Properties properties, String property, Optional<String> wrong) {
        wrong.ifPresent(message -> {
            throw properties.error(property, message);
        });
    }

    private List<Declared.Topic> topics() {
        Map<String, List<String>> subscriptions = new LinkedHashMap<>();
        for (Properties topic : inventory.all("AWS::SNS::Topic")) {
            topic.text("TopicName", null);
            subscriptions.put(topic.ref(), new ArrayList<>());
        }
        for (Properties subscription : inventory.all("AWS::SNS::Subscription")) {
            subscriptions.computeIfAbsent(subscription.text("TopicArn"), arn -> new ArrayList<>())
                    .add(subscription.text("Protocol") + ":" + subscription.text("Endpoint", ""));
        }
        return subscriptions.entrySet().stream().map(entry -> new Declared.Topic(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<EventRule> rules() {
        List<EventRule> rules = new ArrayList<>();
        for (Properties rule : inventory.all("AWS::Events::Rule")) {
            checkRule(rule);
            rule.text("Name", null);
            List<String> groups = logGroups(rule);
            if (!groups.isEmpty() && rule.has("EventPattern") && isEnabled(rule)) {
                rules.add(new EventRule(rule.ref(), pattern(rule), groups));
            }
        }
        return rules;
    }

    private static boolean isEnabled(Properties rule) {
        return rule.oneOf("State", "ENABLED", STATES).startsWith("ENABLED");
    }

    /** The log groups that a rule tells; a rule without EventPattern is a schedule, which is not run here. */
    private static List<String> logGroups(Properties rule) {
        List<String> groups = new ArrayList<>();
        for (Properties target : rule.has("EventPattern") ? rule.children("Targets") : List.<Properties>of()) {
            String arn = target.peek("Arn");
            if (arn.contains(LOG_GROUP_ARN)) {
                target.text("Arn");
                groups.add(arn.substring(arn.indexOf(LOG_GROUP_ARN) + LOG_GROUP_ARN.length()).replaceFirst(
                        ":\\*$", ""));
            }
        }
        return groups;
    }

    /**
     * Checks what EventBridge checks.
     *
     * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html">Quotas: 5 targets for each rule</a>
     * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html">PutTargets: at least 1</a>
     */
    private static void checkRule(Properties rule) {
        if (!rule.has("EventPattern") && !rule.has("ScheduleExpression")) {
            throw rule.error("EventPattern", "Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }
        int targets = rule.has("Targets") ? rule.children("Targets").size() : -1;
        if (targets == 0 || targets > MAX_TARGETS) {
            throw rule.error("Targets", targets + " targets are not allowed; allowed: 1 to " + MAX_TARGETS);
        }
    }

    private static EventPattern pattern(Properties rule) {
        try {
            return EventPattern.parse(rule.tree("EventPattern"));
        } catch (IllegalArgumentException e) {
            throw rule.error("EventPattern", e.getMessage());
        }
    }

    private List<LogMetricFilter> filters() {
        List<LogMetricFilter> filters = new ArrayList<>();
        for (Properties filter : inventory.all("AWS::Logs::MetricFilter")) {
            String group = filter.text("LogGroupName");
            FilterPattern pattern = filterPattern(filter);
            for (Properties to : filter.children("MetricTransformations")) {
                Map<String, String> dimensions = to.keyed("Dimensions", "Key", pair -> pair.text("Value"));
                if (!dimensions.isEmpty()) {
                    throw to.error("Dimensions", "metric filters with dimensions cannot be run here; allowed: none");
                }
                filters.add(new LogMetricFilter(group, pattern,
                        new MetricName(to.text("MetricNamespace"), to.text("MetricName"), Map.of()),
                        number(to, "MetricValue", to.text("MetricValue")), standard(to), to.text("Unit", "None")));
            }
        }
        return filters;
    }

    private static FilterPattern filterPattern(Properties filter) {
        try {
            return FilterPattern.parse(filter.text("FilterPattern"));
        } catch (RuntimeException e) {
            throw filter.error("FilterPattern", e.getMessage());
        }
    }

    private static OptionalDouble standard(Properties transformation) {
        String text = transformation.text("DefaultValue", null);
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(number(transformation, "DefaultValue", text));
    }

    static double number(Properties properties, String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw properties.error(name, "'" + text + "' is not allowed; allowed: a number");
        }
    }

    private List<Declared.SavedQuery> queries() {
        return inventory.all("AWS::Logs::QueryDefinition").stream().map(query -> new Declared.SavedQuery(
                query.text("Name"), query.texts("LogGroupNames"), query.text("QueryString"))).toList();
    }
}
