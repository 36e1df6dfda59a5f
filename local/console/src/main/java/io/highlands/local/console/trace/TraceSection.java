// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.Request;
import io.highlands.local.console.web.Routes;
import io.highlands.local.console.web.Section;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.logs.LogService;
import io.highlands.local.span.TraceId;
import io.highlands.local.traces.TraceMatches;
import io.highlands.local.traces.TraceSummary;
import io.highlands.local.traces.Traces;
import io.highlands.local.traces.search.SearchException;

/** The pages of traces. */
public final class TraceSection implements Section {

    private static final Duration USUAL = Duration.ofMinutes(15);

    private final Traces traces;

    private final Supplier<TracingView> tracing;

    private final LogService logs;

    private final Supplier<List<String>> dashboards;

    private final String environment;

    /**
     * Serves the pages below {@code /traces}.
     *
     * @param traces where traces come from
     * @param tracing how tracing stands
     * @param logs where log lines and the mesh's access logs come from
     * @param dashboards the names of the dashboards that a trace's time can be looked at on
     * @param environment what runs, for the command that switches tracing on
     */
    public TraceSection(Traces traces, Supplier<TracingView> tracing, LogService logs,
            Supplier<List<String>> dashboards,
            String environment) {
        this.traces = traces;
        this.tracing = tracing;
        this.logs = logs;
        this.dashboards = dashboards;
        this.environment = environment;
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("Traces", "/traces"));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/traces", this::list);
        routes.get("/traces/list", request -> Answer.fragment(found(query(request), request)));
        routes.get("/traces/compared",
                request -> Answer.fragment(new ComparedView(traces, query(request)).render(request.now())));
        routes.get("/traces/map", this::map);
        routes.get("/traces/{id}", this::trace);
    }

    /** The pages of the section; the one that is shown is marked. */
    static Content tabs(String here, String range) {
        Element list = Html.el("ul");
        for (String[] page : new String[][]{{"/traces", "Search"}, {"/traces/map", "Service map"}}) {
            Element link = Html.link(page[0] + (range.isEmpty() ? "" : "?" + range), page[1]);
            list.add(Html.el("li", page[1].equals(here) ? link.attr("aria-current", "page") : link));
        }
        return Html.el("nav", list).attr("aria-label", "Traces");
    }

    /** The same time on the dashboards. */
    static Content dashboards(List<String> dashboards, String range) {
        Element list = Html.div("");
        dashboards.forEach(name -> list.add(Html.link("/dashboards/" + TimeRange.encode(name) + "?" + range, name)));
        return dashboards.isEmpty()
                ? Content.none()
                : Html.el("details", Html.textEl("summary", "Dashboards at this time"), list).cls("absolute");
    }

    private static TraceQuery query(Request request) {
        return new TraceQuery(request, TimeRange.of(request, USUAL));
    }

    private Answer list(Request request) {
        TraceQuery query = query(request);
        Content compared = ComparedView.place(query);
        Element result = Html.div("found");
        String error = "";
        try {
            result.add(found(query, request));
            if (query.range().live()) {
                result.attr("hx-get", query.address("/traces/list")).attr("hx-trigger", "tick from:body");
            }
        } catch (SearchException refused) {
            error = refused.getMessage();
            compared = Html.div("");
        }
        return Answer.page("Traces", Content.all(tabs("Search", query.range().query()),
                Html.div("side", dashboards(dashboards.get(), query.range().query()))),
                Content.all(query.form(traces.services(query.range().from()), error), compared, result));
    }

    private Content found(TraceQuery query, Request request) {
        TracingView now = tracing.get();
        Optional<TraceMatches> searched = query.search().map(traces::search);
        List<TraceSummary> found = searched.map(TraceMatches::traces).orElseGet(() -> traces.list(query.filter()));
        Content words = searched.map(matches -> TraceList.words(matches, query, request.now()))
                .orElseGet(() -> TraceList.words(found));
        return Content.all(found.isEmpty()
                ? Content.all(searched.isPresent() ? words : Content.none(), TraceNotes.none(now, environment))
                : Content.all(TraceNotes.off(now, environment, "Tracing is off: these are from before."), words,
                        TraceList.table(found, request.now())),
                TraceNotes.counts(traces.counts(), now));
    }

    private Answer map(Request request) {
        TimeRange range = TimeRange.of(request, USUAL);
        return Answer.page("Service map", Content.all(tabs("Service map", range.query()),
                range.picker("/traces/map", Map.of())),
                new TraceMap(traces, range).render(tracing.get(), environment));
    }

    private Answer trace(Request request) {
        String text = request.value("id").orElse("");
        TraceId id = TraceId.parse(text).orElseThrow(() -> new IllegalArgumentException(
                "trace id '" + text + "'; it has 32 hexadecimal digits"));
        return new TracePage(id, traces.find(id), tracing.get(), logs, environment).render(dashboards.get(),
                request.now());
    }
}
