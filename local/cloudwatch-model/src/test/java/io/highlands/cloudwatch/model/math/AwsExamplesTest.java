// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.highlands.cloudwatch.model.series.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;

/** Every example of the tables of using-metric-math that results in series and needs no other service. */
class AwsExamplesTest {

    private final MathInputs inputs = Metrics.metric("m1", "1 - 3").and("m2", "4 5 -").and("m3", "2 2 2")
            .and("errors", "1 - 1").and("requests", "9 9 9").and("metric1", "399 400 401").and("latency", "5 6 7")
            .and("threshold", "6 6 6").inputs();

    @ParameterizedTest
    @ValueSource(strings = {"5 * m1", "m1 - m2", "SUM(100/[m1, m2])", "AVG([m1,m2]/m3)", "METRICS()*100", "-5*m1",
            "-m1",
            "SUM(-[m1, m2])", "m1-AVG(m1)", "SUM(METRICS())", "METRICS()/100", "SUM(METRICS(\"errors\"))",
            "SUM([METRICS(\"err\"), METRICS(\"req\")])", "ABS(m1-m2)", "MIN(ABS([m1, m2]))", "ABS(METRICS())",
            "SUM([m1,m2])/AVG(m2)", "AVG(METRICS())", "CEIL(m1)", "CEIL(METRICS())", "SUM(CEIL(METRICS()))",
            "DATAPOINT_COUNT(METRICS())", "DIFF(m1)", "DIFF_TIME(METRICS())", "FILL(m1,10)", "FILL(METRICS(), 0)",
            "FILL(METRICS(), m1)", "FILL(m1, MIN(m1))", "FILL(m1, REPEAT)", "FILL(METRICS(), LINEAR)",
            "IF(FIRST(SORT(METRICS(), AVG, DESC))>100, 1, 0)", "FLOOR(m1)", "FLOOR(METRICS())", "LOG(METRICS())",
            "LOG10(m1)", "MAX(m1)/m1", "MAX(METRICS())", "m1/METRIC_COUNT(METRICS())", "m1-MIN(m1)", "MIN(METRICS())",
            "MINUTE(m1)", "IF(DAY(m1)<6,m1)", "IF(MONTH(m1) == 1,m1)", "m1/PERIOD(m1)", "RATE(m1)", "RATE(METRICS())",
            "REMOVE_EMPTY(METRICS())", "RUNNING_SUM([m1,m2])", "SLICE(SORT(METRICS(), SUM, DESC), 0, 10)",
            "SLICE(SORT(METRICS(), AVG, ASC), 5)", "SORT(METRICS(), AVG, DESC, 10)", "SORT(METRICS(), MAX, ASC)",
            "m1/STDDEV(m1)", "STDDEV(METRICS())", "SUM(METRICS())/SUM(m1)", "SUM([m1,m2])",
            "SUM(METRICS(\"errors\"))/SUM(METRICS(\"requests\"))*100", "TIME_SERIES(MAX(m1))", "TIME_SERIES(5*AVG(m1))",
            "TIME_SERIES(10)", "IF(metric1<400, metric1)", "IF(metric1<400, 10, 2)", "IF(latency>threshold, 1, 0)"})
    void computes(String expression) {
        List<TimeSeries> series = MathExpression.parse(expression).evaluate(inputs);

        assertThat(series).isNotEmpty().allSatisfy(each -> assertThat(each.isEmpty()).isFalse());
    }
}
