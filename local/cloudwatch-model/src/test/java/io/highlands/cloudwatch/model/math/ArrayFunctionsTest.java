// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.highlands.cloudwatch.model.math.Metrics.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArrayFunctionsTest {

    private final Metrics metrics = metric("errors4xx", "2 2").and("errors5xx", "1 9").and("requests", "5 1").and(
            "none",
            "- -");

    @Test
    void metricsAreAllMetricsInTheOrderOfTheRequest() {
        assertThat(metrics.labels("METRICS()")).containsExactly("errors4xx", "errors5xx", "requests", "none");
    }

    @Test
    void metricsWithATextAreThoseWhoseIdContainsIt() {
        assertThat(metrics.labels("METRICS(\"errors\")")).containsExactly("errors4xx", "errors5xx");
        assertThat(metrics.labels("METRICS('5xx')")).containsExactly("errors5xx");
    }

    @Test
    void arraysInAnArrayAreJoined() {
        assertThat(metrics.result("SUM([METRICS(\"4xx\"), METRICS(\"5xx\")])")).isEqualTo("3 11");
    }

    @Test
    void metricCountIsTheLengthOfTheArray() {
        assertThat(metrics.result("TIME_SERIES(METRIC_COUNT(METRICS()))")).isEqualTo("4 4");
    }

    @ParameterizedTest
    @CsvSource({"AVG, DESC, errors5xx requests errors4xx none", "AVG, ASC, errors4xx requests errors5xx none",
            "MAX, DESC, errors5xx requests errors4xx none", "MIN, DESC, errors4xx errors5xx requests none",
            "SUM, ASC, errors4xx requests errors5xx none"})
    void sortOrdersByAFunctionAndPutsEmptySeriesLast(String function, String order, String expected) {
        assertThat(metrics.labels("SORT(METRICS(), " + function + ", " + order + ")"))
                .containsExactly(expected.split(" "));
    }

    @Test
    void sortTakesALimit() {
        assertThat(metrics.labels("SORT(METRICS(), MAX, DESC, 2)")).containsExactly("errors5xx", "requests");
    }

    @Test
    void sortTakesOnlyFourFunctionsAndTwoOrders() {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> metrics.results("SORT(METRICS(), ASC, MAX)"))
                .withMessageContaining("Argument 2 of SORT is one of AVG, MIN, MAX, SUM");
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> metrics.results("SORT(METRICS(), MAX, MAX)"))
                .withMessageContaining("Argument 3 of SORT is one of ASC, DESC");
    }

    @ParameterizedTest
    @CsvSource({"'1', errors5xx requests none", "'1, 3', errors5xx requests",
            "'0, 10', errors4xx errors5xx requests none"})
    void sliceStartsAtZeroInclusiveAndEndsExclusive(String bounds, String expected) {
        assertThat(metrics.labels("SLICE(METRICS(), " + bounds + ")")).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "2, 1", "1, 1"})
    void sliceMayBeEmpty(String bounds) {
        assertThat(metrics.labels("SLICE(METRICS(), " + bounds + ")")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.5"})
    void sliceTakesWholeNumbers(String bound) {
        assertThatExceptionOfType(MathException.class)
                .isThrownBy(() -> metrics.results("SLICE(METRICS(), " + bound + ")"))
                .withMessageContaining("whole number");
    }

    @Test
    void firstAndLastChooseOneSeries() {
        assertThat(metrics.result("FIRST(SORT(METRICS(), MAX, DESC))")).isEqualTo("1 9");
        assertThat(metrics.result("LAST(METRICS())")).isEqualTo("- -");
    }

    @Test
    void firstOfNothingIsAnEmptySeries() {
        assertThat(metrics.result("FIRST(SLICE(METRICS(), 9))")).isEqualTo("- -");
    }

    @Test
    void removeEmptyKeepsSeriesWithAtLeastOneValue() {
        assertThat(metrics.labels("REMOVE_EMPTY(METRICS())")).containsExactly("errors4xx", "errors5xx", "requests");
    }

    @Test
    void periodIsInSeconds() {
        assertThat(metrics.result("requests / PERIOD(requests)")).isEqualTo("0.08333333333333333 0.016666666666666666");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERIOD(requests + 1)", "PERIOD(FILL(requests, 0))", "PERIOD(60)"})
    void periodTakesAMetricAndNoExpression(String expression) {
        assertThatExceptionOfType(MathException.class)
                .isThrownBy(() -> metrics.result("requests / " + expression))
                .withMessageContaining("Argument 1 of PERIOD is the id of a metric");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FIRST", "LAST", "REMOVE_EMPTY", "METRIC_COUNT"})
    void oneSeriesIsNoArray(String function) {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> metrics.results(function + "(requests)"))
                .withMessageContaining("Argument 1 of " + function + " is TS[], not TS");
    }
}
