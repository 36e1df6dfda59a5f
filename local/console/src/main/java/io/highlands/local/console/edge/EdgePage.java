// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.highlands.local.console.web.Answer;
import io.highlands.local.console.web.TimeRange;
import io.highlands.local.edges.Edge;
import io.highlands.local.edges.EdgeView;
import io.highlands.local.edges.Sentence;
import io.highlands.local.edges.SpanWindow;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;

/** Shows what the mesh, the client and the spans saw of a caller's calls. */
final class EdgePage {

    private final EdgeView view;
    private final Edge edge;
    private final TimeRange range;
    private final Instant now;
    private final String environment;

    EdgePage(EdgeView view, TimeRange range, Instant now, String environment) {
        this.view = view;
        this.edge = view.facts().edge();
        this.range = range;
        this.now = now;
        this.environment = environment;
    }

    Answer answer() {
        RequestTables tables = new RequestTables(view.facts(), now, range.query());
        return Answer.page(edge.caller() + " → " + edge.callee(),
                range.picker(EdgeSection.address(edge.caller(), edge.callee()), Map.of()),
                Content.all(verdict(), new EdgeFigures(view.facts()).table(), tables.slow(), tables.failed(),
                        AwsQuestions.of(edge, environment)));
    }

    private Content verdict() {
        Element sentences = Html.el("ul").cls("verdict");
        for (Sentence sentence : view.verdict().sentences()) {
            sentences.add(Html.el("li", Html.badge(look(sentence.topic()), word(sentence.topic())),
                    Content.text(" " + sentence.text().replaceFirst("^Unknown: ", ""))));
        }
        Element card = Html.div("card", Html.el("h2", Content.text("Verdict "), Html.span("muted", window())),
                SplitBar.of(edge, view.facts().slow()), sentences);
        if (view.narrowed()) {
            card.add(Html.textEl("p", "The window begins later than asked for: at most " + SpanWindow.MAX
                    + " spans of a service are looked at.").cls("note"));
        }
        return card.attr("id", "verdict");
    }

    private String window() {
        return "over " + Figures.duration(Duration.between(view.from(), view.until())) + ", until "
                + Figures.moment(view.until(), now) + " UTC";
    }

    private static String look(Sentence.Topic topic) {
        return topic == Sentence.Topic.UNKNOWN ? "warn" : "quiet";
    }

    private static String word(Sentence.Topic topic) {
        return switch (topic) {
            case TRAFFIC -> "traffic";
            case TIME -> "time";
            case ERRORS -> "errors";
            case UNKNOWN -> "unknown";
        };
    }
}
