// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.util.List;
import java.util.Map;

/**
 * Checks a dashboard's body before CloudWatch does, and more strictly: PutDashboard drops or ignores some of what is
 * wrong. Source of the rules: Amazon CloudWatch API reference, Dashboard Body Structure and Syntax; of the numbers of
 * metrics: the user guide's page of quotas.
 */
public final class DashboardGrammar {

    private static final int MAX_WIDGETS = 500;
    private static final int MAX_VARIABLES = 25;
    private static final int MAX_METRICS = 2500;

    private DashboardGrammar() {
    }

    /**
     * What is wrong with the body, each in one line: where, what was found, what is allowed.
     *
     * @param body
     *            the parsed JSON: maps, lists, strings, numbers, booleans
     */
    public static List<String> check(Map<String, ?> body) {
        var faults = new Faults();
        var top = new Member("body", body, faults);
        top.only("widgets", "variables", "start", "end", "periodOverride");
        top.enumerated("periodOverride", "auto", "inherit");
        TimeRules.check(top);
        top.each("variables", 0, MAX_VARIABLES, VariableRules::check);
        int metrics = widgets(top, faults);
        if (metrics > MAX_METRICS) {
            faults.add("body", "has %d metrics with those that expressions use, allowed are %d".formatted(metrics,
                    MAX_METRICS));
        }
        return faults.all();
    }

    private static int widgets(Member top, Faults faults) {
        top.required("widgets");
        int metrics = 0;
        int index = 0;
        for (Object widget : top.list("widgets", 0, MAX_WIDGETS)) {
            metrics += WidgetRules.check(new Member(name(index++, widget), widget, faults));
        }
        return metrics;
    }

    /** Index and title, so that a reader finds the widget. */
    private static String name(int index, Object widget) {
        boolean titled = widget instanceof Map<?, ?> members
                && members.get("properties") instanceof Map<?, ?> properties
                && properties.get("title") instanceof String;
        return titled
                ? "widget %d \"%s\"".formatted(index, ((Map<?, ?>) ((Map<?, ?>) widget).get("properties")).get("title"))
                : "widget " + index;
    }
}
