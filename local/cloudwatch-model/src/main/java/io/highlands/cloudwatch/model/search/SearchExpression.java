// SPDX-License-Identifier: Apache-2.0
package io.highlands.cloudwatch.model.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The first argument of {@code SEARCH}: an optional schema in braces and an optional term.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html">CloudWatch
 *      search expression syntax</a>
 */
public final class SearchExpression {

    /** Longest search expression, in characters. */
    public static final int MAX_LENGTH = 1024;

    /** Most metrics that one search returns. */
    public static final int MAX_RESULTS = 500;

    private final String text;

    private final Optional<Schema> schema;

    private final SearchTerm term;

    SearchExpression(String text, Optional<Schema> schema, SearchTerm term) {
        this.text = text;
        this.schema = schema;
        this.term = term;
    }

    /**
     * Reads a search expression.
     *
     * @param text such as {@code {AWS/ECS,ClusterName} MetricName="CPUUtilization"}
     * @return the expression
     * @throws SearchException when it cannot be read
     */
    public static SearchExpression parse(String text) {
        return new SearchParser(text).parse();
    }

    /**
     * Whether a metric is among those searched for.
     *
     * @param metric the metric
     * @return true when schema and term both fit
     */
    public boolean matches(MetricName metric) {
        return schema.map(s -> s.matches(metric)).orElse(true) && term.matches(metric);
    }

    /**
     * The metrics searched for.
     *
     * @param metrics all metrics there are, in the order in which they are to be returned
     * @return those that fit, no more than {@link #MAX_RESULTS}
     */
    public List<MetricName> select(List<MetricName> metrics) {
        return metrics.stream().filter(this::matches).limit(MAX_RESULTS).toList();
    }

    @Override
    public String toString() {
        return text;
    }

    /**
     * A namespace and the dimension names that a metric has, no fewer and no more.
     *
     * @param namespace the namespace
     * @param dimensions names of the dimensions; none means that any dimensions will do
     */
    record Schema(String namespace, Set<String> dimensions) {

        boolean matches(MetricName metric) {
            return metric.namespace().equals(namespace)
                    && (dimensions.isEmpty() || metric.dimensions().keySet().equals(dimensions));
        }
    }
}
