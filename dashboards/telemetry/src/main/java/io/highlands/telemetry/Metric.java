// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A metric: what is measured, apart from of what.
 *
 * @param source who publishes it
 * @param name in CloudWatch
 * @param unit of its samples
 * @param kind what a data point holds
 * @param dimensionSets every combination of dimensions that it is published with; any other finds no data
 * @param meaning in a sentence
 */
public record Metric(Source source, String name, Unit unit, Kind kind, List<Set<Dimension>> dimensionSets,
        String meaning) {

    public Metric {
        dimensionSets = dimensionSets.stream().map(Set::copyOf).toList();
    }

    static Metric of(Source source, String name, Unit unit, Kind kind, String meaning, Dimension... dimensions) {
        return new Metric(source, name, unit, kind, List.of(Set.of(dimensions)), meaning);
    }

    /** This metric, published with these dimensions too. */
    Metric and(Dimension... dimensions) {
        var sets = new ArrayList<>(dimensionSets);
        sets.add(Set.of(dimensions));
        return new Metric(source, name, unit, kind, sets, meaning);
    }

    /**
     * One series of this metric.
     *
     * @param dimensions a value per dimension
     * @return the series
     * @throws IllegalArgumentException if the metric is not published with this set of dimensions
     */
    public Series with(Map<Dimension, String> dimensions) {
        if (!dimensionSets.contains(dimensions.keySet())) {
            throw new IllegalArgumentException(
                    source.pattern() + " " + name + " by " + sorted(dimensions.keySet()) + "; published by "
                            + dimensionSets.stream().map(Metric::sorted).toList());
        }
        return new Series(this, dimensions.isEmpty() ? Map.of() : new EnumMap<>(dimensions));
    }

    /** One series of a metric with one dimension. */
    public Series with(Dimension one, String value) {
        return with(Map.of(one, value));
    }

    /** One series of a metric with two dimensions. */
    public Series with(Dimension one, String value, Dimension two, String second) {
        return with(Map.of(one, value, two, second));
    }

    /** One series of a metric with three dimensions. */
    public Series with(Dimension one, String value, Dimension two, String second, Dimension three, String third) {
        return with(Map.of(one, value, two, second, three, third));
    }

    /** Dimensions in the order of their declaration. */
    static List<Dimension> sorted(Set<Dimension> dimensions) {
        return dimensions.isEmpty()
                ? List.of()
                : EnumSet.copyOf(dimensions).stream().sorted(Comparator.naturalOrder()).toList();
    }
}
