// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.math;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All functions by name, those that are refused included. */
final class Functions {

    private static final Set<String> REFUSED = Set.of("ANOMALY_DETECTION_BAND", "DB_PERF_INSIGHTS",
            "INSIGHT_RULE_METRIC", "LAMBDA", "SERVICE_QUOTA");

    private static final Set<String> KEYWORDS = Set.of("REPEAT", "LINEAR", "ASC", "DESC", "AVG", "MIN", "MAX", "SUM");

    private static final Map<String, FunctionSpec> ALL = new TreeMap<>();

    static {
        Stream.of(PointFunctions.values()).forEach(f -> add(f.name(), 1, 1, f));
        Stream.of(AggregateFunctions.values()).forEach(f -> add(f.name(), 1, 1, f));
        Stream.of(CalendarFunctions.values()).forEach(f -> add(f.name(), 1, 1, f));
        Stream.of(ChangeFunctions.values()).forEach(f -> add(f.name(), 1, 1, f));
        add("METRICS", 0, 1, ArrayFunctions::metrics);
        add("METRIC_COUNT", 1, 1, ArrayFunctions::metricCount);
        add("FIRST", 1, 1, ArrayFunctions::first);
        add("LAST", 1, 1, ArrayFunctions::last);
        add("SLICE", 2, 3, ArrayFunctions::slice);
        add("SORT", 3, 4, ArrayFunctions::sort);
        add("REMOVE_EMPTY", 1, 1, ArrayFunctions::removeEmpty);
        add("PERIOD", 1, 1, ArrayFunctions::period);
        add("TIME_SERIES", 1, 1, FillFunction::timeSeries);
        add("FILL", 2, 2, FillFunction::fill);
        add("IF", 2, 3, IfFunction::apply);
        add("SEARCH", 2, 3, SearchFunction::apply);
    }

    private Functions() {
    }

    static FunctionSpec find(Token name) {
        FunctionSpec spec = ALL.get(name.text());
        if (spec != null) {
            return spec;
        }
        if (REFUSED.contains(name.text())) {
            throw new MathException(name.position(),
                    name.text() + " is a function of CloudWatch that is not available here");
        }
        throw new MathException(name.position(), "'" + name.text() + "' is not a function of metric math: allowed are "
                + String.join(", ", ALL.keySet()));
    }

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word);
    }

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    private static void add(String name, int fewest, int most, MathFunction function) {
        ALL.put(name, new FunctionSpec(name, fewest, most, function));
    }
}
