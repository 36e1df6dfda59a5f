// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.monitor;

import io.highlands.dashboards.cloudwatch.measure.Numbers;
import io.highlands.dashboards.datadog.query.Expression;

/**
 * One condition on one expression: what becomes a metric monitor.
 *
 * @param part
 *            end of the monitor's name where several conditions make one alert: {@code 1h}, {@code cpu}
 * @param window
 *            over what it is looked at
 * @param expression
 *            what is watched
 * @param comparison
 *            how it is compared
 * @param threshold
 *            with what
 * @param silence
 *            minutes without data after which somebody is told of that; 0 for never
 */
record Condition(String part, Window window, Expression expression, Comparison comparison, double threshold,
        int silence) {

    static Condition above(String part, Window window, Expression expression, double threshold) {
        return new Condition(part, window, expression, Comparison.ABOVE, threshold, 0);
    }

    static Condition atLeast(String part, Window window, Expression expression, double threshold) {
        return new Condition(part, window, expression, Comparison.AT_LEAST, threshold, 0);
    }

    static Condition below(String part, Window window, Expression expression, double threshold) {
        return new Condition(part, window, expression, Comparison.BELOW, threshold, 0);
    }

    /** The same, with somebody told where there has been no data for that long: where silence is the fault itself. */
    Condition orSilentFor(int minutes) {
        return new Condition(part, window, expression, comparison, threshold, minutes);
    }

    /** Whether it reads anything that comes by way of AWS, and so comes late. */
    boolean late() {
        return expression.queries().values().stream().anyMatch(query -> !query.metric().startsWith("trace."));
    }

    /** As Datadog reads it. */
    String query() {
        return "%s:%s %s %s".formatted(window.text(), expression.text(), comparison.sign(), Numbers.plain(threshold));
    }
}
