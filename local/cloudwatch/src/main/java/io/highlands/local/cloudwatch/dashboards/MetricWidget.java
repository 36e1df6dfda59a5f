// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A widget that draws metrics.
 *
 * @param place where it lies
 * @param title what stands above it
 * @param view how it is drawn (default {@link View#TIME_SERIES})
 * @param stacked whether lines are stacked as areas
 * @param sparkline whether a number has a small line under it
 * @param wholeRange {@code setPeriodToTimeRange}: numbers stand for the whole time range and not for the last period
 * @param ownRange {@code start} of the widget: how far back it looks whatever the dashboard shows
 * @param summaries of a table: {@code MIN}, {@code MAX}, {@code AVG}, {@code SUM}
 * @param legend {@code bottom} (default), {@code right} or {@code hidden}
 * @param left the left axis
 * @param right the right axis
 * @param rows metrics and expressions in the order of the body, hidden ones among them
 * @param lines horizontal annotations that are visible
 * @param moments vertical annotations that are visible
 * @param alarm ARN of the alarm whose metric is drawn, instead of rows
 * @param region the Region whose metrics are drawn
 */
public record MetricWidget(Place place, String title, View view, boolean stacked, boolean sparkline,
        boolean wholeRange, Optional<Duration> ownRange, List<String> summaries, String legend, Axis left, Axis right,
        List<MetricRow> rows, List<HorizontalLine> lines,
        List<VerticalLine> moments, Optional<String> alarm, String region) implements Widget {

    /** The same widget with other rows and another range of its own. */
    MetricWidget with(List<MetricRow> other, Optional<Duration> range) {
        return new MetricWidget(place, title, view, stacked, sparkline, wholeRange, range, summaries, legend, left,
                right, other, lines, moments, alarm, region);
    }

    /** The same widget with other horizontal lines. */
    MetricWidget withLines(List<HorizontalLine> other) {
        return new MetricWidget(place, title, view, stacked, sparkline, wholeRange, ownRange, summaries, legend, left,
                right, rows, List.copyOf(other), moments, alarm, region);
    }
}
