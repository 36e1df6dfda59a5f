// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.dashboards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.logs.LogService;
import io.highlands.local.logs.LogsException;
import io.highlands.local.logs.QueryRequest;

/** Evaluates dashboards: what each widget shows over a stretch of time. */
public final class DashboardData {

    private final MetricService metrics;
    private final AlarmService alarms;
    private final LogService logs;

    /**
     * An evaluation over the machine's services.
     *
     * @param metrics where metric widgets find their data
     * @param alarms where alarm widgets find theirs
     * @param logs where log widgets find theirs
     */
    public DashboardData(MetricService metrics, AlarmService alarms, LogService logs) {
        this.metrics = metrics;
        this.alarms = alarms;
        this.logs = logs;
    }

    /**
     * Evaluates a whole dashboard, all its metrics in one go.
     *
     * @param dashboard the dashboard, {@link DashboardBody#dividedBy divided} by the time scale where a template declares it
     * @param window the stretch of time
     * @return one answer per widget in the order of the dashboard; a widget that cannot be drawn says why
     */
    public List<WidgetData> evaluate(DashboardBody dashboard, TimeWindow window) {
        return evaluate(dashboard.widgets(), window, dashboard.inheritPeriods());
    }

    /**
     * Evaluates widgets, all their metrics in one go. Periods are made longer where a series would have more than 1,440
     * points.
     *
     * @param widgets the widgets
     * @param window the stretch of time
     * @return one answer per widget in their order
     */
    public List<WidgetData> evaluate(List<Widget> widgets, TimeWindow window) {
        return evaluate(widgets, window, false);
    }

    private List<WidgetData> evaluate(List<Widget> widgets, TimeWindow window, boolean inheritPeriods) {
        ChartQueries charts = new ChartQueries(metrics, new AlarmChart(alarms), window, inheritPeriods);
        Iterator<WidgetData> drawn = charts.evaluate(widgets.stream().filter(MetricWidget.class::isInstance)
                .map(MetricWidget.class::cast).toList()).iterator();
        return widgets.stream().map(widget -> switch (widget) {
            case MetricWidget metric -> drawn.next();
            case TextWidget text -> new TextData(text.markdown());
            case AlarmWidget alarm -> alarms(alarm);
            case LogWidget log -> logs(log, window);
            case OtherWidget other -> new FailedData("Widgets of type " + other.type() + " are deployed and not drawn "
                    + "here");
        }).toList();
    }

    private WidgetData alarms(AlarmWidget widget) {
        List<AlarmView> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String arn : widget.alarms()) {
            alarms.find(AlarmChart.name(arn)).ifPresentOrElse(found::add, () -> unknown.add(arn));
        }
        found.removeIf(view -> !widget.states().contains(view.state()));
        if (!widget.sortBy().equals("default")) {
            found.sort(Comparator.comparing(AlarmView::stateUpdated).reversed());
        }
        return new AlarmData(found.stream().map(view -> new AlarmData.Tile(view.name(), view.state(),
                view.stateReason(), view.stateTransitioned())).toList(), List.copyOf(unknown));
    }

    private WidgetData logs(LogWidget widget, TimeWindow window) {
        try {
            return LogCharts.data(widget, window, logs.query(new QueryRequest(List.of(), window.from(), window.until(),
                    widget.query(), OptionalInt.empty())));
        } catch (LogsException e) {
            return new FailedData(e.getMessage());
        }
    }
}
