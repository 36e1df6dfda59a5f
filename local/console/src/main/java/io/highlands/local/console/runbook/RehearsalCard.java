// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.runbook.RehearsalSpec;
import io.highlands.local.runbook.Runbook;

/** The button that rehearses a page, and how the rehearsal goes. */
final class RehearsalCard {

    private final Rehearsals rehearsals;

    RehearsalCard(Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
    }

    /** What is injected, the button, and what changes by itself. */
    Content card(Runbook page, Instant now, String token) {
        if (page.front().rehearsal().isEmpty()) {
            return Content.none();
        }
        RehearsalSpec rehearsal = page.front().rehearsal().get();
        Element facts = Html.el("dl").cls("facts");
        fact(facts, "Fault", Html.textEl("code", rehearsal.fault()));
        fact(facts, "In AWS", Content.text(rehearsal.fis()));
        fact(facts, "Fires within", Content.text(Figures.duration(rehearsal.firesWithin()) + " of AWS’s time"));
        String path = "/runbooks/" + page.kind();
        Element button = Html.el("form", Html.el("input").attr("type", "hidden").attr("name", "token")
                .attr("value", token), Html.el("button").cls("main").attr("type", "submit").text("Rehearse"))
                .cls("bar").attr("method", "post").attr("action", path + "/rehearse");
        return Html.div("card", Html.textEl("h2", "Rehearse"), facts,
                Html.textEl("p", "Injects the fault into the running platform, sees the alarm fire, runs the commands "
                        + "of this page, mitigates, and sees it clear.").cls("muted"),
                button, Html.div("", progress(page, now)).attr("hx-get", path + "/rehearsal").attr("hx-trigger",
                        "tick from:body"));
    }

    /** How the rehearsal of this page goes, what else is rehearsed, and the last report. */
    Content progress(Runbook page, Instant now) {
        Element said = Html.div("rehearsal");
        Optional<RehearsalRun> run = rehearsals.latest();
        run.filter(other -> other.running() && !other.kind().equals(page.kind())).ifPresent(other -> said.add(
                Html.el("p", Html.badge("warn", "busy"), Content.text(" "),
                        Html.link("/runbooks/" + other.kind(), other.kind()), Content.text(" is being rehearsed."))));
        run.filter(own -> own.kind().equals(page.kind())).ifPresent(own -> said.add(state(own, now),
                Html.el("pre").attr("tabindex", "0").text(String.join("\n", own.lines()))));
        if (rehearsals.report(page.kind()).isPresent()) {
            said.add(Html.el("p", Html.link("/runbooks/" + page.kind() + "/report", "Report of the last rehearsal")));
        }
        return said;
    }

    private static Element state(RehearsalRun run, Instant now) {
        if (run.running()) {
            return Html.el("p", Html.badge("warn", "running"), Content.text(" for "
                    + Figures.duration(Duration.between(run.started(), now))));
        }
        int code = run.exitCode().getAsInt();
        return Html.el("p", code == 0
                ? Html.badge("ok", "passed")
                : Html.badge("alarm", "failed"), Content.text(" begun "), Figures.time(run.started(), now));
    }

    private static void fact(Element list, String name, Content value) {
        list.add(Html.textEl("dt", name), Html.el("dd", value));
    }
}
