// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.List;
import java.util.Optional;

/**
 * The answer of a log widget's query.
 *
 * @param fields names of the columns
 * @param rows one value per column, empty where the event has no such field
 * @param chart the same as series where the widget is a chart ({@code timeSeries}, {@code bar}, {@code pie})
 * @param matched how many events the query's filters let pass
 */
public record LogData(List<String> fields, List<List<String>> rows, Optional<ChartData> chart, long matched)
        implements
            WidgetData {

    @Override
    public boolean empty() {
        return rows.isEmpty();
    }
}
