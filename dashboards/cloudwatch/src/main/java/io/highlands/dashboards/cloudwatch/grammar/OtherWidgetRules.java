// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

/** Rules of text, log, alarm and custom widgets. */
final class OtherWidgetRules {

    private static final int MAX_ALARMS = 100;
    static final String ALARM_ARN = "arn:[^:]+:cloudwatch:[^:]+:[^:]+:alarm:.+";

    /** Log groups one after the other, by one SOURCE or by several, and a command. */
    private static final String SOURCES = "(?s)\\s*SOURCE\\s+'[^']+'([\\s,|]+(SOURCE\\s+)?'[^']+')*\\s*\\|.+";

    private OtherWidgetRules() {
    }

    static void text(Member properties) {
        properties.only("markdown", "background");
        properties.required("markdown");
        properties.text("markdown");
        properties.enumerated("background", "solid", "transparent");
    }

    static void log(Member properties) {
        properties.only("query", "region", "title", "view", "stacked", "timezone", "accountId", "queryLanguage",
                "queryBy", "logGroupPrefixes", "start", "end");
        properties.required("query");
        properties.required("region");
        properties.text("region");
        properties.text("title");
        properties.enumerated("view", "table", "timeSeries", "bar", "pie");
        properties.flag("stacked");
        TimeRules.check(properties);
        properties.matching("query", SOURCES, "begins with SOURCE 'log group' |");
    }

    static void alarm(Member properties) {
        properties.only("alarms", "sortBy", "states", "title");
        properties.required("alarms");
        properties.text("title");
        properties.enumerated("sortBy", "default", "stateUpdatedTimestamp", "timestamp");
        properties.eachText("states", 0, 3, "ALARM", "INSUFFICIENT_DATA", "OK");
        for (Object alarm : properties.list("alarms", 1, MAX_ALARMS)) {
            if (!(alarm instanceof String arn) || !arn.matches(ALARM_ARN)) {
                properties.fault("alarms holds %s, allowed are ARNs of alarms".formatted(Texts.of(alarm)));
            }
        }
    }

    static void custom(Member properties) {
        properties.only("endpoint", "params", "updateOn", "title");
        properties.required("endpoint");
        properties.matching("endpoint", "arn:[^:]+:lambda:.+", "is the ARN of a Lambda function");
        properties.text("title");
        Member updates = properties.child("updateOn");
        updates.only("refresh", "resize", "timeRange");
        updates.flag("refresh", "resize", "timeRange");
    }
}
