// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import io.highlands.local.cloudwatch.alarms.AlarmDefinition;
import io.highlands.local.publish.EventRule;
import io.highlands.local.publish.LogMetricFilter;

/**
 * What an environment's templates declare to watch it with, resolved. Periods are those of AWS.
 *
 * @param dashboards DashboardBody by DashboardName
 * @param alarms metric and composite alarms, in the order of creation
 * @param logGroups log groups, with their RetentionInDays
 * @param topics SNS topics, with their subscriptions
 * @param rules event rules with log groups as targets
 * @param filters metric filters
 * @param queries saved Logs Insights queries
 */
public record Declared(Map<String, String> dashboards, List<AlarmDefinition> alarms, Map<String, OptionalInt> logGroups,
        List<Topic> topics, List<EventRule> rules, List<LogMetricFilter> filters, List<SavedQuery> queries) {

    /** Copies the collections. */
    public Declared {
        dashboards = new LinkedHashMap<>(dashboards);
        alarms = List.copyOf(alarms);
        logGroups = new LinkedHashMap<>(logGroups);
        topics = List.copyOf(topics);
        rules = List.copyOf(rules);
        filters = List.copyOf(filters);
        queries = List.copyOf(queries);
    }

    /**
     * An {@code AWS::SNS::Topic}.
     *
     * @param arn its ARN
     * @param subscriptions who would be told in AWS, as PROTOCOL:ENDPOINT; nobody is told here
     */
    public record Topic(String arn, List<String> subscriptions) {}

    /**
     * An {@code AWS::Logs::QueryDefinition}.
     *
     * @param name its name
     * @param logGroups the log groups that it asks
     * @param query the query
     */
    public record SavedQuery(String name, List<String> logGroups, String query) {}
}
