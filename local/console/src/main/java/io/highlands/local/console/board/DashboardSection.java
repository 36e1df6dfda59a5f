// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.cloudwatch.dashboards.Dashboard;
import io.highlands.local.cloudwatch.dashboards.DashboardBody;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.cloudwatch.dashboards.InvalidDashboardException;
import io.highlands.local.cloudwatch.dashboards.TimeWindow;
import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.NotFound;
import io.highlands.local.console.web.Request;
import io.highlands.local.console.web.Routes;
import io.highlands.local.console.web.Section;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;

/** The dashboards: all of them, and one drawn from its body. */
public final class DashboardSection implements Section {

    private static final String VARIABLE = "v.";

    private final DashboardService dashboards;

    private final Graphs graphs;

    private final int timeScale;

    /**
     * Serves the pages below {@code /dashboards}.
     *
     * @param dashboards the deployed bodies
     * @param graphs evaluates their widgets
     * @param timeScale by how much periods and ranges of deployed dashboards are divided
     */
    public DashboardSection(DashboardService dashboards, Graphs graphs, int timeScale) {
        this.dashboards = dashboards;
        this.graphs = graphs;
        this.timeScale = timeScale;
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("Dashboards", "/dashboards"));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/dashboards", this::list);
        routes.get("/dashboards/{name}", this::page);
        routes.get("/dashboards/{name}/data", this::data);
    }

    private Answer list(Request request) {
        List<Element> rows = dashboards.list("").stream().map(dashboard -> Html.row(
                Html.link("/dashboards/" + TimeRange.encode(dashboard.name()), dashboard.name()), widgets(dashboard),
                Content.text(dashboard.deployed() ? "template" : "API call"),
                Figures.time(dashboard.modified(), request.now()))).toList();
        return Answer.page("Dashboards", rows.isEmpty()
                ? Html.textEl("p", "No dashboards are deployed.").cls("empty-note")
                : Html.div("card", Html.table("Dashboards",
                        List.of("Dashboard", "Widgets", "Declared by", "Changed (UTC)"), rows)));
    }

    private static Content widgets(Dashboard dashboard) {
        try {
            return Content.text(String.valueOf(DashboardBody.parse(dashboard.body()).widgets().size()));
        } catch (InvalidDashboardException invalid) {
            return Html.badge("alarm", "not readable");
        }
    }

    private Dashboard dashboard(Request request) {
        String name = request.value("name").orElse("");
        return dashboards.find(name).orElseThrow(() -> new NotFound("there is no dashboard '" + name + "'"));
    }

    private DashboardBody body(Dashboard dashboard, Request request) {
        try {
            DashboardBody body = DashboardBody.parse(dashboard.body(), request.valuesUnder(VARIABLE));
            return dashboard.deployed() ? body.dividedBy(timeScale) : body;
        } catch (InvalidDashboardException invalid) {
            throw new IllegalArgumentException(invalid.getMessage());
        }
    }

    private static TimeRange range(DashboardBody body, Request request) {
        TimeWindow own = body.window(request.now());
        boolean asked = request.value("from").isPresent() || request.value("range").isPresent();
        return body.start().isPresent() && !asked
                ? new TimeRange("", own.from(), own.until())
                : TimeRange.of(request, own.length());
    }

    private Answer page(Request request) {
        Dashboard dashboard = dashboard(request);
        DashboardBody body = body(dashboard, request);
        int divided = dashboard.deployed() ? timeScale : 1;
        return new DashboardPage(dashboard, body, dashboards.list(""), range(body, request),
                request.valuesUnder(VARIABLE))
                .render(divided);
    }

    private Answer data(Request request) {
        Dashboard dashboard = dashboard(request);
        DashboardBody body = body(dashboard, request);
        TimeRange range = range(body, request);
        String note = range.live() ? "Last refreshed " + Figures.moment(request.now(), request.now()) + " UTC" : "";
        return graphs.data(body, range, note);
    }

    /** The address of a page with the same range and choices. */
    static String query(TimeRange range, Map<String, String> choices) {
        StringBuilder query = new StringBuilder("?").append(range.query());
        choices.forEach((id, value) -> query.append('&').append(VARIABLE).append(TimeRange.encode(id)).append('=')
                .append(TimeRange.encode(value)));
        return query.toString();
    }
}
