// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.edge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.highlands.local.edges.ClientFigures;
import io.highlands.local.edges.EdgeFacts;
import io.highlands.local.edges.ProxyFigures;
import io.highlands.local.edges.SpanFigures;
import io.highlands.local.edges.TargetFigures;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;

/** The figures of an edge side by side, each as the one who took it has it. What nobody told is "unknown", not zero. */
final class EdgeFigures {

    private final EdgeFacts facts;

    EdgeFigures(EdgeFacts facts) {
        this.facts = facts;
    }

    Content table() {
        String caller = facts.edge().caller();
        String callee = facts.edge().callee();
        return Html.div("card", Html.textEl("h2", "Side by side"),
                Html.table("Figures of this edge", List.of("Figure", caller + "'s HTTP client", "Mesh: " + caller
                        + "'s proxy, access log", "Mesh: published, attempts that " + callee + " answered",
                        "Spans: " + caller + " calling", "Spans: " + callee + " serving"),
                        List.of(row("Requests", ClientFigures::calls, ProxyFigures::requests, TargetFigures::answered,
                                SpanFigures::calls),
                                row("Failed: 5xx or no answer", ClientFigures::failed, ProxyFigures::failed,
                                        TargetFigures::failed, SpanFigures::failed),
                                row("Refused: 4xx", ClientFigures::refused, ProxyFigures::refused,
                                        TargetFigures::refused, SpanFigures::refused),
                                times("Mean", ClientFigures::meanMillis, ProxyFigures::meanMillis,
                                        TargetFigures::meanMillis, SpanFigures::meanMillis),
                                times("p99", seen -> Double.NaN, ProxyFigures::p99Millis, seen -> Double.NaN,
                                        SpanFigures::p99Millis),
                                times("Longest", ClientFigures::longestMillis, ProxyFigures::longestMillis,
                                        TargetFigures::longestMillis, SpanFigures::longestMillis))),
                Html.textEl("p",
                        "Spans are those of sampled traces only. The mesh counts attempts, a retried request more "
                                + "than once. Metrics are published in periods, so that their edges differ from those of logs and "
                                + "spans. Percentiles are never subtracted from each other.")
                        .cls("note"));
    }

    private Element row(String name, Function<ClientFigures, Long> client, Function<ProxyFigures, Long> proxy,
            Function<TargetFigures, Long> target, Function<SpanFigures, Long> spans) {
        return line(name, facts.client().map(client), facts.proxy().map(proxy), facts.target().map(target),
                spans(facts.callerSpans(), spans), spans(facts.calleeSpans(), spans), String::valueOf);
    }

    private Element times(String name, Function<ClientFigures, Double> client, Function<ProxyFigures, Double> proxy,
            Function<TargetFigures, Double> target, Function<SpanFigures, Double> spans) {
        return line(name, facts.client().map(client), facts.proxy().map(proxy), facts.target().map(target),
                spans(facts.callerSpans(), spans), spans(facts.calleeSpans(), spans),
                millis -> Double.isNaN(millis) ? "–" : Figures.number(millis) + " ms");
    }

    private static <T> Optional<T> spans(SpanFigures figures, Function<SpanFigures, T> figure) {
        return figures.calls() == 0 ? Optional.empty() : Optional.of(figure.apply(figures));
    }

    private static <T> Element line(String name, Optional<T> client, Optional<T> proxy, Optional<T> target,
            Optional<T> calling, Optional<T> serving, Function<T, String> words) {
        Element row = Html.el("tr", Html.textEl("th", name).attr("scope", "row"));
        List.of(client, proxy, target, calling, serving).forEach(value -> row.add(Html.el("td", value
                .<Content>map(known -> Content.text(words.apply(known)))
                .orElseGet(() -> Html.span("muted", "unknown")))));
        return row;
    }
}
