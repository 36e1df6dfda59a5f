// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.cloudwatch.model.series.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SearchFunctionTest {

    private final Metrics metrics = Metrics.metric("m1", "1 2");

    private final List<String> asked = new ArrayList<>();

    private final MathInputs inputs = new MathInputs(metrics.range(), Map.of(),
            Optional.of((query, statistic, period) -> {
                asked.add(query + " " + statistic.name() + " " + period);
                return List.of(TimeSeries.of("a", metrics.range(), 1, 2), TimeSeries.of("b", metrics.range(), 3, 4));
            }));

    @Test
    void findsSeriesToComputeWith() {
        MathExpression expression = MathExpression
                .parse("SUM(SEARCH(' {AWS/ECS,ClusterName} MetricName=\"Errors\" ', 'Sum', 300))");

        assertThat(expression.evaluate(inputs).getFirst().values()).containsExactly(4, 6);
        assertThat(asked).containsExactly("{AWS/ECS,ClusterName} MetricName=\"Errors\" Sum PT5M");
    }

    @Test
    void withoutAPeriodTakesThatOfTheRequest() {
        MathExpression.parse("SEARCH('cpu', 'p99')").evaluate(inputs);

        assertThat(asked).containsExactly("cpu p99 " + Duration.ofMinutes(1));
    }

    @Test
    void isRefusedWhereThereIsNoSearch() {
        assertThatExceptionOfType(MathException.class)
                .isThrownBy(() -> metrics.results("SEARCH('cpu', 'Sum', 60)"))
                .withMessageContaining("SEARCH is not allowed here");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {"SEARCH('', 'Sum', 60) | a word to search for",
            "SEARCH('cpu', 'Mean', 60) | 'Mean' is not a statistic", "SEARCH('cpu', 'Sum', 0.5) | whole seconds",
            "SEARCH(cpu, 'Sum', 60) | in quotes"})
    void badArgumentsAreNamed(String expression, String message) {
        assertThatExceptionOfType(MathException.class)
                .isThrownBy(() -> MathExpression.parse(expression).evaluate(inputs))
                .withMessageContaining("of SEARCH").withMessageContaining(message);
    }
}
