// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.alarm;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.console.board.Graphs;
import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.NotFound;
import io.highlands.local.console.web.Request;
import io.highlands.local.console.web.Routes;
import io.highlands.local.console.web.Section;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;

/** The pages of alarms. */
public final class AlarmSection implements Section {

    private final AlarmService alarms;

    private final AlarmList list;

    private final AlarmPage page;

    private final Graphs graphs;

    /**
     * Serves the pages below {@code /alarms}.
     *
     * @param alarms the alarms
     * @param facts what their names and runbooks say
     * @param graphs draws their metrics
     */
    public AlarmSection(AlarmService alarms, AlarmFacts facts, Graphs graphs) {
        this.alarms = alarms;
        this.list = new AlarmList(alarms, facts);
        this.page = new AlarmPage(alarms, facts);
        this.graphs = graphs;
    }

    /**
     * The alarms in short, for other pages.
     *
     * @return the list
     */
    public AlarmList list() {
        return list;
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("Alarms", "/alarms"));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/alarms", this::all);
        routes.get("/alarms-table", request -> Answer.fragment(list.table(AlarmChoice.of(request), request.now())));
        routes.get("/alarms/{name}", this::one);
        routes.get("/alarms/{name}/live", request -> Answer.fragment(page.live(alarm(request), request.now())));
        routes.get("/alarms/{name}/history", request -> Answer.fragment(page.history(alarm(request), request.now())));
        routes.get("/alarms/{name}/data", request -> graphs.alarm(alarm(request).arn(), range(request)));
        routes.post("/alarms/{name}/state", this::setState);
        routes.post("/alarms/{name}/actions", this::switchActions);
    }

    private Answer all(Request request) {
        AlarmChoice choice = AlarmChoice.of(request);
        Map<AlarmState, Long> counts = list.counts(choice.with(Optional.empty()));
        Element chips = Html.div("side");
        chips.add(chip("/alarms" + choice.with(Optional.empty()).query(), "All", choice.state().isEmpty()));
        for (AlarmState state : List.of(AlarmState.ALARM, AlarmState.OK, AlarmState.INSUFFICIENT_DATA)) {
            String word = state == AlarmState.ALARM ? "In alarm" : state == AlarmState.OK ? "OK" : "No data";
            Optional<AlarmState> chosen = Optional.of(state);
            chips.add(chip("/alarms" + choice.with(chosen).query(), word + " " + counts.getOrDefault(state, 0L),
                    choice.state().equals(chosen)));
        }
        return Answer.page("Alarms", chips, Html.div("", search(choice),
                live("/alarms-table" + choice.query(), list.table(choice, request.now()))));
    }

    /** Severity and words; the state stays as it is chosen. */
    private static Element search(AlarmChoice choice) {
        Element severity = Html.el("select").attr("name", "severity");
        for (String word : List.of("", "page", "ticket")) {
            Element option = Html.el("option").attr("value", word).text(word.isEmpty() ? "any" : word);
            severity.add(choice.severity().orElse("").equals(word) ? option.attr("selected", "") : option);
        }
        Element form = Html.el("form", Html.el("label", Content.text("Severity"), severity),
                Html.el("label", Content.text("Name or reason"), Html.el("input").attr("type", "search")
                        .attr("name", "text").attr("value", choice.text())).cls("grow"),
                Html.el("button").attr("type", "submit").text("Search")).cls("bar").attr("action", "/alarms")
                .attr("role", "search");
        choice.state().ifPresent(state -> form.add(Html.el("input").attr("type", "hidden").attr("name", "state")
                .attr("value", state)));
        return form;
    }

    private static Element chip(String address, String text, boolean here) {
        Element chip = Html.link(address, text).cls("button" + (here ? " chosen" : ""));
        return here ? chip.attr("aria-current", "true") : chip;
    }

    private static Element live(String address, Content content) {
        return Html.div("", content).attr("hx-get", address).attr("hx-trigger", "tick from:body");
    }

    private AlarmView alarm(Request request) {
        String name = request.value("name").orElse("");
        return alarms.find(name).orElseThrow(() -> new NotFound("there is no alarm '" + name + "'"));
    }

    private TimeRange range(Request request) {
        return TimeRange.of(request, graphs.usual());
    }

    private Answer one(Request request) {
        AlarmView alarm = alarm(request);
        TimeRange range = range(request);
        String path = "/alarms/" + TimeRange.encode(alarm.name());
        Element left = Html.div("", live(path + "/live", page.live(alarm, request.now())));
        if (alarm.definition() instanceof MetricAlarmDefinition) {
            left.add(graphs.frame("Metric and threshold", path + "/data?" + range.query(), range.live()));
        }
        left.add(Html.div("card", Html.textEl("h2", "History"),
                live(path + "/history", page.history(alarm, request.now()))));
        return Answer.page(alarm.name(), range.picker(path, Map.of()), Html.div("columns wide-left", left,
                Html.div("", page.declared(alarm), page.runbook(alarm), page.controls(alarm, request.token()))));
    }

    private Answer setState(Request request) {
        AlarmView alarm = alarm(request);
        alarms.setState(alarm.name(), AlarmChoice.stateNamed(request.field("state").orElse("")), "Set in the console",
                "");
        return new Answer.Redirect("/alarms/" + TimeRange.encode(alarm.name()));
    }

    private Answer switchActions(Request request) {
        AlarmView alarm = alarm(request);
        if (request.field("enabled").filter("true"::equals).isPresent()) {
            alarms.enableActions(List.of(alarm.name()));
        } else {
            alarms.disableActions(List.of(alarm.name()));
        }
        return new Answer.Redirect("/alarms/" + TimeRange.encode(alarm.name()));
    }
}
