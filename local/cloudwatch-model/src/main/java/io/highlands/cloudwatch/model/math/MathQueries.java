// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.highlands.cloudwatch.model.series.TimeSeries;

/** The expressions of one request, which may use each other by id, in whatever order they are written. */
public final class MathQueries {

    private final Map<String, MathExpression> expressions;

    private final List<String> order;

    private MathQueries(Map<String, MathExpression> expressions, List<String> order) {
        this.expressions = expressions;
        this.order = order;
    }

    /**
     * Reads the expressions of a request.
     *
     * @param texts the expressions by id
     * @return the expressions, ready to be computed
     * @throws MathException when one cannot be read
     * @throws IllegalArgumentException when an id is not one, or expressions need each other in a circle
     */
    public static MathQueries parse(Map<String, String> texts) {
        Map<String, MathExpression> expressions = new LinkedHashMap<>();
        texts.forEach((id, text) -> expressions.put(requireId(id), MathExpression.parse(text)));
        List<String> order = new ArrayList<>();
        for (String id : expressions.keySet()) {
            visit(id, expressions, new LinkedHashSet<>(), order);
        }
        return new MathQueries(expressions, order);
    }

    /**
     * Checks an id: it starts with a lower-case letter and goes on with letters, digits and underscores.
     *
     * @param id the id of a metric or an expression
     * @return the id
     */
    public static String requireId(String id) {
        if (!id.matches("[a-z][A-Za-z0-9_]{0,254}")) {
            throw new IllegalArgumentException(
                    "'" + id + "' is not an id: it starts with a lower-case letter and has up "
                            + "to 255 letters, digits and underscores");
        }
        return id;
    }

    private static void visit(String id, Map<String, MathExpression> expressions, Set<String> path,
            List<String> order) {
        if (order.contains(id) || !expressions.containsKey(id)) {
            return;
        }
        if (!path.add(id)) {
            throw new IllegalArgumentException(
                    "Expressions need each other in a circle: " + String.join(" -> ", path) + " -> " + id);
        }
        expressions.get(id).references().forEach(reference -> visit(reference, expressions, path, order));
        path.remove(id);
        order.add(id);
    }

    /**
     * The expressions by id, in the order of the request.
     *
     * @return the expressions
     */
    public Map<String, MathExpression> expressions() {
        return Collections.unmodifiableMap(expressions);
    }

    /** {@return the ids of the expressions, each after those that it uses} */
    public List<String> order() {
        return Collections.unmodifiableList(order);
    }

    /**
     * Computes all expressions.
     *
     * @param inputs the metrics
     * @return the series of each expression, by id, in the order of the request
     */
    public Map<String, List<TimeSeries>> evaluate(MathInputs inputs) {
        Map<String, List<TimeSeries>> series = new LinkedHashMap<>();
        results(inputs).forEach((id, result) -> series.put(id, result.series()));
        return series;
    }

    /**
     * Computes all expressions.
     *
     * @param inputs the metrics
     * @return the result of each expression, by id, in the order of the request
     */
    public Map<String, Result> results(MathInputs inputs) {
        Map<String, Value> values = new HashMap<>();
        for (String id : order) {
            values.put(id, expressions.get(id).evaluate(inputs, values));
        }
        Map<String, Result> results = new LinkedHashMap<>();
        expressions.keySet().forEach(id -> results.put(id, new Result(MathExpression.series(values.get(id)),
                values.get(id) instanceof Value.SeriesArray)));
        return results;
    }

    /**
     * What one expression computes to.
     *
     * @param series one series, or those of the array
     * @param array whether the result is an array (TS[]), perhaps of one series, and not a series (TS)
     */
    public record Result(List<TimeSeries> series, boolean array) {}
}
