// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.highlands.local.cloudwatch.dashboards.Dashboard;
import io.highlands.local.cloudwatch.dashboards.DashboardBody;
import io.highlands.local.cloudwatch.dashboards.Place;
import io.highlands.local.cloudwatch.dashboards.TextWidget;
import io.highlands.local.cloudwatch.dashboards.Variable;
import io.highlands.local.cloudwatch.dashboards.Widget;
import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;

/** A dashboard before its data is there: its grid, its choices, its time range. */
final class DashboardPage {

    /** Dashboards that are higher than this have rows of one height further down. */
    private static final int LARGEST = 1000;

    private final Dashboard dashboard;

    private final DashboardBody body;

    private final List<Dashboard> others;

    private final TimeRange range;

    private final Map<String, String> choices;

    DashboardPage(Dashboard dashboard, DashboardBody body, List<Dashboard> others, TimeRange range,
            Map<String, String> choices) {
        this.dashboard = dashboard;
        this.body = body;
        this.others = others;
        this.range = range;
        this.choices = choices;
    }

    Answer render(int divided) {
        String path = "/dashboards/" + TimeRange.encode(dashboard.name());
        StringBuilder style = new StringBuilder();
        Element grid = Html.div("board").attr("data-live", range.live()).attr("data-board",
                path + "/data" + DashboardSection.query(range, choices));
        for (int i = 0; i < body.widgets().size(); i++) {
            Widget widget = body.widgets().get(i);
            place(style, i, widget.place());
            boolean plain = plain(widget);
            grid.add(Graphs.widget(i, "w" + i + (plain ? " plain" : ""), widget.title()));
        }
        style.append(".board{grid-template-rows:").append(rows()).append('}');
        Content foot = Html.div("foot", Html.span("", divided == 1
                ? "Periods are as declared."
                : "Time scale " + divided + ": periods of 60 s are " + 60 / divided
                        + " s here, and ranges are as much shorter."),
                Html.el("span").attr("id", "board-note").attr("role", "status"));
        return new Answer.Page(200, dashboard.name(), Content.all(siblings(), picker(path)),
                Content.all(variables(path), grid, foot), style.toString());
    }

    private static boolean plain(Widget widget) {
        return widget instanceof TextWidget text && (text.transparent() || text.place().height() <= 3);
    }

    /** Rows that hold nothing but plain text are as high as their text. */
    private String rows() {
        StringBuilder rows = new StringBuilder();
        int end = body.widgets().stream().mapToInt(widget -> widget.place().y() + widget.place().height()).max()
                .orElse(0);
        for (int row = 0; row < Math.min(end, LARGEST); row++) {
            int y = row;
            rows.append(body.widgets().stream().filter(widget -> widget.place().y() <= y
                    && y < widget.place().y() + widget.place().height()).allMatch(DashboardPage::plain)
                            ? "max-content "
                            : "36px ");
        }
        return rows.isEmpty() ? "none" : rows.toString();
    }

    private static void place(StringBuilder style, int index, Place place) {
        style.append(".w").append(index).append("{grid-area:").append(place.y() + 1).append('/').append(place.x() + 1)
                .append("/span ").append(place.height()).append("/span ").append(place.width()).append('}');
    }

    /** The same range on another dashboard. */
    private Content siblings() {
        Element list = Html.el("ul");
        others.forEach(other -> {
            Element link = Html.link("/dashboards/" + TimeRange.encode(other.name()) + "?" + range.query(),
                    shortName(other.name()));
            list.add(Html.el("li", other.name().equals(dashboard.name()) ? link.attr("aria-current", "page") : link));
        });
        return others.size() < 2
                ? Content.none()
                : Html.el("nav", list).attr("aria-label", "Dashboards").cls("siblings");
    }

    private String shortName(String name) {
        int dash = name.indexOf('-', name.indexOf('-') + 1);
        boolean same = dash > 0
                && others.stream().allMatch(other -> other.name().startsWith(name.substring(0, dash + 1)));
        return same ? name.substring(dash + 1) : name;
    }

    private Element picker(String path) {
        Map<String, String> kept = new LinkedHashMap<>();
        choices.forEach((id, value) -> kept.put("v." + id, value));
        return range.picker(path, kept);
    }

    private Content variables(String path) {
        List<Variable> shown = body.variables().stream().filter(Variable::visible).toList();
        if (shown.isEmpty()) {
            return Content.none();
        }
        Element form = Html.el("form").attr("method", "get").attr("action", path).cls("bar choices")
                .flag("data-at-once", true);
        form.add(hidden(range));
        shown.forEach(variable -> form.add(Html.el("label", Content.text(variable.label()), input(variable))));
        return form.add(Html.el("button").attr("type", "submit").text("Apply"));
    }

    private static List<Element> hidden(TimeRange range) {
        return List.of(range.query().split("&")).stream().map(pair -> pair.split("=", 2))
                .map(pair -> Html.el("input").attr("type", "hidden").attr("name", pair[0]).attr("value", pair[1]))
                .toList();
    }

    private Element input(Variable variable) {
        String chosen = choices.getOrDefault(variable.id(), variable.defaultValue());
        if (variable.choices().isEmpty()) {
            return Html.el("input").attr("name", "v." + variable.id()).attr("value", chosen);
        }
        Element select = Html.el("select").attr("name", "v." + variable.id());
        variable.choices().forEach(choice -> select.add(Html.el("option").attr("value", choice.value())
                .text(choice.label()).flag("selected", choice.value().equals(chosen))));
        return select;
    }
}
