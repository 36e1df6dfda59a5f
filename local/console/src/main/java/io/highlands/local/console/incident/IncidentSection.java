// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.alarms.AlarmView;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.console.alarm.AlarmFacts;
import io.highlands.local.console.alarm.AlarmWords;
import io.highlands.local.console.board.Graphs;
import io.highlands.local.console.runbook.StepSection;
import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.Request;
import io.highlands.local.console.web.Routes;
import io.highlands.local.console.web.Section;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.control.message.IncidentReport.FiredAlarm;
import io.highlands.local.control.message.RunbookStepResult;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.incident.IncidentNotes;
import io.highlands.local.incident.Incidents;

/** The page of an incident, its notes and its export. */
public final class IncidentSection implements Section {

    private static final int MAX_GRAPHS = 4;
    private static final int MAX_RUNBOOKS = 3;
    /** A reading looks at all calls of two periods, and metrics come every 10 s at most: not at each tick. */
    private static final String REFRESH = "tick from:body throttle:30s";

    private final Incidents incidents;
    private final IncidentNotes notes;
    private final AlarmService alarms;
    private final AlarmFacts facts;
    private final Graphs graphs;
    private final StepSection steps;

    /**
     * Serves the pages below {@code /incident}.
     *
     * @param incidents finds what changed
     * @param notes what people write down
     * @param alarms the alarms
     * @param facts what their names and runbooks say
     * @param graphs draws their metrics
     * @param steps shows and runs the steps of the alarms' runbooks
     */
    public IncidentSection(Incidents incidents, IncidentNotes notes, AlarmService alarms, AlarmFacts facts,
            Graphs graphs, StepSection steps) {
        this.incidents = incidents;
        this.notes = notes;
        this.alarms = alarms;
        this.facts = facts;
        this.graphs = graphs;
        this.steps = steps;
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("Incident", "/incident"));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/incident", this::page);
        routes.get("/incident/live", request -> Answer.fragment(
                new IncidentPage(facts, read(period(request)), request.now()).content()));
        routes.get("/incident/data", request -> graphs.alarms(request.values("alarm").stream().map(alarms::find)
                .flatMap(Optional::stream).map(AlarmView::arn).limit(MAX_GRAPHS).toList(), period(request).range()));
        routes.get("/incident/markdown", request -> export(read(period(request))).markdown());
        routes.get("/incident/archive", this::archive);
        routes.post("/incident/notes", this::add);
        routes.post("/incident/notes/{id}/remove", this::remove);
    }

    private Period period(Request request) {
        return Period.of(request, incidents);
    }

    private IncidentReport read(Period period) {
        return incidents.read(period.range().from(), period.range().until());
    }

    private Answer page(Request request) {
        Period period = period(request);
        IncidentReport report = read(period);
        Element live = Html.div("", new IncidentPage(facts, report, request.now()).content()).attr("id", "incident");
        if (period.moves()) {
            live.attr("hx-get", period.address("/incident/live")).attr("hx-trigger", REFRESH);
        }
        Element beside = Html.div("beside", new NotesCard(period, request.token(), request.now())
                .card(report.notes()), graphs(report, period));
        return Answer.page("Incident", lead(period), Html.div("columns wide-left", Html.div("", live,
                steps(report, period, request)), beside));
    }

    /** The steps of the runbooks of the alarms that are worst, outside of what is refreshed with the report. */
    private Content steps(IncidentReport report, Period period, Request request) {
        return Content.all(report.alarms().stream().map(FiredAlarm::name).filter(alarm -> facts.kind(alarm).isPresent())
                .limit(MAX_RUNBOOKS).map(alarm -> steps.card(alarm, period.address("/incident"), request))
                .toArray(Content[]::new));
    }

    /** With the steps that were run in the report's range. */
    private IncidentExport export(IncidentReport report) {
        return new IncidentExport(report,
                steps.results(report.alarms().stream().map(FiredAlarm::name).toList()).stream()
                        .filter(step -> !step.at().isBefore(report.from()) && step.at().isBefore(report.until()))
                        .sorted(Comparator.comparing(RunbookStepResult::at)).toList());
    }

    private static Content lead(Period period) {
        return Content.all(period.range().picker("/incident", Map.of(), IncidentReport.LONGEST),
                Html.div("exports", Html.link(period.address("/incident/markdown"), "Markdown").cls("button"),
                        Html.link(period.address("/incident/archive"), "Markdown with pictures (zip)").cls("button")));
    }

    private Content graphs(IncidentReport report, Period period) {
        List<AlarmView> watched = watched(report);
        if (watched.isEmpty()) {
            return Content.none();
        }
        String range = period.query().isEmpty() ? TimeRange.since(report.from()) : period.query();
        return graphs.frame(watched.stream().map(AlarmView::name).toList(), "/incident/data?" + range
                + watched.stream().map(alarm -> "&alarm=" + TimeRange.encode(alarm.name()))
                        .collect(Collectors.joining()),
                period.moves());
    }

    /** The metric alarms that fired, and those that the composite ones are made of. */
    private List<AlarmView> watched(IncidentReport report) {
        return report.alarms().stream().map(alarm -> alarms.find(alarm.name())).flatMap(Optional::stream)
                .flatMap(alarm -> Stream.concat(Stream.of(alarm),
                        AlarmWords.children(alarms, alarm.name()).stream()))
                .filter(alarm -> alarm.definition() instanceof MetricAlarmDefinition).distinct().limit(MAX_GRAPHS)
                .toList();
    }

    private Answer archive(Request request) {
        IncidentReport report = read(period(request));
        return export(report).archive(graphs, watched(report));
    }

    private Answer add(Request request) {
        Period period = period(request);
        Optional<Instant> at = request.field("at").filter(text -> !text.isBlank()).map(TimeRange::moment);
        at.filter(moment -> !period.contains(moment)).ifPresent(moment -> {
            throw new IllegalArgumentException("the note's time " + moment + " is outside of the page's range, "
                    + period.range().from() + " to " + period.range().until());
        });
        notes.add(at, request.field("text").orElse(""));
        return new Answer.Redirect(period.address("/incident"));
    }

    private Answer remove(Request request) {
        notes.remove(request.value("id").orElse(""));
        return new Answer.Redirect(period(request).address("/incident"));
    }
}
