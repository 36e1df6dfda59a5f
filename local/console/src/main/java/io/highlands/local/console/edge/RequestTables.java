// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.edge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.highlands.local.console.web.TimeRange;
import io.highlands.local.edges.Edge;
import io.highlands.local.edges.EdgeFacts;
import io.highlands.local.edges.Failure;
import io.highlands.local.edges.Slow;
import io.highlands.local.edges.Split;
import io.highlands.local.edges.join.AccessLogEntry;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.span.TraceId;

/** The requests behind the verdict: the slowest and the failed ones, each with its trace. */
final class RequestTables {

    private static final int SHOWN = 25;

    private final Edge edge;
    private final EdgeFacts facts;
    private final Instant now;
    private final String range;

    RequestTables(EdgeFacts facts, Instant now, String range) {
        this.edge = facts.edge();
        this.facts = facts;
        this.now = now;
        this.range = range;
    }

    Content slow() {
        if (facts.slow().isEmpty()) {
            return Content.none();
        }
        List<Element> rows = facts.slow().stream().limit(SHOWN).map(this::slow).toList();
        return Html.div("card", Html.el("h2", Content.text("Slowest requests "), shown(facts.slow().size())),
                Html.table("Slowest requests", List.of("Ended", "Request", "Answer", "Proxy's time", "Waiting in "
                        + edge.caller(), "Proxy and network", edge.callee() + " itself",
                        edge.callee()
                                + " waiting for its own calls",
                        "Attempts", "Trace"), rows));
    }

    private static Content shown(int all) {
        return Html.span("muted", all > SHOWN ? SHOWN + " of the " + all + " that were looked at" : "");
    }

    private Element slow(Slow slow) {
        Optional<Split> split = slow.split();
        return Html.row(Figures.time(slow.entry().ended(), now), request(slow.entry()), status(slow.entry()),
                Content.text(Figures.number(slow.entry().millis()) + " ms"),
                millis(split.map(Split::waiting).orElse(OptionalDouble.empty())), millis(of(split.map(Split::proxy))),
                millis(of(split.map(Split::own))), millis(of(split.map(Split::upstreams))),
                Content.text(split.map(known -> String.valueOf(known.attempts())).orElse("")), trace(slow.trace()));
    }

    private static OptionalDouble of(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private static Content millis(OptionalDouble millis) {
        return millis.isPresent()
                ? Content.text(Figures.number(millis.getAsDouble()) + " ms")
                : Html.span("muted", "unknown");
    }

    Content failed() {
        if (facts.failures().isEmpty()) {
            return Content.none();
        }
        List<Element> rows = facts.failures().stream().limit(SHOWN).map(this::failure).toList();
        return Html.div("card", Html.el("h2", Content.text("Newest failures "), shown(facts.failures().size())),
                Html.table("Newest failures", List.of("Ended", "Request", "Answer", "Made by", "Did " + edge.callee()
                        + " get it?", "Proxy's time", "Trace"), rows));
    }

    private Element failure(Failure failure) {
        return Html.row(Figures.time(failure.entry().ended(), now), request(failure.entry()), status(failure.entry()),
                Content.text(switch (failure.maker()) {
                    case CALLER_PROXY -> edge.caller() + "'s proxy";
                    case CALLEE_PROXY -> edge.callee() + "'s proxy";
                    case CALLEE -> edge.callee();
                    case CALLEE_SIDE -> edge.callee() + " or its proxy";
                }), Content.text(failure.sent().map(sent -> sent ? "yes" : "no").orElse("unknown")),
                Content.text(Figures.number(failure.entry().millis()) + " ms"), trace(failure.trace()));
    }

    private static Content status(AccessLogEntry entry) {
        return entry.failed()
                ? Html.badge("alarm", entry.status() == 0 ? "none" : String.valueOf(entry.status()))
                : Content.text(String.valueOf(entry.status()));
    }

    /** All lines of all groups that have the request's id. */
    private Content request(AccessLogEntry entry) {
        return entry.requestId().isEmpty()
                ? Content.text(entry.path())
                : Html.link("/logs?group=*&" + range + "&filter=" + TimeRange.encode('"' + entry.requestId() + '"'),
                        entry.path()).attr("title", "Log lines of request " + entry.requestId());
    }

    private static Content trace(Optional<TraceId> trace) {
        return trace.<Content>map(id -> Html.link("/traces/" + id, id.toString().substring(16)).cls("mono"))
                .orElseGet(() -> Html.span("muted", "none"));
    }
}
