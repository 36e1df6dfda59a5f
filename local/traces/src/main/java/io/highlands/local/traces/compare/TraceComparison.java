// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.traces.compare;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.highlands.local.traces.compare.Proportions.Certainty;

/**
 * What selected traces have in common that the others do not have: attributes of any of their spans that a larger share of the
 * selected traces has. The idea is that of Honeycomb's BubbleUp and of Datadog's Tag Analysis, which
 * draw the values of each attribute for a selection beside those of the rest.
 *
 * <p>
 * An attribute is given only where chance alone would make such a difference less than once in 1,000 times
 * ({@link Proportions}), and less than once in 20 among all values that are compared, by Bonferroni's method (NIST/SEMATECH
 * e-Handbook of Statistical Methods, 7.4.7.3): of a thousand names of threads one is always one in a thousand. Left out are values that one trace alone has, such as ids and times, and of a key with more than 100 values those that fewer traces
 * have.
 *
 * @param selected how many traces are selected
 * @param others how many are not
 * @param attributes at most 20 attributes, those first whose shares are furthest apart
 * @see <a href="https://docs.honeycomb.io/investigate/analyze/identify-outliers/">Honeycomb, BubbleUp</a>
 * @see <a href="https://www.datadoghq.com/blog/tag-analysis">Datadog, Tag Analysis</a>
 */
public record TraceComparison(int selected, int others, List<AttributeShare> attributes) {

    /** How many attributes are given at most. */
    public static final int MAX_ATTRIBUTES = 20;

    /** How many values of a key are compared. */
    static final int MAX_VALUES = 100;

    /** How likely chance may make it that any value is given which should not be. */
    private static final double ANY_BY_CHANCE = 0.05;

    /** What one trace alone has names it. */
    private static final int MIN_TRACES = 2;

    private static final Comparator<AttributeShare> BY_TRACES = Comparator
            .comparingInt((AttributeShare share) -> share.selected() + share.others()).reversed()
            .thenComparing(share -> share.attribute().key()).thenComparing(share -> share.attribute().value());

    /** Keeps the attributes as they are now. */
    public TraceComparison {
        attributes = List.copyOf(attributes);
    }

    /**
     * Compares traces.
     *
     * @param traces all of them
     * @param selection which are selected
     * @return what those have in common
     */
    public static TraceComparison of(List<TraceSample> traces, Predicate<TraceSample> selection) {
        Map<Boolean, List<TraceSample>> parts = traces.stream().collect(Collectors.partitioningBy(selection));
        List<TraceSample> selected = parts.get(true);
        List<TraceSample> others = parts.get(false);
        Map<SpanAttribute, Integer> ofSelected = count(selected);
        Map<SpanAttribute, Integer> ofOthers = count(others);
        List<AttributeShare> compared = ofSelected.keySet().stream().collect(Collectors.groupingBy(SpanAttribute::key))
                .values().stream()
                .flatMap(values -> values.stream()
                        .map(value -> new AttributeShare(value, ofSelected.get(value), ofOthers.getOrDefault(value, 0),
                                false))
                        .sorted(BY_TRACES).limit(MAX_VALUES))
                .filter(share -> share.selected() + share.others() >= MIN_TRACES).toList();
        List<AttributeShare> shares = compared.stream()
                .filter(share -> Proportions.of(share.selected(), selected.size(), share.others(),
                        others.size()) == Certainty.ONE_IN_A_THOUSAND)
                .filter(share -> Proportions.exact(share.selected(), selected.size(), share.others(), others.size())
                        * compared.size() <= ANY_BY_CHANCE)
                .sorted(Comparator.comparingDouble((AttributeShare share) -> difference(share, selected, others))
                        .reversed().thenComparing(BY_TRACES))
                .limit(MAX_ATTRIBUTES).map(share -> placed(share, selected)).toList();
        return new TraceComparison(selected.size(), others.size(), shares);
    }

    private static Map<SpanAttribute, Integer> count(List<TraceSample> traces) {
        Map<SpanAttribute, Integer> counts = new HashMap<>();
        traces.forEach(trace -> trace.attributes().forEach(attribute -> counts.merge(attribute, 1, Integer::sum)));
        return counts;
    }

    private static double difference(AttributeShare share, List<TraceSample> selected, List<TraceSample> others) {
        return (double) share.selected() / selected.size() - (double) share.others() / others.size();
    }

    /** The share, with whether the span that counts has the attribute. */
    private static AttributeShare placed(AttributeShare share, List<TraceSample> selected) {
        Stream<TraceSample> having = selected.stream().filter(trace -> trace.attributes().contains(share.attribute()));
        boolean isOfSpan = having
                .allMatch(trace -> SpanAttribute.of(List.of(trace.span())).contains(share.attribute()));
        return new AttributeShare(share.attribute(), share.selected(), share.others(), isOfSpan);
    }
}
