// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.highlands.local.cloudwatch.CloudWatchException;
import io.highlands.local.cloudwatch.metrics.MetricDataQuery;
import io.highlands.local.cloudwatch.metrics.MetricDataRequest;
import io.highlands.local.cloudwatch.metrics.MetricSeries;
import io.highlands.local.cloudwatch.metrics.MetricService;

/** Asks the questions of all metric widgets of a dashboard: those of one stretch of time in one go. */
final class ChartQueries {

    /** How many points a series has at most before its periods are made longer. */
    private static final int MAX_POINTS = 1_440;

    private final MetricService metrics;
    private final AlarmChart alarms;
    private final TimeWindow window;
    private final boolean inherit;

    ChartQueries(MetricService metrics, AlarmChart alarms, TimeWindow window, boolean inherit) {
        this.metrics = metrics;
        this.alarms = alarms;
        this.window = window;
        this.inherit = inherit;
    }

    List<WidgetData> evaluate(List<MetricWidget> widgets) {
        List<ChartQuery> queries = new ArrayList<>();
        for (int i = 0; i < widgets.size(); i++) {
            queries.add(query(i, widgets.get(i)));
        }
        Map<TimeWindow, List<ChartQuery>> together = new LinkedHashMap<>();
        queries.stream().filter(query -> !query.alone())
                .forEach(query -> together.computeIfAbsent(query.window(), key -> new ArrayList<>()).add(query));
        Map<ChartQuery, WidgetData> answers = new LinkedHashMap<>();
        together.values().forEach(batch -> answers.putAll(answer(batch)));
        queries.stream().filter(ChartQuery::alone).forEach(query -> answers.put(query, single(query)));
        return queries.stream().map(answers::get).toList();
    }

    private ChartQuery query(int index, MetricWidget declared) {
        MetricWidget widget = alarms.with(declared);
        TimeWindow range = widget.ownRange().map(length -> TimeWindow.last(length, window.until())).orElse(window);
        List<MetricRow> rows = widget.rows().stream()
                .map(row -> TimeScale.withPeriods(row, period -> period(widget, range, period))).toList();
        return new ChartQuery("w" + index + "_", widget.with(rows, widget.ownRange()), range);
    }

    private int period(MetricWidget widget, TimeWindow range, int declared) {
        if (declared == 0) {
            return 0;
        }
        Duration length = range.length();
        if (widget.wholeRange()) {
            return (int) Math.max(1, length.toSeconds());
        }
        long times = Math.ceilDiv(length.toSeconds(), (long) declared * MAX_POINTS);
        return inherit || times <= 1 ? declared : (int) (declared * times);
    }

    private Map<ChartQuery, WidgetData> answer(List<ChartQuery> batch) {
        Map<ChartQuery, WidgetData> answers = new LinkedHashMap<>();
        try {
            List<MetricDataQuery> all = batch.stream().flatMap(query -> query.queries().stream()).toList();
            List<MetricSeries> series = read(all, batch.getFirst().window());
            batch.forEach(query -> answers.put(query, query.data(series)));
        } catch (CloudWatchException oneOfThem) {
            batch.forEach(query -> answers.put(query, single(query)));
        }
        return answers;
    }

    private WidgetData single(ChartQuery query) {
        try {
            return query.data(read(query.queries(), query.window()));
        } catch (CloudWatchException e) {
            return new FailedData(e.getMessage());
        }
    }

    private List<MetricSeries> read(List<MetricDataQuery> queries, TimeWindow range) {
        return queries.isEmpty()
                ? List.of()
                : metrics.evaluate(MetricDataRequest.of(queries, range.from(), range.until()));
    }
}
