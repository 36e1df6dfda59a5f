// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MathSyntaxTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {"m1 + | 5 | instead of the end",
            "(m1 | 4 | Expected ')'", "m1 m2 | 4 | an operator", "m1 % 2 | 4 | '%' is not part",
            "[m1, | 5 | instead of the end", "SUM(m1 | 7 | Expected ')'", "m1 = 2 | 4 | '='",
            "METRICS(\"a) | 9 | closing", "* m1 | 1 | instead of '*'", "m1 + m9 | 6 | the id 'm9'",
            "COUNT * 2 | 1 | 'COUNT' is not a function"})
    void anErrorNamesItsPlace(String expression, int character, String message) {
        assertThatExceptionOfType(MathException.class)
                .isThrownBy(() -> MathExpression.parse(expression).evaluate(Metrics.metric("m1", "1").inputs()))
                .withMessageContaining(message).withMessageEndingWith("(character " + character + ")");
    }

    @Test
    void thePlaceIsCountedFromOneInWordsAndFromZeroInCode() {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> MathExpression.parse("m1 % 2"))
                .withMessageEndingWith("(character 4)")
                .satisfies(exception -> assertThat(exception.position()).isEqualTo(3));
    }

    @Test
    void anUnknownFunctionIsNamedWithWhatIsAllowed() {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> MathExpression.parse("1 + MEDIAN(m1)"))
                .withMessageStartingWith("'MEDIAN' is not a function of metric math").withMessageContaining("AVG")
                .withMessageEndingWith("(character 5)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANOMALY_DETECTION_BAND", "SERVICE_QUOTA", "INSIGHT_RULE_METRIC", "DB_PERF_INSIGHTS",
            "LAMBDA"})
    void aFunctionThatIsNotAvailableHereIsNamed(String function) {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> MathExpression.parse(function + "(m1)"))
                .withMessageStartingWith(function + " is a function of CloudWatch that is not available here");
    }

    @Test
    void aMetricsInsightsQueryIsNamed() {
        assertThatExceptionOfType(MathException.class)
                .isThrownBy(() -> MathExpression.parse("SELECT AVG(CPUUtilization) FROM \"AWS/ECS\""))
                .withMessageContaining("Metrics Insights");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(m1)", "Sum(m1)"})
    void functionsAreUpperCase(String expression) {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> MathExpression.parse(expression));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ABS() | ABS takes 1 argument, not 0",
            "FILL(m1) | FILL takes 2 arguments, not 1",
            "IF(m1, 1, 2, 3) | IF takes 2 to 3 arguments, not 4"})
    void theNumberOfArgumentsIsChecked(String expression, String message) {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> MathExpression.parse(expression))
                .withMessageContaining(message);
    }

    @Test
    void anUnknownIdIsNamed() {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> Metrics.metric("m1", "1").result("m1 + m9"))
                .withMessageContaining("the id 'm9'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "SUM(m1)", "1 == 1", "PERIOD(m1)"})
    void theFinalResultIsASeries(String expression) {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> Metrics.metric("m1", "1").result(expression))
                .withMessageContaining("The result is a number (S)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\"", "REPEAT", "m1 + DESC"})
    void textsAndKeywordsAreArgumentsOnly(String expression) {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> Metrics.metric("m1", "1").result(expression))
                .withMessageContaining("argument");
    }

    @Test
    void anExpressionHasAtMost2048Characters() {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> MathExpression.parse("1+".repeat(1024) + "1"))
                .withMessageContaining("1 to 2048").withMessageContaining("2049");
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> MathExpression.parse("  "));
    }

    @Test
    void nestingEndsInAnErrorAndNotInAStackOverflow() {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> MathExpression.parse("(".repeat(2000)))
                .withMessageContaining("at most 100 levels");
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> MathExpression.parse("-".repeat(2000)))
                .withMessageContaining("at most 100 levels");
    }

    @Test
    void aNumberIsNotTooLarge() {
        assertThatExceptionOfType(MathException.class).isThrownBy(() -> MathExpression.parse("m1 * 1e999"))
                .withMessageContaining("1e999 is too large");
    }

    @Test
    void tellsWhatItUses() {
        MathExpression expression = MathExpression.parse("IF(m1 > AVG(m2), FILL(e1, 0))");

        assertThat(expression.references()).containsExactly("e1", "m1", "m2");
        assertThat(expression.functions()).containsExactly("AVG", "FILL", "IF");
    }
}
