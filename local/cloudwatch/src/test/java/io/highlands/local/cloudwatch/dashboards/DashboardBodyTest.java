// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.search.MetricName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The grammar of dashboard bodies. */
class DashboardBodyTest {

    @Test
    void aDotRepeatsWhatStandsAboveAndThreeDotsRepeatAllUpToTheEnd() {
        List<MetricRow> rows = metric("""
                "metrics": [["AWS/ECS","RequestCount","ServiceName","a","ClusterName","c"],
                            [".","ActiveConnectionCount",".","b",".","."],
                            ["...","other"],
                            ["...","z",".","."]]""").rows();

        assertThat(rows).extracting(row -> row.metric().orElseThrow()).containsExactly(
                name("RequestCount", "a", "c"), name("ActiveConnectionCount", "b", "c"),
                name("ActiveConnectionCount", "b", "other"), name("ActiveConnectionCount", "z", "other"));
    }

    @Test
    void aRowHasItsOwnStatisticAndPeriodOrTheWidgets() {
        List<MetricRow> rows = metric("""
                "stat": "Sum", "period": 60, "metrics": [["N","A",{"stat":"p99","period":120,"yAxis":"right",
                "color":"#123456","visible":false,"id":"m1","label":"x"}],[".","B"]]""").rows();

        assertThat(rows).containsExactly(
                new MetricRow("m1", Optional.of(new MetricName("N", "A", Map.of())), Optional.empty(), "x", "#123456",
                        "p99", 120, false, Side.RIGHT),
                new MetricRow("row_2", Optional.of(new MetricName("N", "B", Map.of())), Optional.empty(), "", "",
                        "Sum", 60, true, Side.LEFT));
    }

    @Test
    void withoutAStatisticItIsTheAverageOfFiveMinutes() {
        assertThat(metric("\"metrics\": [[\"N\",\"A\"]]").rows()).singleElement()
                .satisfies(row -> assertThat(row.statistic() + row.period()).isEqualTo("Average300"));
    }

    @Test
    void expressionsAreRowsOfTheirOwn() {
        MetricRow row = metric("\"metrics\": [[{\"expression\":\"m1 * 2\",\"id\":\"e1\",\"label\":\"twice\"}],"
                + "[\"N\",\"A\",{\"id\":\"m1\"}]]").rows().getFirst();

        assertThat(row.expression()).contains("m1 * 2");
        assertThat(row.id()).isEqualTo("e1");
    }

    @Test
    void annotationsAreLinesAndBands() {
        MetricWidget widget = metric("""
                "metrics": [["N","A"]], "annotations": {"horizontal": [
                  {"value": 14.4, "label": "page", "color": "#ff0000", "fill": "above"},
                  {"value": 1, "visible": false},
                  [{"value": 2, "label": "band"}, {"value": 5}]],
                 "vertical": [{"value": "2026-01-05T12:00:00.000Z", "label": "deployed"}]}""");

        assertThat(widget.lines()).containsExactly(
                new HorizontalLine(14.4, "page", "#ff0000", "above", OptionalDouble.empty(), Side.LEFT),
                new HorizontalLine(2, "band", "#d13212", "none", OptionalDouble.of(5), Side.LEFT));
        assertThat(widget.moments()).extracting(VerticalLine::at)
                .containsExactly(Instant.parse("2026-01-05T12:00:00Z"));
    }

    @Test
    void theScaleDividesPeriodsBinsSearchesAndRanges() {
        DashboardBody dashboard = DashboardBody.parse("""
                {"start":"-PT3H","periodOverride":"inherit","widgets":[
                 {"type":"metric","properties":{"region":"r","period":60,"start":"-P30D","metrics":[["N","A"],
                   [{"expression":"SEARCH('{N,D} A', 'Sum', 300)"}]]}},
                 {"type":"log","properties":{"query":"SOURCE 'g' | stats count(*) by bin(5m)"}}]}""").dividedBy(6);

        MetricWidget metric = (MetricWidget) dashboard.widgets().getFirst();
        assertThat(dashboard.relativeStart()).contains(Duration.ofMinutes(30));
        assertThat(metric.rows()).extracting(MetricRow::period).containsExactly(10, 10);
        assertThat(metric.rows().get(1).expression()).contains("SEARCH('{N,D} A', 'Sum', 50)");
        assertThat(metric.ownRange()).contains(Duration.ofDays(5));
        assertThat(((LogWidget) dashboard.widgets().get(1)).query()).endsWith("bin(50s)");
    }

    @Test
    void variablesReplaceDimensionsAndText() {
        String body = """
                {"variables":[{"type":"property","property":"Service","inputType":"select","id":"s",
                   "defaultValue":"__FIRST","values":[{"value":"a","label":"A"},{"value":"b"}]},
                  {"type":"pattern","pattern":"REGION","inputType":"input","id":"r","defaultValue":"eu-west-1"}],
                 "widgets":[{"type":"metric","properties":{"region":"REGION","metrics":[["N","M","Service","x"]]}}]}""";

        assertThat(DashboardBody.parse(body).variables().getFirst().choices())
                .containsExactly(new Variable.Choice("a", "A"), new Variable.Choice("b", "b"));
        assertThat(only(DashboardBody.parse(body)).rows().getFirst().metric().orElseThrow().dimensions())
                .isEqualTo(Map.of("Service", "a"));
        MetricWidget chosen = only(DashboardBody.parse(body, Map.of("s", "b", "r", "us-east-1")));
        assertThat(chosen.rows().getFirst().metric().orElseThrow().dimensions()).isEqualTo(Map.of("Service", "b"));
        assertThat(chosen.region()).isEqualTo("us-east-1");
    }

    @Test
    void alarmWidgetsShowAllStatesUnlessTheyNameSome() {
        AlarmWidget all = (AlarmWidget) widget("\"type\":\"alarm\",\"properties\":{\"alarms\":[\"arn:x\"]}");
        AlarmWidget some = (AlarmWidget) widget(
                "\"type\":\"alarm\",\"properties\":{\"alarms\":[\"arn:x\"],\"states\":[\"ALARM\"]}");

        assertThat(all.states()).hasSize(3);
        assertThat(some.states()).containsExactly(AlarmState.ALARM);
    }

    @Test
    void whatPutDashboardRefusesIsSaidWithItsPath() {
        assertErrors("{\"widgets\":[{\"type\":\"metric\",\"properties\":{\"metrics\":[[\"N\"]]}}]}",
                "/widgets/0/properties Should have required property 'region'",
                "/widgets/0/properties/metrics/0 Should have a namespace, a metric and pairs of dimension name and "
                        + "value, not [N]");
        assertErrors("{\"widgets\":[{\"type\":\"graph\",\"properties\":{}}]}", "/widgets/0/type Should be one of");
        assertErrors("{\"widgets\":[{\"type\":\"text\",\"x\":24,\"y\":0,\"properties\":{\"markdown\":\"\"}}]}",
                "/widgets/0/x Should be a whole number from 0 to 23, not 24");
        assertErrors("{",
                "/ The field DashboardBody must be a valid JSON object: Unexpected end-of-input: expected close "
                        + "marker for Object");
        assertErrors("{}", " Should have required property 'widgets'");
        assertErrors(metricBody("\"period\":45,\"metrics\":[[\"N\",\"A\",{\"stat\":\"p101\"}]]"),
                "/widgets/0/properties/period Should be 1, 5, 10, 20, 30 or a multiple of 60, not 45");
        assertErrors(metricBody("\"view\":\"gauge\",\"metrics\":[[\"N\",\"A\"]]"), "which a gauge needs");
        assertErrors(metricBody("\"metrics\":[[\"N\",\"A\",{\"id\":\"m\"}],[\"N\",\"B\",{\"id\":\"m\"}]]"),
                "is there twice");
    }

    @Test
    void withoutARangeOfItsOwnADashboardShowsThreeHours() {
        Instant now = Instant.parse("2026-01-05T12:00:00Z");

        assertThat(DashboardBody.parse("{\"widgets\":[]}").window(now).length()).isEqualTo(Duration.ofHours(3));
        assertThat(DashboardBody.parse("{\"widgets\":[],\"start\":\"-P1DT2H\"}").window(now).length())
                .isEqualTo(Duration.ofHours(26));
    }

    private static void assertErrors(String body, String... parts) {
        assertThatThrownBy(() -> DashboardBody.parse(body)).isInstanceOf(InvalidDashboardException.class)
                .hasMessageContainingAll(parts);
    }

    private static MetricWidget metric(String properties) {
        return only(DashboardBody.parse(metricBody(properties)));
    }

    private static String metricBody(String properties) {
        return "{\"widgets\":[{\"type\":\"metric\",\"properties\":{\"region\":\"eu-west-1\"," + properties + "}}]}";
    }

    private static MetricWidget only(DashboardBody dashboard) {
        return (MetricWidget) dashboard.widgets().getFirst();
    }

    private static Widget widget(String members) {
        return DashboardBody.parse("{\"widgets\":[{" + members + "}]}").widgets().getFirst();
    }

    private static MetricName name(String metric, String service, String cluster) {
        return new MetricName("AWS/ECS", metric, Map.of("ServiceName", service, "ClusterName", cluster));
    }
}
