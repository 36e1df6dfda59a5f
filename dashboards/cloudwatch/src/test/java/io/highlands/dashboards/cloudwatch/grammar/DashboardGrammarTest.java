// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.grammar;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules of the body and of every widget. */
class DashboardGrammarTest {

    private static final Map<String, Object> TEXT = Map.of("type", "text", "properties", Map.of("markdown", "hello"));

    @Test
    void anEmptyDashboardIsOne() {
        assertThat(DashboardGrammar.check(Map.of("widgets", List.of()))).isEmpty();
    }

    @Test
    void widgetsAreRequired() {
        assertThat(DashboardGrammar.check(Map.of())).containsExactly("body: widgets is missing");
        assertThat(DashboardGrammar.check(Map.of("widgets", "none")))
                .containsExactly("body: widgets is \"none\", allowed is a list");
    }

    @Test
    void thereAreAtMostFiveHundredWidgets() {
        assertThat(DashboardGrammar.check(Map.of("widgets", Collections.nCopies(501, TEXT))))
                .containsExactly("body: widgets has 501 entries, allowed are 0 to 500");
    }

    @Test
    void otherMembersAreUnknown() {
        assertThat(DashboardGrammar.check(Map.of("widgets", List.of(), "title", "x"))).containsExactly(
                "body: title is unknown, allowed are widgets, variables, start, end, periodOverride");
    }

    @Test
    void periodOverrideIsAutoOrInherit() {
        assertThat(DashboardGrammar.check(Map.of("widgets", List.of(), "periodOverride", "never")))
                .containsExactly("body: periodOverride is \"never\", allowed are auto, inherit");
    }

    @Test
    void startIsAMomentOrATimeBack() {
        for (String start : List.of("-PT3H", "-P7D", "-P30D", "-P3M", "-P1W", "-PT15M", "2026-01-05T12:00:00.000Z")) {
            assertThat(DashboardGrammar.check(Map.of("widgets", List.of(), "start", start))).as(start).isEmpty();
        }
        assertThat(DashboardGrammar.check(Map.of("widgets", List.of(), "start", "PT3H"))).containsExactly(
                "body: start is \"PT3H\", allowed are moments as 2026-01-05T12:00:00.000Z and times back as -PT3H");
    }

    @Test
    void endIsAMomentAndNeedsStart() {
        assertThat(DashboardGrammar.check(Map.of("widgets", List.of(), "end", "2026-01-05T12:00:00.000Z")))
                .containsExactly("body: end needs start");
        assertThat(DashboardGrammar.check(Map.of("widgets", List.of(), "start", "-PT3H", "end", "-PT1H")))
                .containsExactly("body: end is \"-PT1H\", allowed are moments as 2026-01-05T12:00:00.000Z");
    }

    @Test
    void aWidgetIsAnObjectWithTypeAndProperties() {
        assertThat(check("x")).containsExactly("widget 0: is \"x\", allowed is an object",
                "widget 0: type is missing", "widget 0: properties is missing");
    }

    @Test
    void typesAreSix() {
        assertThat(check(with("type", "graph"))).containsExactly(
                "widget 0: type is \"graph\", allowed are metric, text, log, alarm, explorer, custom");
    }

    @Test
    void theGridHasTwentyFourColumns() {
        assertThat(check(with("x", 24, "y", 0)))
                .containsExactly("widget 0: x is 24, allowed are whole numbers from 0 to 23");
        assertThat(check(with("width", 25)))
                .containsExactly("widget 0: width is 25, allowed are whole numbers from 1 to 24");
        assertThat(check(with("width", 6.5)))
                .containsExactly("widget 0: width is 6.5, allowed are whole numbers from 1 to 24");
    }

    @Test
    void rowsBeginAtZeroAndHeightsEndAtAThousand() {
        assertThat(check(with("x", 0, "y", -1)))
                .containsExactly("widget 0: y is -1, allowed are whole numbers from 0");
        assertThat(check(with("height", 1001)))
                .containsExactly("widget 0: height is 1001, allowed are whole numbers from 1 to 1000");
    }

    @Test
    void aPlaceIsBothXAndY() {
        assertThat(check(with("x", 0))).containsExactly("widget 0: x and y are given together or not at all");
    }

    @Test
    void faultsNameTheWidgetByIndexAndTitle() {
        Map<String, Object> log = Map.of("type", "log", "properties", Map.of("title", "Errors", "query",
                "SOURCE 'a' | limit 1"));
        assertThat(DashboardGrammar.check(Map.of("widgets", List.of(TEXT, log))))
                .containsExactly("widget 1 \"Errors\" properties: region is missing");
    }

    @Test
    void aDashboardHasAtMostTwoAndAHalfThousandMetrics() {
        Map<String, Object> full = MetricWidgetRulesTest.widget(Map.of("metrics",
                Collections.nCopies(500, List.of("AWS/ECS", "CPUUtilization"))));

        assertThat(DashboardGrammar.check(Map.of("widgets", Collections.nCopies(5, full)))).isEmpty();
        assertThat(DashboardGrammar.check(Map.of("widgets", Collections.nCopies(6, full)))).containsExactly(
                "body: has 3000 metrics with those that expressions use, allowed are 2500");
    }

    private static List<String> check(Object widget) {
        return DashboardGrammar.check(Map.of("widgets", List.of(widget)));
    }

    private static Map<String, Object> with(Object... members) {
        Map<String, Object> widget = new HashMap<>(TEXT);
        for (int i = 0; i < members.length; i += 2) {
            widget.put((String) members[i], members[i + 1]);
        }
        return widget;
    }
}
