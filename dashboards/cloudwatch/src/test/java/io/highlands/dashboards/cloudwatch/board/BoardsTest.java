// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import io.highlands.cloudwatch.model.math.MathExpression;
import io.highlands.cloudwatch.model.statistics.Statistic;
import io.highlands.dashboards.cloudwatch.SamplePlatform;
import io.highlands.dashboards.cloudwatch.grammar.DashboardGrammar;
import io.highlands.telemetry.Dimension;
import io.highlands.telemetry.Metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What holds for every board, with and without a tracing agent. */
class BoardsTest {

    @SuppressWarnings("unused") // Named by FieldSource
    private static final List<Board> BOARDS = Stream
            .of(Optional.<String>empty(), Optional.of("datadog-agent"), Optional.of("otel-collector"))
            .flatMap(sidecar -> Boards.all(SamplePlatform.create(sidecar), SamplePlatform.alarms()).stream()).toList();

    @ParameterizedTest
    @FieldSource("BOARDS")
    void keepsToTheGrammarOfDashboards(Board board) {
        assertThat(DashboardGrammar.check(board.body())).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("BOARDS")
    void everyExpressionIsOneThatTheLaptopEvaluates(Board board) {
        List<String> expressions = rows(board).map(BoardsTest::options).map(options -> options.get("expression"))
                .filter(String.class::isInstance).map(String.class::cast).toList();

        assertThat(expressions).isNotEmpty().allSatisfy(
                expression -> assertThatCode(() -> MathExpression.parse(expression)).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @FieldSource("BOARDS")
    void everyStatisticIsOneThatTheLaptopComputes(Board board) {
        assertThat(rows(board).map(BoardsTest::options).map(options -> options.get("stat"))
                .filter(String.class::isInstance)).allSatisfy(statistic -> Statistic.parse((String) statistic));
    }

    @ParameterizedTest
    @FieldSource("BOARDS")
    void everyMetricIsDeclaredWithTheseDimensions(Board board) {
        Set<String> declared = new HashSet<>();
        Metrics.all().forEach(metric -> metric.dimensionSets().forEach(dimensions -> declared.add(
                metric.source().namespace("test") + metric.name() + new TreeSet<>(
                        dimensions.stream().map(Dimension::cloudWatchName).toList()))));

        assertThat(rows(board).filter(row -> row.getFirst() instanceof String).map(BoardsTest::identity))
                .isSubsetOf(declared);
    }

    @ParameterizedTest
    @FieldSource("BOARDS")
    void noPanelCoversAnother(Board board) {
        Set<String> taken = new HashSet<>();
        for (Map<String, Object> widget : widgets(board)) {
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
    @FieldSource("BOARDS")
    void everyPanelHasATitleOfItsOwn(Board board) {
        List<Panel> titled = board.panels().stream().filter(panel -> !"text".equals(panel.type())).toList();

        assertThat(titled).allSatisfy(panel -> assertThat(panel.title()).isPresent());
        assertThat(titled.stream().map(panel -> panel.title().orElseThrow())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("BOARDS")
    void everyAxisHasAUnitAndBeginsAtZero(Board board) {
        assertThat(board.panels().stream().filter(panel -> "timeSeries".equals(panel.properties().get("view")))
                .filter(panel -> "metric".equals(panel.type())))
                .allSatisfy(panel -> assertThat(axes(panel)).isNotEmpty().allSatisfy(axis -> {
                    assertThat((String) axis.get("label")).isNotBlank();
                    assertThat(axis).containsEntry("min", 0);
                }));
    }

    @ParameterizedTest
    @FieldSource("BOARDS")
    void everyRowSaysHowToReadIt(Board board) {
        assertThat(board.rows().stream().filter(row -> !row.panels().isEmpty()).skip(1)
                .map(row -> row.panels().getFirst()).filter(panel -> "text".equals(panel.type())))
                .allSatisfy(panel -> assertThat((String) panel.properties().get("markdown")).matches("(?s)## .+\n.+"));
    }

    @ParameterizedTest
    @FieldSource("BOARDS")
    void noAddressOfOneInstanceIsDrawn(Board board) {
        assertThat(rows(board).flatMap(List::stream)).doesNotContain("TaskId", "InstanceId");
    }

    @SuppressWarnings("unchecked") // As board.body() builds them
    private static List<Map<String, Object>> widgets(Board board) {
        return (List<Map<String, Object>>) board.body().get("widgets");
    }

    @SuppressWarnings("unchecked") // As MetricRows builds them
    static Stream<List<Object>> rows(Board board) {
        return board.panels().stream().map(panel -> panel.properties().get("metrics")).filter(List.class::isInstance)
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
