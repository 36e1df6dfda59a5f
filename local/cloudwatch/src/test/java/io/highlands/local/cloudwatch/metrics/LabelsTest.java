// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.metrics;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.highlands.local.cloudwatch.metrics.Metrics.NOON;
import static io.highlands.local.cloudwatch.metrics.Metrics.metric;
import static io.highlands.local.cloudwatch.metrics.Metrics.stat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Labels and messages of GetMetricData. Labels of metrics as recorded from AWS in localstack/localstack,
 * tests/aws/services/cloudwatch/test_cloudwatch.snapshot.json: {@code test_label_generation}.
 */
class LabelsTest {

    private static final String SEARCH = "SEARCH('{Highlands/test,Service} MetricName=\"Requests\"', 'Sum', 60)";

    @TempDir
    private Path folder;

    private Metrics metrics;

    @BeforeEach
    void open() {
        metrics = new Metrics(folder);
        metrics.minutes(metric("Requests", "a"), 10, 20, 30);
        metrics.minutes(metric("Requests", "b"), 1, 2, 3);
        metrics.minutes(metric("Zeros", "a"), 5, 0, 2);
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    private List<MetricDataResult> ask(MetricDataQuery... queries) {
        return metrics.service().data(MetricDataRequest.of(List.of(queries), NOON.minusSeconds(180), NOON)).results();
    }

    private List<String> labels(MetricStat first, MetricStat second) {
        return ask(MetricDataQuery.of("m1", first), MetricDataQuery.of("m2", second)).stream()
                .map(MetricDataResult::label).toList();
    }

    @Test
    void statisticsOfOneMetricAreToldApart() {
        assertThat(labels(stat(metric("metric1", "a"), "Sum", 60), stat(metric("metric1", "a"), "Minimum", 60)))
                .containsExactly("metric1 Sum", "metric1 Minimum");
    }

    @Test
    void periodsOfOneMetricAreToldApart() {
        assertThat(labels(stat(metric("metric1", "a"), "Sum", 60), stat(metric("metric1", "a"), "Sum", 30)))
                .containsExactly("metric1 60", "metric1 30");
    }

    @Test
    void statisticAndPeriodAreBothInTheLabelWhereBothDiffer() {
        assertThat(labels(stat(metric("metric1", "a"), "Sum", 60), stat(metric("metric1", "a"), "Minimum", 30)))
                .containsExactly("metric1 Sum 60", "metric1 Minimum 30");
    }

    @Test
    void theSameStatisticOfTheSameMetricHasTheSameLabel() {
        assertThat(labels(stat(metric("metric1", "a"), "Sum", 60), stat(metric("metric1", "a"), "Sum", 60)))
                .containsExactly("metric1", "metric1");
    }

    /** API_MetricDataQuery, Label: "A human-readable label for this metric or expression". One series has it as it is. */
    @Test
    void theSumOfASearchHasTheLabelOfItsQuery() {
        assertThat(ask(MetricDataQuery.of("s", "SUM(" + SEARCH + ")").every(60).labelled("Total")))
                .extracting(MetricDataResult::label).containsExactly("Total");
    }

    @Test
    void everySeriesOfASearchHasALabelOfItsOwn() {
        assertThat(ask(MetricDataQuery.of("s", SEARCH).labelled("Total"))).extracting(MetricDataResult::label)
                .containsExactly("Total a", "Total b");
    }

    /** Recorded in grafana/grafana, pkg/tsdb/cloudwatch/testdata/multiple-outputs-query-b.json. */
    @Test
    void aDivisionByZeroIsAnArithmeticError() {
        MetricDataResult result = ask(MetricDataQuery.of("e1", "m1 / m2"),
                MetricDataQuery.of("m1", stat(metric("Requests", "a"), "Sum", 60)).hidden(),
                MetricDataQuery.of("m2", stat(metric("Zeros", "a"), "Sum", 60)).hidden()).getFirst();

        assertThat(result.values()).containsExactly(2.0, 15.0);
        assertThat(result.messages()).containsExactly(new MetricDataResult.Message("ArithmeticError",
                "One or more data-points have been dropped due to non-numeric values (NaN, -Infinite, +Infinite)"));
        assertThat(result.statusCode()).isEqualTo("Complete");
    }

    @Test
    void whatIsComputedFurtherOfADivisionByZeroSaysSoToo() {
        assertThat(ask(MetricDataQuery.of("e1", "100 * (m1 / m2) + LOG(m2)"),
                MetricDataQuery.of("m1", stat(metric("Requests", "a"), "Sum", 60)).hidden(),
                MetricDataQuery.of("m2", stat(metric("Zeros", "a"), "Sum", 60)).hidden()).getFirst().messages())
                .extracting(MetricDataResult.Message::code).containsExactly("ArithmeticError");
    }

    @Test
    void aPointThatAnExpressionLeavesOutIsNoArithmeticError() {
        assertThat(ask(MetricDataQuery.of("e1", "IF(m2 > 0, m1)"),
                MetricDataQuery.of("m1", stat(metric("Requests", "a"), "Sum", 60)).hidden(),
                MetricDataQuery.of("m2", stat(metric("Zeros", "a"), "Sum", 60)).hidden()).getFirst().messages())
                .isEmpty();
    }
}
