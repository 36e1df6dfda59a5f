// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetricWidgetRulesTest {

    private static final List<?> CPU = List.of("AWS/ECS", "CPUUtilization", "ClusterName", "c");

    @Test
    void regionIsRequired() {
        assertThat(DashboardGrammar.check(Map.of("widgets",
                List.of(Map.of("type", "metric", "properties", Map.of("metrics", List.of(CPU)))))))
                .containsExactly("widget 0 properties: region is missing");
    }

    @Test
    void metricsOrAnAlarmAreThere() {
        assertThat(check(Map.of()))
                .containsExactly("widget 0 properties: metrics is missing, or the annotation of an alarm");
        assertThat(check(Map.of("annotations", Map.of("alarms", List.of("arn:aws:x"))))).isEmpty();
        assertThat(check(Map.of("metrics", List.of(CPU), "annotations", Map.of("alarms", List.of("arn:aws:x")))))
                .containsExactly("widget 0 properties: metrics and the annotation of an alarm exclude each other");
    }

    @Test
    void aWidgetHasAtMostFiveHundredMetrics() {
        assertThat(check(Map.of("metrics", Collections.nCopies(501, CPU))))
                .containsExactly("widget 0 properties: metrics has 501 entries, allowed are 0 to 500");
    }

    @Test
    void viewsAreSix() {
        assertThat(checkWith("view", "lines")).containsExactly("widget 0 properties: view is \"lines\", allowed are "
                + "timeSeries, singleValue, gauge, bar, pie, table");
    }

    @Test
    void aGaugeNeedsItsEnds() {
        assertThat(checkWith("view", "gauge"))
                .containsExactly("widget 0 properties: view \"gauge\" needs yAxis left min and max");
        assertThat(check(Map.of("metrics", List.of(CPU), "view", "gauge", "yAxis",
                Map.of("left", Map.of("min", 0, "max", 100))))).isEmpty();
    }

    @Test
    void periodsAreMultiplesOfAMinute() {
        assertThat(checkWith("period", 300)).isEmpty();
        for (Object wrong : List.of(90, 0, -60, 60.5)) {
            assertThat(checkWith("period", wrong))
                    .containsExactly("widget 0 properties: period is %s, allowed are multiples of 60".formatted(wrong));
        }
    }

    @Test
    void statisticsAreThoseOfCloudWatch() {
        for (String right : List.of("Sum", "SampleCount", "p99.9", "tm90", "TM(10%:90%)", "PR(:300)", "IQM",
                "TC(0.5:)")) {
            assertThat(checkWith("stat", right)).as(right).isEmpty();
        }
        assertThat(checkWith("stat", "mean"))
                .containsExactly("widget 0 properties: stat is \"mean\", allowed are CloudWatch's statistics");
    }

    @Test
    void legendsAreRightBottomOrHidden() {
        assertThat(checkWith("legend", Map.of("position", "top"))).containsExactly(
                "widget 0 properties legend: position is \"top\", allowed are right, bottom, hidden");
    }

    @Test
    void axesHaveEndsLabelAndUnits() {
        assertThat(checkWith("yAxis", Map.of("left", Map.of("min", "0"))))
                .containsExactly("widget 0 properties yAxis left: min is \"0\", allowed is a number");
        assertThat(checkWith("yAxis", Map.of("top", Map.of())))
                .containsExactly("widget 0 properties yAxis: top is unknown, allowed are left, right");
        assertThat(checkWith("yAxis", Map.of("right", Map.of("unit", "ms")))).containsExactly(
                "widget 0 properties yAxis right: unit is unknown, allowed are min, max, label, showUnits");
    }

    @Test
    void tablesHaveALayoutAndSummaries() {
        assertThat(checkWith("table", Map.of("layout", "square", "summaryColumns", List.of("MEDIAN"))))
                .containsExactlyInAnyOrder(
                        "widget 0 properties table: layout is \"square\", allowed are horizontal, vertical",
                        "widget 0 properties table: summaryColumns holds \"MEDIAN\", allowed are MIN, MAX, AVG, SUM");
    }

    @Test
    void switchesAreTrueOrFalse() {
        for (String name : List.of("stacked", "sparkline", "liveData", "setPeriodToTimeRange",
                "singleValueFullPrecision")) {
            assertThat(checkWith(name, "yes")).containsExactly(
                    "widget 0 properties: %s is \"yes\", allowed are true and false".formatted(name));
        }
    }

    @Test
    void timezonesAreOffsetsAndAccountsTwelveDigits() {
        assertThat(checkWith("timezone", "CET"))
                .containsExactly("widget 0 properties: timezone is \"CET\", allowed are offsets as +0130");
        assertThat(checkWith("accountId", "42"))
                .containsExactly("widget 0 properties: accountId is \"42\", allowed are twelve digits");
    }

    @Test
    void aWidgetMayHaveARangeOfItsOwn() {
        assertThat(checkWith("start", "-P30D")).isEmpty();
        assertThat(checkWith("end", "2026-01-05T12:00:00Z")).containsExactly("widget 0 properties: end needs start");
    }

    @Test
    void otherPropertiesAreUnknown() {
        assertThat(checkWith("colour", "red")).singleElement().asString()
                .startsWith("widget 0 properties: colour is unknown, allowed are metrics, annotations, region");
    }

    @Test
    void horizontalLinesHaveAValueAndAFill() {
        assertThat(checkWith("annotations", Map.of("horizontal",
                List.of(Map.of("value", 1, "label", "x", "color", "#ff0000", "fill", "above", "yAxis", "right",
                        "visible", true), List.of(Map.of("value", 1), Map.of("value", 2))))))
                .isEmpty();
        assertThat(checkWith("annotations", Map.of("horizontal", List.of(Map.of("value", "high")))))
                .containsExactly(
                        "widget 0 properties annotations horizontal[0]: value is \"high\", allowed is a number");
        assertThat(checkWith("annotations", Map.of("horizontal", List.of(Map.of("value", 1, "fill", "before")))))
                .containsExactly(
                        "widget 0 properties annotations horizontal[0]: fill is \"before\", allowed are above, "
                                + "below, none");
        assertThat(checkWith("annotations", Map.of("horizontal", List.of(Map.of("value", 1, "color", "red")))))
                .containsExactly("widget 0 properties annotations horizontal[0]: color is \"red\", allowed are colours "
                        + "as #1f77b4");
    }

    @Test
    void aBandHasTwoLines() {
        assertThat(checkWith("annotations", Map.of("horizontal", List.of(List.of(Map.of("value", 1))))))
                .containsExactly("widget 0 properties annotations: horizontal[0] has 1 lines, allowed are two for a "
                        + "band");
    }

    @Test
    void verticalLinesAreMoments() {
        assertThat(checkWith("annotations",
                Map.of("vertical", List.of(Map.of("value", "2026-01-05T12:00:00Z", "fill", "after"))))).isEmpty();
        assertThat(checkWith("annotations", Map.of("vertical", List.of(Map.of("value", "noon")))))
                .containsExactly("widget 0 properties annotations vertical[0]: value is \"noon\", allowed are moments "
                        + "as 2026-01-05T12:00:00.000Z");
    }

    @Test
    void anAlarmAndLinesExcludeEachOther() {
        assertThat(check(Map.of("annotations", Map.of("alarms", List.of("arn:aws:x"), "horizontal", List.of()))))
                .containsExactly("widget 0 properties annotations: alarms and lines exclude each other");
    }

    @Test
    void oneAlarmIsDrawn() {
        assertThat(check(Map.of("annotations", Map.of("alarms", List.of("arn:aws:x", "arn:aws:y"))))).containsExactly(
                "widget 0 properties annotations: alarms has 2 entries, allowed are 1 to 1");
    }

    static Map<String, Object> widget(Map<String, ?> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("region", "eu-west-1");
        return Map.of("type", "metric", "properties", all);
    }

    static List<String> check(Map<String, ?> properties) {
        return DashboardGrammar.check(Map.of("widgets", List.of(widget(properties))));
    }

    private static List<String> checkWith(String name, Object value) {
        return check(Map.of("metrics", List.of(CPU), name, value));
    }
}
