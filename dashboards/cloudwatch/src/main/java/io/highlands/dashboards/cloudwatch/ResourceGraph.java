// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

import java.util.List;
import java.util.Optional;

import io.highlands.telemetry.Series;

/**
 * Metrics of a resource that one panel draws.
 *
 * @param title
 *            what the panel shows, without the resource's name
 * @param lines
 *            at least one; all have the unit of the first
 * @param limit
 *            where the resource's alarm fires on the first line, if it does
 */
public record ResourceGraph(String title, List<Line> lines, Optional<Limit> limit) {

    public ResourceGraph {
        lines = List.copyOf(lines);
    }

    /** A panel that no alarm watches. */
    public ResourceGraph(String title, Line... lines) {
        this(title, List.of(lines), Optional.empty());
    }

    /** The same panel, with an alarm on its first line. */
    public ResourceGraph with(Limit other) {
        return new ResourceGraph(title, lines, Optional.of(other));
    }

    /**
     * One statistic of one metric.
     *
     * @param label
     *            what it is called
     * @param series
     *            the metric and its dimensions
     * @param statistic
     *            CloudWatch's name of the statistic, such as {@code Maximum}
     */
    public record Line(String label, Series series, String statistic) {}

    /**
     * Where an alarm fires: at that value or above it, in that many minutes one after the other. A minute without data
     * does not breach.
     *
     * @param part
     *            end of the alarm's name, as a resource may have several
     * @param threshold
     *            in the unit of the metric
     * @param minutes
     *            1 or more
     */
    public record Limit(String part, double threshold, int minutes) {}
}
