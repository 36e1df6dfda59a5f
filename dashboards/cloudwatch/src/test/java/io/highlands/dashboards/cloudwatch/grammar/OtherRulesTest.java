// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules of widgets that draw no metrics, and of variables. */
class OtherRulesTest {

    private static final String ALARM = "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:x";

    @Test
    void aTextHasMarkdownAndABackground() {
        assertThat(check("text", Map.of("markdown", "x", "background", "transparent"))).isEmpty();
        assertThat(check("text", Map.of("background", "blue"))).containsExactlyInAnyOrder(
                "widget 0 properties: markdown is missing",
                "widget 0 properties: background is \"blue\", allowed are solid, transparent");
    }

    @Test
    void aLogWidgetHasAQueryWithItsSource() {
        assertThat(check("log", Map.of("region", "eu-west-1", "query", "SOURCE 'a' | SOURCE 'b' | fields @message",
                "view", "table"))).isEmpty();
        assertThat(check("log", Map.of("region", "eu-west-1", "query", "SOURCE 'a' 'b'\n| limit 1"))).isEmpty();
        assertThat(check("log", Map.of("region", "eu-west-1", "query", "fields @message"))).containsExactly(
                "widget 0 properties: query is \"fields @message\", allowed begins with SOURCE 'log group' |");
    }

    @Test
    void aLogWidgetIsATableOrOneOfThreeGraphs() {
        assertThat(check("log", Map.of("region", "eu-west-1", "query", "SOURCE 'a' | limit 1", "view", "gauge")))
                .containsExactly("widget 0 properties: view is \"gauge\", allowed are table, timeSeries, bar, pie");
    }

    @Test
    void anAlarmWidgetHasOneToAHundredArns() {
        assertThat(check("alarm", Map.of("alarms", List.of(ALARM), "states", List.of("ALARM"), "sortBy", "timestamp",
                "title", "Pages"))).isEmpty();
        assertThat(check("alarm", Map.of("alarms", List.of())))
                .containsExactly("widget 0 properties: alarms has 0 entries, allowed are 1 to 100");
        assertThat(check("alarm", Map.of("alarms", Collections.nCopies(101, ALARM))))
                .containsExactly("widget 0 properties: alarms has 101 entries, allowed are 1 to 100");
        assertThat(check("alarm", Map.of("alarms", List.of("x"))))
                .containsExactly("widget 0 properties: alarms holds \"x\", allowed are ARNs of alarms");
    }

    @Test
    void alarmsAreSortedAndFiltered() {
        assertThat(check("alarm", Map.of("alarms", List.of(ALARM), "sortBy", "name"))).containsExactly(
                "widget 0 properties: sortBy is \"name\", allowed are default, stateUpdatedTimestamp, timestamp");
        assertThat(check("alarm", Map.of("alarms", List.of(ALARM), "states", List.of("RED")))).containsExactly(
                "widget 0 properties: states holds \"RED\", allowed are ALARM, INSUFFICIENT_DATA, OK");
    }

    @Test
    void aCustomWidgetNamesAFunction() {
        assertThat(check("custom", Map.of("endpoint", "arn:aws:lambda:eu-west-1:111122223333:function:f", "updateOn",
                Map.of("refresh", true)))).isEmpty();
        assertThat(check("custom", Map.of("endpoint", "f"))).containsExactly(
                "widget 0 properties: endpoint is \"f\", allowed is the ARN of a Lambda function");
    }

    @Test
    void anExplorerHasMetricsOfOneResourceType() {
        Map<String, Object> cpu = Map.of("metricName", "CPUUtilization", "resourceType", "AWS::EC2::Instance", "stat",
                "Average");
        Map<String, Object> rows = Map.of("metricName", "Rows", "resourceType", "AWS::RDS::DBInstance");
        Map<String, Object> labels = Map.of("key", "env", "value", "prod");

        assertThat(check("explorer", Map.of("metrics", List.of(cpu), "labels", List.of(labels), "aggregateBy",
                Map.of("key", "env", "func", "AVG"), "widgetOptions", Map.of("widgetsPerRow", 2)))).isEmpty();
        assertThat(check("explorer", Map.of("metrics", List.of(cpu, rows), "labels", List.of(labels))))
                .containsExactly("widget 0 properties: metrics have 2 resource types, allowed is one");
        assertThat(check("explorer", Map.of("metrics", List.of(Map.of("resourceType", "x")), "labels",
                List.of(Map.of("value", "x")), "aggregateBy", Map.of("key", "env", "func", "P99"))))
                .containsExactlyInAnyOrder("widget 0 properties metrics[0]: metricName is missing",
                        "widget 0 properties labels[0]: key is missing",
                        "widget 0 properties aggregateBy: func is \"P99\", allowed are AVG, MIN, MAX, SUM");
    }

    @Test
    void thereAreAtMostTwentyFiveVariables() {
        assertThat(DashboardGrammar.check(Map.of("widgets", List.of(), "variables",
                Collections.nCopies(26, variable())))).containsExactly(
                        "body: variables has 26 entries, allowed are 0 to 25");
    }

    @Test
    void aVariableHasTypeInputAndId() {
        assertThat(checkVariable("id", "service")).isEmpty();
        assertThat(checkVariable("type", "dimension"))
                .contains("body variables[0]: type is \"dimension\", allowed are property, pattern");
        assertThat(checkVariable("inputType", "slider"))
                .containsExactly("body variables[0]: inputType is \"slider\", allowed are input, select, radio");
    }

    @Test
    void aVariablesTextsAreShort() {
        assertThat(checkVariable("id", "x".repeat(33)))
                .containsExactly("body variables[0]: id has 33 characters, allowed are 32");
        assertThat(checkVariable("label", "x".repeat(31)))
                .containsExactly("body variables[0]: label has 31 characters, allowed are 30");
        assertThat(checkVariable("search", "x".repeat(2049)))
                .contains("body variables[0]: search has 2049 characters, allowed are 2048");
    }

    @Test
    void aVariableReplacesAPropertyOrAPattern() {
        assertThat(checkVariable("type", "pattern")).containsExactly("body variables[0]: pattern is missing");
    }

    @Test
    void aChoiceHasValuesOrASearch() {
        Map<String, Object> variable = new HashMap<>(variable());
        variable.remove("values");
        assertThat(checkVariable(variable))
                .containsExactly("body variables[0]: inputType \"select\" needs values or search");
        variable.put("search", "{AWS/ECS,ServiceName} CPUUtilization");
        assertThat(checkVariable(variable)).containsExactly("body variables[0]: search needs populateFrom");
        assertThat(checkVariable("values", List.of(Map.of("label", "x"))))
                .containsExactly("body variables[0] values[0]: value is missing");
    }

    private static Map<String, Object> variable() {
        return Map.of("type", "property", "property", "ServiceName", "inputType", "select", "id", "service", "values",
                List.of(Map.of("value", "service-a", "label", "A")));
    }

    private static List<String> checkVariable(String name, Object value) {
        Map<String, Object> variable = new HashMap<>(variable());
        variable.put(name, value);
        return checkVariable(variable);
    }

    private static List<String> checkVariable(Map<String, Object> variable) {
        return DashboardGrammar.check(Map.of("widgets", List.of(), "variables", List.of(variable)));
    }

    private static List<String> check(String type, Map<String, ?> properties) {
        return DashboardGrammar.check(
                Map.of("widgets", List.of(Map.of("type", type, "properties", properties))));
    }
}
