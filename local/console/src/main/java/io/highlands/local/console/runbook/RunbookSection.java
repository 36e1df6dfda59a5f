// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.console.alarm.AlarmFacts;
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
import io.highlands.local.runbook.Instance;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.RunbookException;
import io.highlands.local.runbook.RunbookFolder;

/** The runbooks, each beside its alarms, and their rehearsals. */
public final class RunbookSection implements Section {

    private final RunbookFolder folder;

    private final String environment;

    private final Supplier<? extends Collection<String>> services;

    private final AlarmFacts facts;

    private final Graphs graphs;

    private final RunbookList list;

    private final RunbookPage pages;

    private final Rehearsals rehearsals;

    private final RehearsalCard rehearsalCard;

    private final StepSection steps;

    /**
     * Serves the pages below {@code /runbooks}.
     *
     * @param folder the pages
     * @param environment the environment that runs
     * @param services names of the services that run
     * @param alarms the alarms
     * @param facts what their names and runbooks say
     * @param graphs draws their metrics
     * @param rehearsals starts rehearsals
     * @param steps shows and runs the steps of a page
     */
    public RunbookSection(RunbookFolder folder, String environment, Supplier<? extends Collection<String>> services,
            AlarmService alarms, AlarmFacts facts, Graphs graphs, Rehearsals rehearsals, StepSection steps) {
        this.folder = folder;
        this.environment = environment;
        this.services = services;
        this.facts = facts;
        this.graphs = graphs;
        this.list = new RunbookList(folder, facts);
        this.pages = new RunbookPage(alarms, facts);
        this.rehearsals = rehearsals;
        this.rehearsalCard = new RehearsalCard(rehearsals);
        this.steps = steps;
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("Runbooks", "/runbooks"));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/runbooks", request -> Answer.page("Runbooks",
                Html.div("side", Html.link("/drill", "Practise with a drill").cls("button")),
                live("/runbooks-table", list.tables())));
        routes.get("/runbooks-table", request -> Answer.fragment(list.tables()));
        routes.get("/runbooks/{kind}", this::page);
        routes.get("/runbooks/{kind}/alarms", request -> Answer.fragment(
                pages.states(find(request), chosen(request), request.now())));
        routes.get("/runbooks/{kind}/data", request -> graphs.alarms(watched(request).stream().map(AlarmView::arn)
                .toList(), range(request)));
        routes.get("/runbooks/{kind}/rehearsal", request -> Answer.fragment(
                rehearsalCard.progress(find(request), request.now())));
        routes.get("/runbooks/{kind}/report", this::report);
        routes.post("/runbooks/{kind}/rehearse", this::rehearse);
    }

    private Answer page(Request request) {
        Runbook page;
        try {
            page = find(request);
        } catch (RunbookException unreadable) {
            return Answer.page("Runbook: " + kind(request),
                    Html.textEl("p", "This page cannot be read: " + unreadable.getMessage()).cls("message failed"));
        }
        Optional<AlarmView> chosen = chosen(request);
        Content facing = RunbookPage.facts(page, chosen);
        if (page.front().routine()) {
            return Answer.page(page.title(), Html.div("columns wide-left", pages.text(page, instance(page, chosen)),
                    Html.div("", facing)));
        }
        TimeRange range = range(request);
        String path = "/runbooks/" + page.kind();
        Map<String, String> asked = request.value("instance").map(name -> Map.of("instance", name)).orElse(Map.of());
        String instance = asked.isEmpty() ? "" : "instance=" + TimeRange.encode(asked.get("instance"));
        Element beside = Html.div("beside", live(path + "/alarms?" + instance,
                pages.states(page, chosen, request.now())));
        chosen.ifPresent(alarm -> beside.add(graphs.frame(watched(request).stream().map(AlarmView::name).toList(),
                path + "/data?" + range.query() + "&" + instance, range.live())));
        beside.add(steps.card(page, chosen, "", request));
        beside.add(rehearsalCard.card(page, request.now(), request.token()), facing);
        return Answer.page(page.title(), range.picker(path, asked),
                Html.div("columns wide-left", pages.text(page, instance(page, chosen)), beside));
    }

    private Answer rehearse(Request request) {
        Runbook page = find(request);
        if (page.front().rehearsal().isEmpty()) {
            throw new IllegalArgumentException("runbook '" + page.kind() + "' is not rehearsed");
        }
        rehearsals.start(page.kind());
        return new Answer.Redirect("/runbooks/" + page.kind());
    }

    private Answer report(Request request) {
        String kind = find(request).kind();
        return rehearsals.report(kind).map(Answer.Document::new)
                .orElseThrow(() -> new NotFound("there is no report of a rehearsal of '" + kind + "' yet"));
    }

    private Instance instance(Runbook page, Optional<AlarmView> chosen) {
        String name = chosen.map(alarm -> facts.instance(page.kind(), alarm.name())).orElse("");
        return Instance.of(page, environment, name, services.get());
    }

    private Optional<AlarmView> chosen(Request request) {
        return pages.chosen(find(request), request.value("instance"));
    }

    private List<AlarmView> watched(Request request) {
        return chosen(request).map(pages::watched).orElse(List.of());
    }

    private Runbook find(Request request) {
        return folder.find(kind(request))
                .orElseThrow(() -> new NotFound("there is no runbook '" + kind(request) + "'"));
    }

    private static String kind(Request request) {
        return request.value("kind").orElse("");
    }

    private TimeRange range(Request request) {
        return TimeRange.of(request, graphs.usual());
    }

    private static Element live(String address, Content content) {
        return Html.div("", content).attr("hx-get", address).attr("hx-trigger", "tick from:body");
    }
}
