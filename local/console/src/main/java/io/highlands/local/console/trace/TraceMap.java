// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.highlands.local.console.overview.EdgeTraffic;
import io.highlands.local.console.overview.MapDrawing;
import io.highlands.local.console.overview.MapLayout;
import io.highlands.local.console.overview.MapNode;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.span.Span;
import io.highlands.local.span.SpanKind;
import io.highlands.local.span.TraceId;
import io.highlands.local.traces.Traces;

/** Who calls whom, as spans say it: services by the requests that they received, edges by the calls that callers made. */
final class TraceMap {

    /** Newest spans per service that are counted. */
    private static final int MAX_SPANS = 5_000;

    /** A CLIENT span. */
    private record Call(TraceId trace, long id) {}

    private record Edge(String from, String to, CallStatistics calls) {}

    private final Traces traces;

    private final TimeRange range;

    private boolean cut;

    TraceMap(Traces traces, TimeRange range) {
        this.traces = traces;
        this.range = range;
    }

    Content render(TracingView tracing, String environment) {
        List<String> services = traces.services(range.from());
        Map<String, CallStatistics> received = new TreeMap<>();
        List<Edge> edges = new ArrayList<>();
        Map<String, List<Span>> calls = new TreeMap<>();
        services.forEach(service -> calls.put(service,
                traces.calls(service, range.from(), range.until(), MAX_SPANS)));
        cut = calls.values().stream().anyMatch(spans -> spans.size() == MAX_SPANS);
        Map<Call, String> callees = callees(calls);
        for (String service : services) {
            List<Span> spans = calls.get(service);
            List<Span> roots = spans.stream().filter(TraceMap::received).toList();
            received.put(service, CallStatistics.of(roots));
            List<Span> first = roots.stream().filter(span -> span.parent() == 0).toList();
            if (!first.isEmpty()) {
                edges.add(new Edge("", service, CallStatistics.of(first)));
            }
            spans.stream().filter(span -> span.kind() == SpanKind.CLIENT && !callee(span, callees).isEmpty())
                    .collect(Collectors.groupingBy(span -> callee(span, callees), TreeMap::new, Collectors.toList()))
                    .forEach((peer, made) -> edges.add(new Edge(service, peer, CallStatistics.of(made))));
        }
        if (edges.isEmpty()) {
            return TraceNotes.none(tracing, environment);
        }
        return Content.all(TraceNotes.off(tracing, environment, "Tracing is off: this is from before."),
                Html.div("card", draw(services, received, edges)), table(edges, services), cut
                        ? Html.textEl("p", "Counted from the newest " + MAX_SPANS + " spans of a service: choose a "
                                + "shorter range to count all.").cls("muted")
                        : Content.none(),
                TraceNotes.counts(traces.counts(), tracing));
    }

    /** The services that received calls, as their own spans name them: a caller may know an address only. */
    private static Map<Call, String> callees(Map<String, List<Span>> spans) {
        Map<Call, String> callees = new HashMap<>();
        spans.forEach((service, all) -> all.stream().filter(TraceMap::received).filter(span -> span.parent() != 0)
                .forEach(span -> callees.put(new Call(span.trace(), span.parent()), service)));
        return callees;
    }

    private static String callee(Span call, Map<Call, String> callees) {
        return callees.getOrDefault(new Call(call.trace(), call.id()), call.peer());
    }

    /** A request that the service received; what it began by itself, such as publishing its metrics, is none. */
    private static boolean received(Span span) {
        return span.localRoot() && (span.kind() == SpanKind.SERVER || span.kind() == SpanKind.CONSUMER);
    }

    private Content draw(List<String> services, Map<String, CallStatistics> received, List<Edge> edges) {
        double seconds = Math.max(1, range.length().toMillis() / 1000.0);
        List<EdgeTraffic> traffic = edges.stream().map(edge -> new EdgeTraffic(edge.from(), edge.to(),
                edge.calls().count() / seconds, edge.calls().failed() / (double) edge.calls().count(),
                edge.calls().meanNanos() / 1e6, 0, 0, edge.calls().count())).toList();
        List<MapNode> nodes = new ArrayList<>();
        nodes.add(new MapNode("", "outside", "requests that begin a trace", "", List.of(), 0, search("")));
        services.forEach(service -> nodes.add(node(service, received.get(service), seconds)));
        return new MapDrawing(new MapLayout(services, traffic)).draw(nodes, traffic);
    }

    private MapNode node(String service, CallStatistics received, double seconds) {
        return new MapNode(service, service, received.count() == 0
                ? "no request received"
                : "p95 " + Times.took(received.p95Nanos()) + (received.failed() == 0
                        ? ""
                        : ", " + Figures.number(100.0 * received.failed() / received.count()) + " % failed"),
                Figures.number(received.count() / seconds) + "/s", List.of(), 0, search("&service="
                        + TimeRange.encode(service)));
    }

    private String search(String more) {
        return "/traces?" + range.query() + more;
    }

    private Content table(List<Edge> edges, List<String> services) {
        Duration length = range.length();
        List<Element> rows = edges.stream().map(edge -> Html.row(edge.from().isEmpty()
                ? Html.span("muted", "outside")
                : Content.text(edge.from()), target(edge, services),
                Html.link(search("&service=" + TimeRange.encode(edge.to())), Figures.number(edge.calls().count())),
                edge.calls().failed() == 0
                        ? Content.text("0")
                        : Html.badge("alarm", Figures.number(edge.calls().failed())),
                Content.text(Times.took(edge.calls().meanNanos())), Content.text(Times.took(edge.calls().p95Nanos()))))
                .toList();
        return Html.div("card", Html.el("h2", Content.text("Calls "), Html.span("muted", "over "
                + Figures.duration(length) + ", as the caller’s spans have them")),
                Html.table("Calls", List.of("From", "To", "Calls", "Failed", "Mean", "p95"), rows));
    }

    /** Between two services the mesh knows the edge, too. */
    private Content target(Edge edge, List<String> services) {
        return services.contains(edge.from()) && services.contains(edge.to())
                ? Html.link("/edges/" + TimeRange.encode(edge.from()) + "/" + TimeRange.encode(edge.to()) + "?"
                        + range.query(), edge.to())
                : Content.text(edge.to());
    }
}
