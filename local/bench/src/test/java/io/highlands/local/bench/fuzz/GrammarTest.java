// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GrammarTest {

    @ParameterizedTest
    @ValueSource(strings = {"alarm-rule", "aws", "dashboard", "datadog", "datadog-table", "environment",
            "filter-pattern", "http", "insights", "metric-math", "otlp", "runbook", "template"})
    void theSameSeedMakesTheSameTextAndAnotherAnother(String name) {
        Grammar grammar = Grammar.read(name);

        assertThat(text(grammar, 1)).isEqualTo(text(grammar, 1));
        assertThat(text(grammar, 1)).isNotEqualTo(text(grammar, 2));
    }

    private static String text(Grammar grammar, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            texts.append(grammar.text(random, i % 2 == 0)).append('\n');
        }
        return texts.toString();
    }
}
