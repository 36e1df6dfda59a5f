// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.monitor;

import java.util.List;

import io.highlands.dashboards.cloudwatch.alarm.AlarmKind;

/**
 * What somebody is told of, made of one or more conditions.
 *
 * @param kind
 *            its kind
 * @param instance
 *            which one of its kind; empty where there is one in an environment
 * @param dashboard
 *            name of the CloudWatch dashboard to open first
 * @param conditions
 *            what it is made of
 * @param rule
 *            how they are joined, with each condition's part in braces: {@code {cpu} || {heap}}; empty for one
 */
record Alert(AlarmKind kind, String instance, String dashboard, List<Condition> conditions, String rule) {

    Alert {
        conditions = List.copyOf(conditions);
    }

    static Alert of(AlarmKind kind, String instance, String dashboard, Condition condition) {
        return new Alert(kind, instance, dashboard, List.of(condition), "");
    }

    static Alert of(AlarmKind kind, String instance, String dashboard, String rule, Condition... conditions) {
        return new Alert(kind, instance, dashboard, List.of(conditions), rule);
    }
}
