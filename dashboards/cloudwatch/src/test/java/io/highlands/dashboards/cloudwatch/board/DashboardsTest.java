// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import io.highlands.cloudwatch.model.math.MathExpression;
import io.highlands.cloudwatch.model.statistics.Statistic;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.SamplePlatform;
import io.highlands.dashboards.cloudwatch.grammar.DashboardGrammar;
import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.Metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What holds for every dashboard, with and without a tracing agent. */
class DashboardsTest {

    @SuppressWarnings("unused") // Named by FieldSource
    private static final List<Dashboard> DASHBOARDS = Stream
            .of(Optional.<String>empty(), Optional.of("datadog-agent"), Optional.of("otel-collector"))
            .map(SamplePlatform::create)
            .mapMulti((MonitoredPlatform platform, Consumer<MonitoredPlatform> all) -> {
                all.accept(platform);
                if (platform.sidecar().isEmpty()) {
                    all.accept(SamplePlatform.publishing("service-a", "service-c"));
                }
            })
            .flatMap(platform -> Dashboards.all(platform, SamplePlatform.alarms()).stream())
            .toList();

    @ParameterizedTest
    @FieldSource("DASHBOARDS")
    void keepsToTheGrammarOfDashboards(Dashboard dashboard) {
        assertThat(DashboardGrammar.check(dashboard.body())).isEmpty();
    }

    @Test
    void platformWhoseServicesCallNoneHasEveryDashboard() {
        List<Dashboard> dashboards = Dashboards.all(SamplePlatform.ofOneService(), List.of());

        assertThat(dashboards).extracting(Dashboard::name).containsExactlyInAnyOrder("highlands-test-overview",
                "highlands-test-mesh", "highlands-test-only", "highlands-test-telemetry");
        assertThat(dashboards)
                .allSatisfy(dashboard -> assertThat(DashboardGrammar.check(dashboard.body())).isEmpty());
    }

    /** A service without the starter has no metric in the starter's namespace, so a panel of one would stay empty. */
    @Test
    void serviceWithoutTheStarterIsDrawnByMetricsOfAwsAlone() {
        List<List<Object>> rows = Dashboards.all(SamplePlatform.publishing("service-a", "service-c"), List.of())
                .stream().flatMap(DashboardsTest::rows).toList();

        assertThat(ofTheStarter(rows, "service-a")).isNotEmpty();
        assertThat(ofTheStarter(rows, "service-b")).isEmpty();
        assertThat(rows).anyMatch(row -> row.contains("TargetDiscoveryName") && row.contains("service-b"));
    }

    private static List<List<Object>> ofTheStarter(List<List<Object>> rows, String service) {
        return rows.stream().filter(row -> row.getFirst().equals("Highlands/test") && row.contains("Service")
                && row.get(row.indexOf("Service") + 1).equals(service)).toList();
    }

    @Test
    void platformWithoutAnyStarterHasNoPanelOfItsMetrics() {
        List<Dashboard> dashboards = Dashboards.all(SamplePlatform.publishing(), List.of());

        assertThat(dashboards.stream().flatMap(DashboardsTest::rows)).noneMatch(
                row -> row.getFirst().equals("Highlands/test") && row.contains("Service"));
        assertThat(dashboards)
                .allSatisfy(dashboard -> assertThat(DashboardGrammar.check(dashboard.body())).isEmpty());
    }

    @ParameterizedTest
    @FieldSource("DASHBOARDS")
    void everyExpressionIsOneThatLocalModeEvaluates(Dashboard dashboard) {
        List<String> expressions = rows(dashboard).map(DashboardsTest::options)
                .map(options -> options.get("expression"))
                .filter(String.class::isInstance).map(String.class::cast).toList();

        assertThat(expressions).isNotEmpty().allSatisfy(
                expression -> assertThatCode(() -> MathExpression.parse(expression)).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @FieldSource("DASHBOARDS")
    void everyStatisticIsOneThatLocalModeComputes(Dashboard dashboard) {
        assertThat(rows(dashboard).map(DashboardsTest::options).map(options -> options.get("stat"))
                .filter(String.class::isInstance)).allSatisfy(statistic -> Statistic.parse((String) statistic));
    }

    @ParameterizedTest
    @FieldSource("DASHBOARDS")
    void everyMetricIsDeclaredWithTheseDimensions(Dashboard dashboard) {
        Set<String> declared = new HashSet<>();
        Metrics.all().forEach(metric -> metric.dimensionSets().forEach(dimensions -> declared.add(
                metric.source().namespace("test") + metric.name() + new TreeSet<>(
                        dimensions.stream().map(Dimension::cloudWatchName).toList()))));

        assertThat(rows(dashboard).filter(row -> row.getFirst() instanceof String).map(DashboardsTest::identity))
                .isSubsetOf(declared);
    }

    @ParameterizedTest
    @FieldSource("DASHBOARDS")
    void noPanelCoversAnother(Dashboard dashboard) {
        Set<String> taken = new HashSet<>();
        for (Map<String, Object> widget : widgets(dashboard)) {
            int x = (int) widget.get("x");
            int y = (int) widget.get("y");
            assertThat(x + (int) widget.get("width")).as("right edge of %s", widget).isLessThanOrEqualTo(Grid.FULL);
            for (int column = x; column < x + (int) widget.get("width"); column++) {
                for (int row = y; row < y + (int) widget.get("height"); row++) {
                    assertThat(taken.add(column + "/" + row)).as("cell %d/%d of %s", column, row, widget).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("DASHBOARDS")
    void everyPanelHasATitleOfItsOwn(Dashboard dashboard) {
        List<Panel> titled = dashboard.panels().stream().filter(panel -> !"text".equals(panel.type())).toList();

        assertThat(titled).allSatisfy(panel -> assertThat(panel.title()).isPresent());
        assertThat(titled.stream().map(panel -> panel.title().orElseThrow())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("DASHBOARDS")
    void everyAxisHasAUnitAndBeginsAtZero(Dashboard dashboard) {
        assertThat(dashboard.panels().stream().filter(panel -> "timeSeries".equals(panel.properties().get("view")))
                .filter(panel -> "metric".equals(panel.type())))
                .allSatisfy(panel -> assertThat(axes(panel)).isNotEmpty().allSatisfy(axis -> {
                    assertThat((String) axis.get("label")).isNotBlank();
                    assertThat(axis).containsEntry("min", 0);
                }));
    }

    @ParameterizedTest
    @FieldSource("DASHBOARDS")
    void everyRowSaysHowToReadIt(Dashboard dashboard) {
        assertThat(dashboard.rows().stream().filter(row -> !row.panels().isEmpty()).skip(1)
                .map(row -> row.panels().getFirst()).filter(panel -> "text".equals(panel.type())))
                .allSatisfy(panel -> assertThat((String) panel.properties().get("markdown")).matches("(?s)## .+\n.+"));
    }

    @ParameterizedTest
    @FieldSource("DASHBOARDS")
    void noAddressOfOneInstanceIsDrawn(Dashboard dashboard) {
        assertThat(rows(dashboard).flatMap(List::stream)).doesNotContain("TaskId", "InstanceId");
    }

    @SuppressWarnings("unchecked") // As dashboard.body() builds them
    private static List<Map<String, Object>> widgets(Dashboard dashboard) {
        return (List<Map<String, Object>>) dashboard.body().get("widgets");
    }

    @SuppressWarnings("unchecked") // As MetricRows builds them
    static Stream<List<Object>> rows(Dashboard dashboard) {
        return dashboard.panels().stream().map(panel -> panel.properties().get("metrics"))
                .filter(List.class::isInstance)
                .flatMap(rows -> ((List<List<Object>>) rows).stream());
    }

    private static Map<?, ?> options(List<Object> row) {
        return (Map<?, ?>) row.getLast();
    }

    private static String identity(List<Object> row) {
        var dimensions = new TreeSet<>();
        for (int i = 2; i < row.size() - 1; i += 2) {
            dimensions.add(row.get(i));
        }
        return row.get(0) + "" + row.get(1) + dimensions;
    }

    @SuppressWarnings("unchecked") // As Graph builds them
    private static Stream<Map<String, Object>> axes(Panel panel) {
        return ((Map<String, Map<String, Object>>) panel.properties().get("yAxis")).values().stream();
    }

}
