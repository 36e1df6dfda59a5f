// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.edge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.NotFound;
import io.highlands.local.console.web.Request;
import io.highlands.local.console.web.Routes;
import io.highlands.local.console.web.Section;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.edges.Edge;
import io.highlands.local.edges.EdgeReader;
import io.highlands.local.edges.EdgeView;
import io.highlands.local.edges.PublishedFigures;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.mesh.EdgeCounters;
import io.highlands.local.mesh.MeshSnapshot;

/** The pages of edges. They are made when they are asked for, and do not refresh: each reads a whole window of log lines. */
public final class EdgeSection implements Section {

    private static final Duration USUAL = Duration.ofMinutes(15);

    private record Pair(String caller, String callee, EdgeCounters counters) {}

    private final EdgeSources sources;

    /**
     * Serves the pages below {@code /edges}.
     *
     * @param sources where it reads
     */
    public EdgeSection(EdgeSources sources) {
        this.sources = sources;
    }

    /**
     * The page of an edge.
     *
     * @param caller who calls
     * @param callee who is called
     * @return its path in the console
     */
    public static String address(String caller, String callee) {
        return "/edges/" + TimeRange.encode(caller) + "/" + TimeRange.encode(callee);
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("Edges", "/edges"));
    }

    @Override
    public void register(Routes routes) {
        routes.get("/edges", request -> list());
        routes.get("/edges/{caller}/{callee}", this::one);
    }

    private List<Pair> pairs() {
        MeshSnapshot mesh = sources.mesh().get();
        return mesh.edges().stream().map(edge -> new Pair(edge.client(), mesh.owner(edge.discoveryName()), edge))
                .toList();
    }

    private Answer list() {
        List<Element> rows = pairs().stream().map(pair -> Html.row(
                Html.link(address(pair.caller(), pair.callee()), pair.caller() + " → " + pair.callee()),
                Content.text(String.valueOf(pair.counters().requests())),
                Content.text(String.valueOf(pair.counters().retries())),
                Content.text(String.valueOf(pair.counters().target().serverError())),
                Content.text(String.valueOf(pair.counters().proxy503() + pair.counters().proxy504())))).toList();
        return Answer.page("Edges", rows.isEmpty()
                ? Html.textEl("p", "No service calls another.").cls("empty-note")
                : Html.div("card", Html.table("Edges", List.of("Edge", "Requests since the start", "Retries",
                        "5xx of the callee, by attempt", "503 and 504 of the caller's proxy"), rows),
                        Html.textEl("p", "Where the time goes and who makes the errors is on the page of each edge.")
                                .cls("note")));
    }

    private Answer one(Request request) {
        String caller = request.value("caller").orElse("");
        String callee = request.value("callee").orElse("");
        if (pairs().stream().noneMatch(pair -> pair.caller().equals(caller) && pair.callee().equals(callee))) {
            throw new NotFound("edge '" + caller + " → " + callee + "'; there are: " + pairs().stream()
                    .map(pair -> pair.caller() + " → " + pair.callee()).collect(Collectors.joining(", ")));
        }
        TimeRange range = TimeRange.of(request, USUAL);
        Set<String> names = sources.names().apply(callee);
        EdgeReader reader = new EdgeReader(sources.traces(), sources.logs(),
                new PublishedFigures(sources.metrics(), sources.environment(), sources.cluster().get()));
        EdgeView view = reader.read(new Edge(caller, callee, names.isEmpty() ? Set.of(callee) : names),
                sources.accessLogs().get(), range.from(), range.until());
        return new EdgePage(view, range, request.now(), sources.environment()).answer();
    }
}
