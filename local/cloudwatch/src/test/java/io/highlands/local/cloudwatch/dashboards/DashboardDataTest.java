// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.Comparison;
import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.local.cloudwatch.alarms.AlarmActions;
import io.highlands.local.cloudwatch.alarms.AlarmOptions;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Origin;
import io.highlands.local.cloudwatch.alarms.StoredAlarms;
import io.highlands.local.cloudwatch.alarms.Watched;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.logs.LogService;
import io.highlands.local.store.NewLogEvent;
import io.highlands.local.store.Sample;
import io.highlands.local.store.StoreOptions;
import io.highlands.local.store.TelemetryStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What widgets show, over a real store. */
class DashboardDataTest {

    private static final Instant NOON = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 3_600 * 3_600);

    private final TimeWindow tenMinutes = TimeWindow.last(Duration.ofMinutes(10), NOON);

    @TempDir
    private Path folder;

    private TelemetryStore store;
    private MetricService metrics;
    private AlarmService alarms;
    private LogService logs;
    private DashboardData data;

    @BeforeEach
    void open() {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        store = TelemetryStore.open(StoreOptions.in(folder));
        metrics = new MetricService(store.metrics(), clock);
        alarms = new AlarmService(new AlarmOptions("eu-west-1", "000000000000", 1, clock), metrics::source,
                new StoredAlarms(store.states()));
        logs = new LogService(store.logs(), clock);
        data = new DashboardData(metrics, alarms, logs);
        metrics.put(IntStream.range(0, 10).mapToObj(minute -> sample("Requests", minute, minute)).toList());
        metrics.put(List.of(sample("Errors", 9, 3)));
    }

    @AfterEach
    void close() {
        alarms.close();
        logs.close();
        store.close();
    }

    @Test
    void aDashboardAnswersInTheOrderOfItsWidgets() {
        List<WidgetData> shown = data.evaluate(DashboardBody.parse("""
                {"widgets":[
                 {"type":"text","properties":{"markdown":"# hello"}},
                 {"type":"metric","properties":{"region":"r","period":60,"stat":"Sum","metrics":[
                   ["Test","Requests","Service","a",{"id":"m1","visible":false}],
                   ["Test","Errors","Service","a",{"id":"m2","label":"errors","color":"#d62728"}],
                   [{"expression":"100 * FILL(m2, 0) / m1","id":"share","label":"percent","yAxis":"right"}]]}},
                 {"type":"metric","properties":{"region":"r","period":300,"stat":"Maximum","metrics":[
                   ["Test","Requests","Service","a",{"id":"m1"}]]}}]}"""), tenMinutes);

        ChartData chart = (ChartData) shown.get(1);
        assertThat(shown.getFirst()).isEqualTo(new TextData("# hello"));
        assertThat(chart.series()).extracting(Series::label).containsExactly("errors", "percent");
        assertThat(chart.series().getFirst().values()).containsExactly(3);
        assertThat(chart.series().getFirst().colour()).isEqualTo("#d62728");
        assertThat(chart.series().get(1).values()).hasSize(9).endsWith(100.0 * 3 / 9);
        assertThat(chart.series().get(1).side()).isEqualTo(Side.RIGHT);
        assertThat(((ChartData) shown.get(2)).series().getFirst().values()).containsExactly(4, 9);
    }

    @Test
    void noDataIsNotZero() {
        ChartData nothing = (ChartData) one("[\"Test\",\"Requests\",\"Service\",\"none\"]");
        ChartData zero = (ChartData) one("[{\"expression\":\"TIME_SERIES(0)\"}]");

        assertThat(nothing.empty()).isTrue();
        assertThat(nothing.series()).singleElement().satisfies(series -> {
            assertThat(series.empty()).isTrue();
            assertThat(series.number()).isEmpty();
        });
        assertThat(zero.empty()).isFalse();
        assertThat(zero.series().getFirst().number()).isEqualTo(OptionalDouble.of(0));
    }

    @Test
    void metricsWithoutALabelHaveWhatTellsThemApart() {
        ChartData chart = (ChartData) one("[\"Test\",\"Requests\",\"Service\",\"a\"],[\"...\",\"b\"]");

        assertThat(chart.series()).extracting(Series::label).containsExactly("a", "b");
        assertThat(chart.series()).extracting(Series::colour).containsExactly("#1f77b4", "#ff7f0e");
    }

    @Test
    void aSearchGivesOneSeriesPerMetric() {
        metrics.put(List.of(new Sample(new MetricName("Test", "Requests", Map.of("Service", "b")),
                NOON.minusSeconds(60), Distribution.of(1), "Count", 60)));

        ChartData chart = (ChartData) one(
                "[{\"expression\":\"SEARCH('{Test,Service} Requests', 'Sum', 60)\",\"id\":\"s\"}]");

        assertThat(chart.series()).extracting(Series::label).containsExactlyInAnyOrder("a", "b");
        assertThat(chart.series()).extracting(Series::id).containsOnly("s");
    }

    @Test
    void aNumberOverTheWholeRangeIsOfOnePeriod() {
        ChartData chart = (ChartData) data.evaluate(DashboardBody.parse("""
                {"widgets":[{"type":"metric","properties":{"region":"r","period":60,"stat":"Sum","view":"singleValue",
                  "setPeriodToTimeRange":true,"start":"-PT7M","metrics":[["Test","Requests","Service","a"]]}}]}"""),
                tenMinutes).getFirst();

        assertThat(chart.series().getFirst().number()).isEqualTo(OptionalDouble.of(3 + 4 + 5 + 6 + 7 + 8 + 9));
        assertThat(chart.window().length()).isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    void periodsGrowWithTheWindowUnlessTheDashboardInheritsThem() {
        String body = "{\"periodOverride\":\"%s\",\"widgets\":[{\"type\":\"metric\",\"properties\":{\"region\":\"r\","
                + "\"period\":60,\"metrics\":[[\"Test\",\"Requests\",\"Service\",\"a\"]]}}]}";
        TimeWindow threeDays = TimeWindow.last(Duration.ofDays(3), NOON);

        assertThat(period(body.formatted("auto"), threeDays)).isEqualTo(180);
        assertThat(period(body.formatted("inherit"), threeDays)).isEqualTo(60);
    }

    @Test
    void oneWidgetThatCannotBeDrawnLeavesTheOthersAlone() {
        List<WidgetData> shown = data.evaluate(DashboardBody.parse("""
                {"widgets":[
                 {"type":"metric","properties":{"region":"r","metrics":[[{"expression":"NOPE(m1)"}]]}},
                 {"type":"metric","properties":{"region":"r","metrics":[["Test","Requests","Service","a"]]}},
                 {"type":"explorer","properties":{}},
                 {"type":"log","properties":{"query":"SOURCE 'none' | fields @message"}}]}"""), tenMinutes);

        assertThat(shown.getFirst()).isInstanceOfSatisfying(FailedData.class,
                failed -> assertThat(failed.message()).contains("NOPE"));
        assertThat(shown.get(1).empty()).isFalse();
        assertThat(((FailedData) shown.get(2)).message()).contains("explorer");
        assertThat(((FailedData) shown.get(3)).message()).contains("'none' does not exist");
    }

    @Test
    void alarmsAreTilesAndChartsWithTheirThreshold() {
        alarms.putMetricAlarm(new MetricAlarmDefinition("too-many", "", AlarmActions.NONE, Origin.API,
                new Watched.Metric(new MetricName("Test", "Requests", Map.of("Service", "a")), "Sum",
                        Duration.ofMinutes(1), Optional.empty()),
                Comparison.GREATER, 5, 1, OptionalInt.empty(), Optional.empty(), Optional.empty()));
        String arn = "arn:aws:cloudwatch:eu-west-1:000000000000:alarm:too-many";

        List<WidgetData> shown = data.evaluate(DashboardBody.parse("""
                {"widgets":[
                 {"type":"alarm","properties":{"alarms":["%s","%sx"]}},
                 {"type":"metric","properties":{"annotations":{"alarms":["%s"]}}}]}""".formatted(arn, arn, arn)),
                tenMinutes);

        AlarmData tiles = (AlarmData) shown.getFirst();
        ChartData chart = (ChartData) shown.get(1);
        assertThat(tiles.alarms()).extracting(AlarmData.Tile::state).containsExactly(AlarmState.INSUFFICIENT_DATA);
        assertThat(tiles.unknown()).containsExactly(arn + "x");
        assertThat(chart.lines()).extracting(HorizontalLine::value).containsExactly(5.0);
        assertThat(chart.series().getFirst().values()).hasSize(10);
    }

    @Test
    void logsOverTimeAreSeriesByGroup() {
        logs.put("/g", "s", IntStream.range(0, 4).mapToObj(i -> new NewLogEvent(NOON.minusSeconds(90 - i),
                "{\"status\":" + (i == 0 ? 200 : 502) + "}")).toList());

        LogData shown = (LogData) data.evaluate(DashboardBody.parse("""
                {"widgets":[{"type":"log","properties":{"view":"timeSeries",
                  "query":"SOURCE '/g' | stats count(*) as n by bin(1m), status"}}]}"""), tenMinutes).getFirst();

        assertThat(shown.chart().orElseThrow().series()).extracting(Series::label, series -> series.values()[0])
                .containsExactlyInAnyOrder(tuple("502", 3.0),
                        tuple("200", 1.0));
    }

    private int period(String body, TimeWindow window) {
        return ((ChartData) data.evaluate(DashboardBody.parse(body), window).getFirst()).series().getFirst().period();
    }

    private WidgetData one(String rows) {
        return data.evaluate(DashboardBody.parse("{\"widgets\":[{\"type\":\"metric\",\"properties\":{\"region\":\"r\","
                + "\"period\":60,\"metrics\":[" + rows + "]}}]}"), tenMinutes).getFirst();
    }

    private static Sample sample(String metric, int minute, double value) {
        return new Sample(new MetricName("Test", metric, Map.of("Service", "a")),
                NOON.minus(Duration.ofMinutes(10L - minute)), Distribution.of(value), "Count", 60);
    }
}
