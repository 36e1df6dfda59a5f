// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetricRowRulesTest {

    private static final List<?> CPU = List.of("AWS/ECS", "CPUUtilization", "ClusterName", "c");

    @Test
    void aRowIsNamespaceNameAndPairs() {
        assertThat(check(CPU)).isEmpty();
        assertThat(check(List.of("AWS/ECS", "CPUUtilization", "ClusterName"))).containsExactly(
                "widget 0 properties: metrics[0] has 3 names, allowed are namespace, metric and pairs of dimension and "
                        + "value");
        assertThat(check(List.of("AWS/ECS"))).hasSize(1);
        assertThat(check(List.of())).containsExactly("widget 0 properties: metrics[0] is empty");
        assertThat(check("CPU")).containsExactly("widget 0 properties: metrics[0] is \"CPU\", allowed is a list");
    }

    @Test
    void namesAreStrings() {
        assertThat(check(List.of("AWS/ECS", 1))).containsExactly(
                "widget 0 properties: metrics[0] holds 1, allowed are strings and, last, an object");
    }

    @Test
    void pointsRepeatTheRowAbove() {
        assertThat(check(CPU, List.of(".", "MemoryUtilization", ".", "."))).isEmpty();
        assertThat(check(CPU, List.of("...", "d", Map.of("label", "d")))).isEmpty();
        assertThat(check(List.of(".", "CPUUtilization"))).containsExactly(
                "widget 0 properties: metrics[0] repeats what the row above has not");
    }

    @Test
    void aMetricHasAtMostThirtyDimensions() {
        List<String> row = new ArrayList<>(List.of("My", "metric"));
        for (int i = 0; i < 31; i++) {
            row.addAll(List.of("d" + i, "v"));
        }
        assertThat(check(row)).containsExactly("widget 0 properties: metrics[0] has 31 dimensions, allowed are 30");
    }

    @Test
    void optionsAreKnown() {
        assertThat(check(row(Map.of("id", "m1", "label", "x", "color", "#1f77b4", "stat", "p99", "period", 60,
                "visible", false, "yAxis", "right", "region", "eu-west-1", "accountId", "111122223333")))).isEmpty();
        assertThat(check(row(Map.of("colour", "#1f77b4")))).singleElement().asString()
                .startsWith("widget 0 properties metrics[0]: colour is unknown, allowed are id, expression");
        assertThat(check(row(Map.of("yAxis", "top")))).containsExactly(
                "widget 0 properties metrics[0]: yAxis is \"top\", allowed are left, right");
        assertThat(check(row(Map.of("color", "#fff")))).containsExactly(
                "widget 0 properties metrics[0]: color is \"#fff\", allowed are colours as #1f77b4");
        assertThat(check(row(Map.of("period", 30)))).containsExactly(
                "widget 0 properties metrics[0]: period is 30, allowed are multiples of 60");
    }

    @Test
    void idsBeginWithALowerCaseLetterAndAreThereOnce() {
        assertThat(check(row(Map.of("id", "M1")))).containsExactly(
                "widget 0 properties metrics[0]: id is \"M1\", allowed begin with a lower-case letter");
        assertThat(check(row(Map.of("id", "m1")), row(Map.of("id", "m1"))))
                .containsExactly("widget 0 properties metrics[1]: id \"m1\" is taken");
    }

    @Test
    void aRowWithoutNamesIsAnExpression() {
        assertThat(check(List.of(Map.of("expression", "m1 * 2", "id", "e1")), row(Map.of("id", "m1")))).isEmpty();
        assertThat(check(List.of(Map.of("label", "x"))))
                .containsExactly("widget 0 properties metrics[0]: expression is missing");
        assertThat(check(row(Map.of("expression", "1"))))
                .containsExactly("widget 0 properties metrics[0]: expression and a metric exclude each other");
    }

    @Test
    void expressionsUseIdsThatAreThere() {
        assertThat(check(List.of(Map.of("expression", "SUM([m1, m2]) + METRICS(\"m3\")")), row(Map.of("id", "m1"))))
                .containsExactly(
                        "widget 0 properties: expression \"SUM([m1, m2]) + METRICS(\"m3\")\" uses id m2, and no "
                                + "row has it");
    }

    @Test
    void oneMetricsInsightsQueryIsAllowed() {
        List<?> query = List.of(Map.of("expression", "SELECT AVG(CPUUtilization) FROM \"AWS/EC2\""));

        assertThat(check(query)).isEmpty();
        assertThat(check(query, query)).containsExactly(
                "widget 0 properties: metrics hold 2 Metrics Insights queries, allowed is one");
    }

    private static List<Object> row(Map<String, Object> options) {
        List<Object> row = new ArrayList<>(CPU);
        row.add(options);
        return row;
    }

    private static List<String> check(Object... rows) {
        return MetricWidgetRulesTest.check(Map.of("metrics", List.of(rows)));
    }
}
