// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.highlands.local.console.web.AwsLinks;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.ScoreEntry;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.html.Markdown;

/** How a drill goes: its clock, what was told, its forms, its report, and the scores. */
final class DrillPages {

    private static final int MAX_SCORES = 20;

    private static final Markdown MARKDOWN = new Markdown(AwsLinks::here);

    private final DrillRuns drill;

    DrillPages(DrillRuns drill) {
        this.drill = drill;
    }

    /** How far it is, on one line. */
    static Content clock(DrillView view, Instant now) {
        return switch (view.phase()) {
            case NONE -> Content.none();
            case WAITING -> line("warn", "waiting", "for " + since(view.started(), now));
            case RUNNING -> line("warn", "running", "for " + since(view.begun().orElseThrow().since(), now));
            case OVER -> view.score().map(DrillPages::outcome)
                    .orElseGet(() -> line("unknown", "ended", "before it began"));
            case ELSEWHERE -> line("warn", "running", "in a terminal");
        };
    }

    private static Content outcome(ScoreEntry score) {
        return line(score.mitigated() ? "ok" : "unknown", score.mitigated() ? "mitigated" : "given up",
                points(score));
    }

    private static String points(ScoreEntry score) {
        return score.points() + " points, level " + score.level() + ", seed " + score.seed();
    }

    private static Content line(String badge, String state, String text) {
        return Content.all(Html.badge(badge, state), Content.text(" " + text));
    }

    private static String since(Instant at, Instant now) {
        return Figures.duration(Duration.between(at, now));
    }

    /** What was said and told, the newest at its end, which is in sight; of fixed height, so that nothing below moves. */
    static Content log(DrillView view) {
        if (view.number() == 0 || view.phase() == DrillView.Phase.ELSEWHERE) {
            return Content.none();
        }
        return Html.div("card", Html.textEl("h2", "What was told"), Html.div("scroll drill-log",
                Html.textEl("pre", String.join("\n", view.told()))).attr("id", "drill-log").attr("tabindex", "0")
                .attr("role", "region").attr("aria-label", "What was told"));
    }

    /** The forms or the report, which stay as they are until the drill is in another phase. */
    Element state(DrillView view, Instant now, String token) {
        DrillForms forms = new DrillForms(token);
        Content content = switch (view.phase()) {
            case NONE -> Content.all(forms.begin(), scores(now));
            case WAITING -> forms.waiting();
            case RUNNING -> forms.running(view.begun().orElseThrow(), view.said());
            case OVER -> Content.all(report(), forms.begin(), scores(now));
            case ELSEWHERE -> Content.all(elsewhere(view.elsewhere().orElseThrow(), now), scores(now));
        };
        return Html.div("", content).attr("id", "drill").attr("hx-get", "/drill/state?shown=" + view.key())
                .attr("hx-trigger", "tick from:body").attr("hx-swap", "outerHTML");
    }

    private static Content elsewhere(RunningDrill other, Instant now) {
        return Html.div("card", Html.textEl("h2", "A drill runs in a terminal"), Html.el("p",
                Content.text("Process " + other.pid() + " runs it since "), Figures.time(other.since(), now),
                Content.text(". It takes its answers there. One drill runs at a time.")));
    }

    private Content report() {
        Optional<String> report = drill.report();
        return report.isEmpty()
                ? Html.textEl("p", "The drill ended without a report; its last line says why.").cls("message")
                : Html.div("card runbook drill-report",
                        MARKDOWN.render(report.get().replaceFirst("(?m)^# .*$", "")));
    }

    private Content scores(Instant now) {
        List<ScoreEntry> scores;
        try {
            scores = drill.scores();
        } catch (ControlException unreadable) {
            return Html.textEl("p", unreadable.getMessage()).cls("message failed");
        }
        List<Element> rows = scores.reversed().stream().limit(MAX_SCORES).map(score -> Html.row(
                Html.span("fit", Integer.toString(score.points())), Content.text(Integer.toString(score.level())),
                Content.text(Long.toString(score.seed())), Html.span("fit", score.secondsToMitigate()
                        .map(seconds -> Figures.duration(Duration.ofSeconds(seconds))).orElse("given up")),
                Content.text("-" + score.wrongPoints()), Content.text("-" + score.hintPoints()),
                Figures.time(score.at(), now))).toList();
        return rows.isEmpty()
                ? Content.none()
                : Html.div("card", Html.textEl("h2", "Scores"), Html.table("Scores of drills",
                        List.of("Points", "Level", "Seed", "Mitigated after", "Wrong", "Hints", "Begun"), rows));
    }
}
