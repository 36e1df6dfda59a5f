// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.query;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import io.highlands.dashboards.cloudwatch.measure.Numbers;
import io.highlands.telemetry.Unit;

/**
 * Metrics that Datadog makes of one agent's spans of one operation, sampled or not (Datadog, <em>Trace metrics</em>). A
 * service has one agent at a time, so of the other agent's there are none, and a dashboard draws none.
 *
 * @param agent
 *            whose spans
 * @param operation
 *            name of the operation
 * @param tags
 *            tags that a series has to have
 */
record AgentTraces(String agent, String operation, SequencedMap<String, String> tags) {

    /** How many there were. */
    Query hits() {
        return count("hits", tags);
    }

    /** How many were answered, and not with 5xx. */
    Query well() {
        SequencedMap<String, String> answered = new LinkedHashMap<>(tags);
        answered.put("!http.status_class", "5xx");
        return count("hits.by_http_status", answered);
    }

    /** How many took longer. */
    Query slowerThan(Duration limit) {
        return new Query("count(v: v>%s)".formatted(Numbers.plain(limit.toMillis() / 1000.0)), "trace." + operation,
                tags, List.of(),
                true);
    }

    /** How many there were, as a line. */
    Expression rate() {
        return Expression.of(agent, Unit.COUNT, hits());
    }

    /** How many there were of each resource, which is method and route. */
    Expression rateByRoute() {
        return Expression.of(agent, Unit.COUNT, hits().by("resource_name"));
    }

    /**
     * How many were not answered, or with 5xx. Not the metric {@code errors}: on calls dd-java-agent counts 4xx
     * there and no 5xx, the OpenTelemetry agent both.
     */
    Expression failed() {
        return Expression.of(agent, Unit.COUNT, "all - default_zero(well)").with("all", hits()).with("well", well());
    }

    /** Share of them that failed. */
    Expression failedPercent() {
        return Expression.of(agent, Unit.PERCENT, "100 * (all - default_zero(well)) / all").with("all", hits())
                .with("well", well());
    }

    /**
     * Their time in milliseconds; the metric is a distribution of seconds.
     *
     * @param aggregator
     *            {@code avg} or a percentile such as {@code p95}
     */
    Expression time(String aggregator) {
        return Expression.of(agent + " " + aggregator, Unit.MILLISECONDS, "1000 * seconds").with("seconds",
                new Query(aggregator, "trace." + operation, tags, List.of(), false));
    }

    private Query count(String suffix, SequencedMap<String, String> scope) {
        return new Query("sum", "trace." + operation + "." + suffix, scope, List.of(), true);
    }
}
