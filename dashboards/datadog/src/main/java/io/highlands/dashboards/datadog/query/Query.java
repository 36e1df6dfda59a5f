// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import io.highlands.dashboards.cloudwatch.measure.MetricStat;

/**
 * One query of one metric.
 *
 * @param aggregator
 *            how series are made one: {@code sum}, {@code avg}, {@code p95}
 * @param metric
 *            name of the metric
 * @param tags
 *            tags that a series has to have, in order; a name that begins with {@code !} must not have the value
 * @param by
 *            tags to make one line each of; none for one line
 * @param count
 *            whether it is a number of things, which adds up over time
 */
public record Query(String aggregator, String metric, SequencedMap<String, String> tags, List<String> by,
        boolean count) {

    private static final List<String> COUNTS = List.of("Sum", "SampleCount");

    public Query {
        tags = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tags));
        by = List.copyOf(by);
    }

    /** A statistic of a CloudWatch metric, as Datadog's AWS integration brings it. */
    public static Query of(MetricStat stat) {
        String aggregator = switch (stat.statistic()) {
            case "Sum", "SampleCount" -> "sum";
            case "Maximum" -> "max";
            case "Minimum" -> "min";
            default -> "avg";
        };
        return new Query(aggregator, MetricNames.of(stat), MetricNames.tags(stat), List.of(),
                COUNTS.contains(stat.statistic()));
    }

    /** The same with one line for each value of the tag. */
    Query by(String tag) {
        return new Query(aggregator, metric, tags, List.of(tag), count);
    }

    /** As Datadog reads it. */
    public String text() {
        String scope = tags.entrySet().stream().map(tag -> tag.getKey() + ":" + tag.getValue())
                .collect(Collectors.joining(","));
        String where = scope.isEmpty() ? "*" : scope;
        String groups = by.isEmpty() ? "" : " by {" + String.join(",", by) + "}";
        return aggregator + ":" + metric + "{" + where + "}" + groups + (count ? ".as_count()" : "");
    }
}
