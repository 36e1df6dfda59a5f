// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.board;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.highlands.local.cloudwatch.dashboards.ChartData;
import io.highlands.local.cloudwatch.dashboards.DashboardBody;
import io.highlands.local.cloudwatch.dashboards.DashboardData;
import io.highlands.local.cloudwatch.dashboards.TimeWindow;
import io.highlands.local.cloudwatch.dashboards.WidgetData;
import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.AwsLinks;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.html.Markdown;

/** Evaluates widgets and sends the browser what it draws; also graphs outside of a dashboard. */
public final class Graphs {

    /** How far back CloudWatch's console looks at first. */
    private static final Duration USUAL = Duration.ofHours(3);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final WidgetViews views = new WidgetViews(new Markdown(AwsLinks::here));

    private final DashboardData source;

    private final String region;

    private final int timeScale;

    /**
     * Draws graphs from the metrics of one platform.
     *
     * @param source where data comes from
     * @param region the Region that the environment stands for
     * @param timeScale by how much periods and ranges are divided
     */
    public Graphs(DashboardData source, String region, int timeScale) {
        this.source = source;
        this.region = region;
        this.timeScale = timeScale;
    }

    /**
     * How far back a page looks that nobody asked for another range.
     *
     * @return three hours, divided by the time scale
     */
    public Duration usual() {
        return USUAL.dividedBy(timeScale);
    }

    /** The data of widgets. */
    Answer data(DashboardBody dashboard, TimeRange range, String note) {
        List<WidgetData> found = source.evaluate(dashboard, new TimeWindow(range.from(), range.until()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringProperty("note", note);
            out.writeArrayPropertyStart("widgets");
            for (int i = 0; i < dashboard.widgets().size(); i++) {
                views.write(out, dashboard.widgets().get(i), found.get(i));
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return Answer.json(bytes.toByteArray());
    }

    /**
     * The data of an alarm's graph: its metric and its threshold.
     *
     * @param arn the alarm's ARN
     * @param range the stretch of time
     * @return a dashboard of this one widget
     */
    public Answer alarm(String arn, TimeRange range) {
        return alarms(List.of(arn), range);
    }

    /**
     * The data of several alarms' graphs.
     *
     * @param arns their ARNs
     * @param range the stretch of time
     * @return a dashboard of a widget for each, in this order
     */
    public Answer alarms(List<String> arns, TimeRange range) {
        return data(dashboardOf(arns), range, "");
    }

    private DashboardBody dashboardOf(List<String> arns) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode widgets = body.putArray("widgets");
        for (String arn : arns) {
            widgets.addObject().put("type", "metric").put("width", 24).put("height", 6).putObject("properties")
                    .put("title", "Metric and threshold").put("region", region).putObject("annotations")
                    .putArray("alarms").add(arn);
        }
        return DashboardBody.parse(body.toString());
    }

    /**
     * An alarm's graph as a picture that is complete in itself.
     *
     * @param arn the alarm's ARN
     * @param title what stands above it
     * @param range the stretch of time
     * @return an SVG document; empty where the graph cannot be drawn
     */
    public Optional<String> picture(String arn, String title, TimeRange range) {
        return source.evaluate(dashboardOf(List.of(arn)), new TimeWindow(range.from(), range.until())).stream()
                .filter(ChartData.class::isInstance).map(ChartData.class::cast).findFirst()
                .map(data -> LineChart.svg(title, data));
    }

    /**
     * A graph outside of a dashboard.
     *
     * @param title what stands above it
     * @param data where its data comes from: a dashboard of one widget
     * @param live whether it is kept up to date
     * @return the place in which it is drawn
     */
    public Content frame(String title, String data, boolean live) {
        return frame(List.of(title), data, live);
    }

    /**
     * Several graphs outside of a dashboard.
     *
     * @param titles what stands above each
     * @param data where their data comes from: a dashboard of as many widgets
     * @param live whether they are kept up to date
     * @return the place in which they are drawn
     */
    public Content frame(List<String> titles, String data, boolean live) {
        Element frame = Html.div("lone").attr("data-board", data).attr("data-live", live);
        for (int i = 0; i < titles.size(); i++) {
            frame.add(widget(i, "lone", titles.get(i)));
        }
        return frame;
    }

    /** The place of one widget. */
    static Element widget(int index, String cls, String title) {
        Element widget = Html.el("section").cls("widget " + cls);
        if (!title.isEmpty()) {
            widget.attr("aria-labelledby", "widget-" + index).add(Html.textEl("h2", title).attr("id", "widget-" + index)
                    .attr("title", title));
        }
        return widget.add(Html.div("widget-body loading", Content.text("Loading…")).attr("data-widget", index)
                .attr("tabindex", "-1"));
    }
}
