// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.highlands.cloudwatch.model.series.TimeSeries;

/**
 * A metric math expression such as {@code 100 * FILL(errors, 0) / requests}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html">Using math
 *      expressions with CloudWatch metrics</a>
 */
public final class MathExpression {

    /** Longest expression, in characters (API_MetricDataQuery). */
    public static final int MAX_LENGTH = 2048;

    private final String text;

    private final Node root;

    private MathExpression(String text, Node root) {
        this.text = text;
        this.root = root;
    }

    /**
     * Reads an expression.
     *
     * @param text the expression
     * @return the expression, ready to be computed
     * @throws MathException when it cannot be read; the message names the function or the character
     */
    public static MathExpression parse(String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new MathException(0,
                    "An expression has 1 to " + MAX_LENGTH + " characters, not " + text.strip().length());
        }
        if (text.strip().startsWith("SELECT ")) {
            throw new MathException(0, "SELECT begins a Metrics Insights query, and those are not available here");
        }
        return new MathExpression(text, Parser.parse(text));
    }

    /**
     * The ids of metrics and expressions that it uses by name.
     *
     * @return the ids
     */
    public Set<String> references() {
        Set<String> ids = new TreeSet<>();
        root.all().forEach(node -> {
            if (node instanceof Node.Reference reference) {
                ids.add(reference.id());
            }
        });
        return ids;
    }

    /**
     * The functions that it calls.
     *
     * @return their names
     */
    public Set<String> functions() {
        Set<String> names = new TreeSet<>();
        root.all().forEach(node -> {
            if (node instanceof Node.Call call) {
                names.add(call.name());
            }
        });
        return names;
    }

    /**
     * Computes the expression by itself.
     *
     * @param inputs the metrics
     * @return one series or, where the result is an array, any number
     * @throws MathException when types do not fit or the result is a number
     */
    public List<TimeSeries> evaluate(MathInputs inputs) {
        return series(evaluate(inputs, Map.of()));
    }

    Value evaluate(MathInputs inputs, Map<String, Value> expressions) {
        Evaluator evaluator = new Evaluator(inputs, expressions);
        Value value = evaluator.evaluate(root);
        if (value instanceof Value.Scalar) {
            throw new MathException(root.position(),
                    "The result is a number (S), and has to be a series (TS) or an array of series (TS[])");
        }
        return evaluator.dropped() ? dropped(value) : value;
    }

    private static Value dropped(Value value) {
        return switch (value) {
            case Value.Series(TimeSeries series) -> new Value.Series(series.withDroppedPoints());
            case Value.SeriesArray(List<TimeSeries> array) -> Arithmetic.each(array, TimeSeries::withDroppedPoints);
            case Value.Scalar _ -> value;
        };
    }

    static List<TimeSeries> series(Value value) {
        return switch (value) {
            case Value.Series(TimeSeries series) -> List.of(series);
            case Value.SeriesArray(List<TimeSeries> array) -> array;
            case Value.Scalar scalar -> throw new IllegalStateException(scalar.type());
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
