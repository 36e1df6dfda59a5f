// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.traces.TraceSearch;
import io.highlands.local.traces.Traces;
import io.highlands.local.traces.compare.AttributeShare;
import io.highlands.local.traces.compare.ComparedSearch;
import io.highlands.local.traces.compare.ComparisonBusyException;
import io.highlands.local.traces.compare.SpanAttribute;
import io.highlands.local.traces.compare.TraceComparison;
import io.highlands.local.traces.compare.TraceGroup;
import io.highlands.local.traces.compare.TraceSample;
import io.highlands.local.traces.compare.TraceSamples;
import io.highlands.local.traces.compare.TraceSelection;

/**
 * Above the list of traces: how long they took, groups of them, and what the failed and the slow ones have in common. All parts
 * have a fixed height, so that nothing below moves when they are refreshed.
 */
final class ComparedView {

    private final Traces traces;

    private final TraceQuery query;

    ComparedView(Traces traces, TraceQuery query) {
        this.traces = traces;
        this.query = query;
    }

    /** Where it is shown, once it was read: the list does not wait for it. */
    static Content place(TraceQuery query) {
        if (query.hasText()) {
            return none("Durations and groups are not shown with a text; search for it as name=\"…\" or another"
                    + " attribute instead.");
        }
        return Html.div("compared", empty("Reading…"))
                .attr("hx-get", query.address("/traces/compared"))
                .attr("hx-trigger", query.range().live() ? "load, tick from:body throttle:14s" : "load");
    }

    private static Content empty(String why) {
        return Content.all(
                Html.div("card durations",
                        Html.el("h2", Content.text("Durations "), Html.span("muted reading", why))),
                Html.div("facets", card("Groups", Content.none()), card("What failed ones have in common",
                        Content.none()), card("What slow ones have in common", Content.none())));
    }

    Content render(Instant now) {
        Optional<TraceSearch> search = query.figures(TraceSamples.MAX_TRACES);
        if (search.isEmpty()) {
            return place(query);
        }
        try {
            return ComparedSearch.run(traces, search.get(), compared -> figures(compared, now));
        } catch (ComparisonBusyException busy) {
            return empty("The console compares other traces; open the page again.");
        }
    }

    private Content figures(ComparedSearch compared, Instant now) {
        List<TraceSample> read = compared.read().traces();
        ComparedLinks links = new ComparedLinks(query, read);
        return Content.all(new DurationGraph(compared, links).render(now),
                Html.div("facets", card("Groups", groups(read, links)),
                        card("What failed ones have in common", common(read, TraceSelection.FAILED,
                                "failed", "Failed", links)),
                        card("What slow ones have in common", common(read, TraceSelection.SLOW,
                                "slow: longer than 9 of 10", "Slow", links))));
    }

    private static Element card(String heading, Content content) {
        return Html.div("card", Html.textEl("h2", heading), content);
    }

    private static Content groups(List<TraceSample> traces, ComparedLinks links) {
        List<Element> rows = TraceGroup.of(traces).stream().map(group -> {
            String name = name(group);
            return Html.row(linked(links.group(group), "g-" + group.by(), name),
                    Html.span("num", String.valueOf(group.traces())),
                    group.failed() == 0
                            ? Html.span("num", "0")
                            : Html.span("num", group.failed() + " (" + percent(group.failed(), group.traces()) + ")"),
                    Html.span("num", Times.took(group.p50Nanos())), Html.span("num", Times.took(group.p95Nanos())));
        }).toList();
        return rows.isEmpty()
                ? none("No trace to group.")
                : Html.table("Groups", List.of("Route, status or error", "Traces", "Failed", "p50", "p95"), rows)
                        .attr("id", "groups");
    }

    private static String name(TraceGroup group) {
        List<String> values = group.attributes().stream().map(SpanAttribute::value).toList();
        return switch (group.by()) {
            case ROUTE -> String.join(" ", values);
            case STATUS -> "status " + values.getFirst();
            case ERROR_TYPE -> "error " + values.getFirst();
        };
    }

    private static Content common(List<TraceSample> traces, TraceSelection selection, String which, String heading,
            ComparedLinks links) {
        TraceComparison compared = TraceComparison.of(traces, selection.among(traces));
        if (compared.selected() == 0 || compared.others() == 0) {
            return none(compared.selected() == 0
                    ? "No trace is " + which + "."
                    : "All are " + which + ": there is none to compare them with.");
        }
        if (compared.attributes().isEmpty()) {
            return none(compared.selected() + " of " + traces.size() + " are " + which
                    + "; they have nothing in common by more than chance.");
        }
        List<Element> rows = new ArrayList<>();
        for (AttributeShare share : compared.attributes()) {
            rows.add(Html.row(
                    linked(links.attribute(share), "a-" + heading,
                            share.attribute().key() + "=" + share.attribute().value()),
                    Html.span("num", share.selected() + " of " + compared.selected()),
                    Html.span("num", share.others() + " of " + compared.others())));
        }
        return Html.table(heading + " traces have in common", List.of("Attribute of any span", heading, "Others"),
                rows).attr("id", "common-" + heading.toLowerCase(Locale.ROOT));
    }

    /** A link that keeps the focus when it is refreshed, as its id says what it is about. */
    private static Content linked(Optional<String> address, String kind, String text) {
        return address.<Content>map(to -> Html.link(to, text).attr("id", kind + Integer.toHexString(text.hashCode())))
                .orElseGet(() -> Content.text(text));
    }

    private static Content none(String text) {
        return Html.textEl("p", text).cls("muted");
    }

    private static String percent(int part, int all) {
        return Math.round(100.0 * part / all) + " %";
    }
}
