// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.search;

import java.util.List;
import java.util.stream.Stream;

/** What a metric's names have to hold. */
sealed interface SearchTerm {

    /** Whether the metric fits. */
    boolean matches(MetricName metric);

    /** Fits every metric: a search with a schema alone. */
    record Anything() implements SearchTerm {

        @Override
        public boolean matches(MetricName metric) {
            return true;
        }
    }

    /** Both have to fit. */
    record And(SearchTerm left, SearchTerm right) implements SearchTerm {

        @Override
        public boolean matches(MetricName metric) {
            return left.matches(metric) && right.matches(metric);
        }
    }

    /** One has to fit. */
    record Or(SearchTerm left, SearchTerm right) implements SearchTerm {

        @Override
        public boolean matches(MetricName metric) {
            return left.matches(metric) || right.matches(metric);
        }
    }

    /** It must not fit. */
    record Not(SearchTerm term) implements SearchTerm {

        @Override
        public boolean matches(MetricName metric) {
            return !term.matches(metric);
        }
    }

    /**
     * A text that a name, a namespace or a dimension has to contain or to equal.
     *
     * @param property {@code MetricName}, {@code Namespace} or a dimension's name; empty searches all of a metric
     * @param text what is searched for
     * @param exact whether it stood in double quotes, so that the whole string has to be equal
     */
    record Word(String property, String text, boolean exact) implements SearchTerm {

        @Override
        public boolean matches(MetricName metric) {
            return candidates(metric).anyMatch(exact ? text::equals : name -> Tokens.match(text, name));
        }

        private Stream<String> candidates(MetricName metric) {
            return switch (property) {
                case "" -> Stream.of(List.of(metric.namespace(), metric.name()), metric.dimensions().keySet(),
                        metric.dimensions().values()).flatMap(names -> names.stream());
                case "MetricName" -> Stream.of(metric.name());
                case "Namespace" -> Stream.of(metric.namespace());
                default -> Stream.ofNullable(metric.dimensions().get(property));
            };
        }
    }
}
