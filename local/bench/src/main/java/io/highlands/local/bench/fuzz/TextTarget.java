// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import io.highlands.cloudwatch.model.math.MathException;
import io.highlands.cloudwatch.model.math.MathExpression;
import io.highlands.cloudwatch.model.math.MathInputs;
import io.highlands.cloudwatch.model.series.Range;
import io.highlands.cloudwatch.model.series.TimeSeries;
import io.highlands.local.logs.FilterPattern;
import io.highlands.local.logs.LogsException;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.RunbookException;

/** A parser of texts. */
final class TextTarget implements FuzzTarget {

    private final Grammar grammar;
    private final UnaryOperator<String> parser;

    private TextTarget(String grammar, UnaryOperator<String> parser) {
        this.grammar = Grammar.read(grammar);
        this.parser = parser;
    }

    static TextTarget filterPattern() {
        return new TextTarget("filter-pattern", text -> {
            try {
                FilterPattern pattern = FilterPattern.parse(text);
                return FuzzWorld.LINES.stream().filter(pattern::matches).count() + " lines";
            } catch (LogsException refused) {
                return refused.getMessage();
            }
        });
    }

    static TextTarget metricMath() {
        Range range = new Range(FuzzWorld.NOW.minusSeconds(1_200), Duration.ofMinutes(1), 20);
        Map<String, TimeSeries> metrics = new LinkedHashMap<>();
        metrics.put("m1", TimeSeries.of("one", range, 1, 2, 0, -4, Double.NaN, 6, 7, 8, 9, 1e300));
        metrics.put("m2", TimeSeries.of("two", range, 0, 0, 5));
        metrics.put("m3", TimeSeries.empty("three", Duration.ofMinutes(1)));
        return new TextTarget("metric-math", text -> {
            try {
                return MathExpression.parse(text).evaluate(new MathInputs(range, metrics)).size() + " series";
            } catch (MathException refused) {
                return refused.getMessage();
            }
        });
    }

    static TextTarget runbook() {
        return new TextTarget("runbook", text -> {
            try {
                return Runbook.parse("fuzz", text).steps("Diagnosis").size() + " steps";
            } catch (RunbookException refused) {
                return refused.getMessage();
            }
        });
    }

    @Override
    public byte[] input(RandomGenerator random) {
        return Mutation.of(grammar.text(random, random.nextInt(4) == 0), random).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String take(byte[] input) {
        return parser.apply(shown(input));
    }
}
