// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.measure;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;

/**
 * CloudWatch metric math over measures.
 *
 * @param expression
 *            the expression; it names its inputs by id, a lower-case letter first
 * @param inputs
 *            the measures by id
 * @param period
 *            over what it is computed, a multiple of 60 s
 * @param label
 *            what it is called on a dashboard
 */
public record Formula(String expression, SequencedMap<String, Measure> inputs, Duration period,
        String label) implements Measure {

    public Formula {
        inputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(inputs));
    }

    /**
     * A formula over minutes.
     *
     * @param label
     *            what it is called on a dashboard
     * @param expression
     *            the expression; its inputs follow by {@link #with}
     */
    public static Formula of(String label, String expression) {
        return new Formula(expression, new LinkedHashMap<>(), MetricStat.MINUTE, label);
    }

    /** The same formula with one more input. */
    public Formula with(String id, Measure input) {
        SequencedMap<String, Measure> more = new LinkedHashMap<>(inputs);
        if (more.put(id, input) != null) {
            throw new IllegalArgumentException("id %s is taken in %s".formatted(id, expression));
        }
        return new Formula(expression, more, period, label);
    }

    /**
     * A count, and 0 where only the other metric has a value: what is published when it is not zero, beside what shows
     * that somebody was there to publish it. Where neither has a value there is none, and a dashboard stays blank. Metric
     * math counts a missing operand as 0 and leaves out what has no operand at all.
     *
     * @param count
     *            what is shown
     * @param witness
     *            what has a value wherever a missing count is none
     */
    public static Formula orZero(MetricStat count, Measure witness) {
        return of(count.label(), "count + 0 * witness").with("count", count).with("witness", witness);
    }

    /**
     * Every metric whose names and dimensions match, also those that do not exist yet. Not for alarms, which CloudWatch
     * does not let search.
     *
     * @param label
     *            what the lines are called, with CloudWatch's dynamic parts:
     *            {@code ${PROP('Dim.ContainerName')}}
     * @param schema
     *            namespace and names of dimensions: {@code AWS/ECS,ClusterName,ServiceName}
     * @param terms
     *            what has to match
     * @param statistic
     *            CloudWatch's name of the statistic
     */
    public static Formula search(String label, String schema, String terms, String statistic) {
        return of(label, "SEARCH('{%s} %s', '%s')".formatted(schema, terms, statistic));
    }

    @Override
    public Formula labelled(String other) {
        return new Formula(expression, inputs, period, other);
    }

    @Override
    public Formula over(Duration other) {
        SequencedMap<String, Measure> changed = new LinkedHashMap<>();
        inputs.forEach((id, input) -> changed.put(id, input.over(other)));
        return new Formula(expression, changed, other, label);
    }

    /** This formula as one expression over metrics, whose ids the given table gives. */
    public String flatten(MetricIds ids) {
        Map<String, String> replacements = new LinkedHashMap<>();
        inputs.forEach((id, input) -> replacements.put(id, switch (input) {
            case MetricStat metric -> ids.idOf(metric, id);
            case Formula formula -> Expressions.asOperand(formula.flatten(ids));
        }));
        return Expressions.replaceIds(expression, replacements);
    }

    @Override
    public IMetric metric() {
        var ids = new MetricIds();
        String flat = flatten(ids);
        Map<String, IMetric> metrics = new LinkedHashMap<>();
        ids.metrics().forEach((id, metric) -> metrics.put(id, metric.metric()));
        return MathExpression.Builder.create().expression(flat).usingMetrics(metrics).label(label)
                .period(software.amazon.awscdk.Duration.seconds(period.toSeconds())).build();
    }
}
