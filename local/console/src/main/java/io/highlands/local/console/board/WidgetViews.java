// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.board;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import tools.jackson.core.JsonGenerator;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.cloudwatch.dashboards.AlarmData;
import io.highlands.local.cloudwatch.dashboards.ChartData;
import io.highlands.local.cloudwatch.dashboards.FailedData;
import io.highlands.local.cloudwatch.dashboards.LogData;
import io.highlands.local.cloudwatch.dashboards.LogWidget;
import io.highlands.local.cloudwatch.dashboards.MetricWidget;
import io.highlands.local.cloudwatch.dashboards.OtherWidget;
import io.highlands.local.cloudwatch.dashboards.Series;
import io.highlands.local.cloudwatch.dashboards.TextData;
import io.highlands.local.cloudwatch.dashboards.View;
import io.highlands.local.cloudwatch.dashboards.Widget;
import io.highlands.local.cloudwatch.dashboards.WidgetData;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.html.Markdown;

/** What the browser is sent for a widget: a chart's data, or HTML. */
final class WidgetViews {

    private final Markdown markdown;

    WidgetViews(Markdown markdown) {
        this.markdown = markdown;
    }

    /**
     * Writes one widget of the answer.
     *
     * @param out the answer
     * @param widget what the dashboard declares
     * @param data what there is to show
     */
    void write(JsonGenerator out, Widget widget, WidgetData data) {
        if (!data.empty()) {
            if (data instanceof ChartData chart && widget instanceof MetricWidget metric
                    && metric.view() == View.TIME_SERIES) {
                new ChartJson(out).write(ChartLook.of(metric), chart);
                return;
            }
            if (data instanceof LogData log && widget instanceof LogWidget logs && logs.view() == View.TIME_SERIES
                    && log.chart().isPresent()) {
                new ChartJson(out).write(ChartLook.of(logs), log.chart().get());
                return;
            }
        }
        out.writeStartObject();
        out.writeStringProperty("kind", "html");
        out.writeStringProperty("html", html(widget, data).html());
        out.writeEndObject();
    }

    /** The widget as HTML. */
    Content html(Widget widget, WidgetData data) {
        return switch (data) {
            case FailedData failed -> Html.div("failed", Html.textEl("strong", "Not drawn"),
                    Content.text(failed.message())).attr("role", "alert");
            case TextData text -> markdown.render(text.markdown());
            case AlarmData alarms -> alarms.empty()
                    ? noData("No alarm is in a state that this panel shows.")
                    : tiles(alarms);
            case LogData log -> log.empty() ? noData("No event in this range matches the query.") : log(widget, log);
            case ChartData chart -> chart.empty() ? noData(nothingFor(chart)) : chart(widget, chart);
        };
    }

    private static String nothingFor(ChartData chart) {
        if (chart.series().isEmpty()) {
            return "No series of this panel was published in this range.";
        }
        String names = chart.series().stream().map(Series::label).limit(4).collect(Collectors.joining(", "));
        return "Nothing was published in this range: " + names + (chart.series().size() > 4 ? ", …" : "");
    }

    /** What cannot be taken for zero. */
    static Content noData(String why) {
        return Html.div("nodata", Html.textEl("strong", "No data"), Html.textEl("span", why));
    }

    private static Content chart(Widget widget, ChartData data) {
        if (!(widget instanceof MetricWidget metric)) {
            return noData("This widget has no chart.");
        }
        Content view = switch (metric.view()) {
            case SINGLE_VALUE -> NumberViews.numbers(metric, data);
            case GAUGE -> NumberViews.gauges(metric, data);
            case BAR -> NumberViews.bars(data, metric.left().label());
            case PIE -> NumberViews.pie(data, metric.left().label());
            case TABLE, TIME_SERIES -> NumberViews.table(metric, data);
        };
        return Content.all(view, Content.all(data.notes().stream().map(note -> Html.textEl("p", note).cls("note"))
                .toList()));
    }

    private static Content log(Widget widget, LogData data) {
        if (widget instanceof LogWidget log && data.chart().isPresent() && log.view() == View.BAR) {
            return NumberViews.bars(data.chart().get(), "");
        }
        if (widget instanceof LogWidget log && data.chart().isPresent() && log.view() == View.PIE) {
            return NumberViews.pie(data.chart().get(), "");
        }
        return LogTable.of(widget.title(), data.fields(), data.rows());
    }

    private static Content tiles(AlarmData data) {
        List<String> names = data.alarms().stream().map(AlarmData.Tile::name).toList();
        int shared = shared(names);
        Element all = Html.div("tiles");
        for (AlarmData.Tile tile : data.alarms()) {
            String kind = tile.state() == AlarmState.ALARM ? "alarm" : tile.state() == AlarmState.OK ? "ok" : "unknown";
            all.add(Html.el("a", Html.span("name", tile.name().substring(shared)),
                    Html.span("state", words(tile.state()))).cls("tile tile-" + kind)
                    .attr("href", "/alarms/" + TimeRange.encode(tile.name()))
                    .attr("title", tile.name() + ": " + tile.reason()));
        }
        data.unknown().forEach(arn -> all.add(Html.el("span", Html.span("name", arn.replaceFirst(".*:alarm:", "")),
                Html.span("state", "no such alarm")).cls("tile")));
        return all;
    }

    /** How much of several names need not be said, because all begin with {@code highlands-ENV-} alike. */
    private static int shared(List<String> names) {
        String first = names.isEmpty() ? "" : names.getFirst();
        int dash = first.startsWith("highlands-") ? first.indexOf('-', "highlands-".length()) + 1 : 0;
        return names.stream().allMatch(name -> name.startsWith(first.substring(0, dash))) ? dash : 0;
    }

    private static String words(AlarmState state) {
        return state == AlarmState.OK ? "OK" : state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What stands in a widget that is deployed and not drawn here. */
    static List<Content> other(OtherWidget widget) {
        return List.of(Html.textEl("p", "Widgets of type " + widget.type() + " are deployed, and not drawn here.")
                .cls("muted"));
    }
}
