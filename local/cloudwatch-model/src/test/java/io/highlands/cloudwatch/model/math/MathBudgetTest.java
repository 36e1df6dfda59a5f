// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Expressions that multiply.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html">GetMetricData</a>: 500
 *      queries in a request
 * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudwatch.SearchExpressionProps.html">"It can return
 *      up to 500 time series"</a>
 */
@Timeout(60)
class MathBudgetTest {

    private final Metrics metrics = Metrics.metric("m0", "1 2 3");

    @Test
    void anArrayThatDoublesThirtyTimesIsRefused() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 1; i <= 30; i++) {
            texts.put("e" + i, i == 1 ? "[m0,m0]" : "[e" + (i - 1) + ",e" + (i - 1) + "]");
        }

        assertThatThrownBy(() -> MathQueries.parse(texts).evaluate(metrics.inputs())).isInstanceOf(MathException.class)
                .hasMessageStartingWith("An array holds at most 500 time series, not 512");
    }

    @Test
    void anArrayOfFourHundredArraysIsRefused() {
        Map<String, String> texts = Map.of("a", "[m0" + ",m0".repeat(399) + "]", "b", "[a" + ",a".repeat(399) + "]",
                "c",
                "[b" + ",b".repeat(399) + "]");

        assertThatThrownBy(() -> MathQueries.parse(texts).evaluate(metrics.inputs()))
                .hasMessageStartingWith("An array holds at most 500 time series");
    }

    @Test
    void pointsAreCountedBeforeThereAreAny() {
        Range years = new Range(Metrics.START, Duration.ofSeconds(1), 40_000_000);
        MathInputs inputs = new MathInputs(years, Map.of("m0", TimeSeries.of("m0", years, 1)));

        for (String expression : List.of("FILL(m0, 0)", "TIME_SERIES(1)", "HOUR(m0)")) {
            assertThatThrownBy(() -> MathExpression.parse(expression).evaluate(inputs)).as(expression)
                    .hasMessageStartingWith("The expressions of a request");
        }
    }

    @Test
    void theEvaluationsOfOneRequestShareTheirBudget() {
        Range day = new Range(Metrics.START, Duration.ofMinutes(1), 1_440);
        MathBudget budget = new MathBudget();
        MathExpression expression = MathExpression.parse("TIME_SERIES(1)");

        assertThatThrownBy(() -> {
            for (int i = 0; i < 2_000; i++) {
                expression.evaluate(new MathInputs(day, Map.of(), Optional.empty(), budget));
            }
        }).hasMessageStartingWith("The expressions of a request compute at most 1500000 data points");
    }

    @Test
    void aThousandTermsDoNotOverflowTheStack() throws InterruptedException {
        String sum = "m0" + "+m0".repeat(680);

        assertThat(smallStack(() -> metrics.result(sum))).isEqualTo("681 1362 2043");
        assertThat(MathExpression.parse(sum).references()).containsExactly("m0");
    }

    @Test
    void fiveHundredExpressionsInARowDoNotOverflowTheStack() throws InterruptedException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 500; i >= 1; i--) {
            texts.put("e" + i, i == 1 ? "m0+1" : "e" + (i - 1) + "+1");
        }

        assertThat(smallStack(
                () -> String.valueOf(MathQueries.parse(texts).evaluate(metrics.inputs()).get("e500").getFirst()
                        .value(0))))
                .isEqualTo("501.0");
    }

    @Test
    void parenthesesHaveALimit() {
        assertThatThrownBy(() -> MathExpression.parse("(".repeat(900) + "m0" + ")".repeat(900)))
                .hasMessageStartingWith("An expression nests at most 100 levels");
        assertThatThrownBy(() -> MathExpression.parse("(".repeat(3_000) + "m0" + ")".repeat(3_000)))
                .isInstanceOf(MathException.class);
    }

    /** Runs work on the stack that the highlands process gives its threads. */
    private static String smallStack(Supplier<String> work) throws InterruptedException {
        String[] result = new String[1];
        Thread thread = new Thread(null, () -> {
            try {
                result[0] = work.get();
            } catch (StackOverflowError e) {
                result[0] = e.toString();
            }
        }, "small", 512 * 1024);
        thread.start();
        thread.join();
        return result[0];
    }
}
