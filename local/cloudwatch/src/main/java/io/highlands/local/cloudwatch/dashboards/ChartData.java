// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.List;

/**
 * The series of a metric widget.
 *
 * @param window what the chart's time axis shows
 * @param series the visible series in the order of the rows, those without data among them
 * @param lines horizontal lines, an alarm's threshold among them
 * @param moments vertical lines
 * @param notes what CloudWatch would say beside the chart, such as that a search found more than is shown
 */
public record ChartData(TimeWindow window, List<Series> series, List<HorizontalLine> lines,
        List<VerticalLine> moments, List<String> notes) implements WidgetData {

    @Override
    public boolean empty() {
        return series.stream().allMatch(Series::empty);
    }
}
