// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MathQueriesTest {

    private final Metrics metrics = Metrics.metric("m1", "1 2").and("m2", "3 4");

    @Test
    void expressionsUseEachOtherInAnyOrder() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("e1", "e2 * 10");
        texts.put("e2", "m1 + m2");

        var results = MathQueries.parse(texts).evaluate(metrics.inputs());

        assertThat(results.keySet()).containsExactly("e1", "e2");
        assertThat(results.get("e1").getFirst().values()).containsExactly(40, 60);
    }

    @Test
    void anArrayStaysAnArray() {
        var results = MathQueries.parse(Map.of("e1", "METRICS() * 2", "e2", "SUM(e1)")).evaluate(metrics.inputs());

        assertThat(results.get("e1")).hasSize(2);
        assertThat(results.get("e2").getFirst().values()).containsExactly(8, 12);
    }

    @Test
    void metricsLeavesExpressionsOut() {
        var results = MathQueries.parse(Map.of("e1", "m1 * 100", "e2", "SUM(METRICS())")).evaluate(metrics.inputs());

        assertThat(results.get("e2").getFirst().values()).containsExactly(4, 6);
    }

    @Test
    void aCircleIsRefusedAndNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MathQueries.parse(Map.of("e1", "e2 + 1", "e2", "e1 + 1")))
                .withMessageContaining("circle").withMessageContaining("e1").withMessageContaining("e2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"E1", "1e", "_e", "e-1", ""})
    void anIdStartsWithALowerCaseLetter(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> MathQueries.parse(Map.of(id, "m1")))
                .withMessageContaining("lower-case letter");
    }

    @Test
    void everyExpressionReturnsSeries() {
        assertThatExceptionOfType(MathException.class)
                .isThrownBy(() -> MathQueries.parse(Map.of("e1", "SUM(m1)")).evaluate(metrics.inputs()));
    }

    @Test
    void theDocumentedFunctionsAreAllThere() {
        assertThat(Functions.names()).containsExactlyInAnyOrderElementsOf(List.of("ABS", "AVG", "CEIL",
                "DATAPOINT_COUNT",
                "DATE", "DAY", "DIFF", "DIFF_TIME", "EPOCH", "FILL", "FIRST", "FLOOR", "HOUR", "IF", "LAST", "LOG",
                "LOG10", "MAX", "METRICS", "METRIC_COUNT", "MIN", "MINUTE", "MONTH", "PERIOD", "RATE", "REMOVE_EMPTY",
                "RUNNING_SUM", "SEARCH", "SLICE", "SORT", "STDDEV", "SUM", "TIME_SERIES", "YEAR"));
    }
}
