// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.drill;

import java.util.List;

import io.highlands.local.control.message.DrillBegun;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;

/** What a trainee can do on the page: begin, answer, take a hint, give up. */
final class DrillForms {

    private static final List<String> LEVELS = List.of("1: one fault", "2: two faults",
            "3: two faults, and a deployment that is not at fault");

    private final String token;

    DrillForms(String token) {
        this.token = token;
    }

    /** The form that begins a drill. */
    Element begin() {
        Element level = Html.el("select").attr("name", "level");
        for (int i = 0; i < LEVELS.size(); i++) {
            level.add(Html.textEl("option", LEVELS.get(i)).attr("value", i + 1));
        }
        Element seed = Html.el("input").attr("name", "seed").attr("inputmode", "numeric").attr("size", 12)
                .attr("maxlength", 20).attr("placeholder", "any");
        return Html.div("card", Html.textEl("h2", "Begin a drill"),
                Html.textEl("p",
                        "A fault is hidden in the running platform, and the clock starts. Find it by the pages of "
                                + "this console, the runbooks and commands, say here what it is, and end it as its runbook says. "
                                + "It begins once no alarm is in ALARM.")
                        .cls("muted"),
                post("/drill/begin", label("Level", level), label("Seed", seed), button("Begin", "main"))
                        .cls("bar"),
                Html.textEl("p", "The same seed on the same templates is the same drill.").cls("muted after"));
    }

    /** The forms of a drill under way. */
    Element running(DrillBegun drill, List<String> said) {
        Element answer = post("/drill/answer", choice("Where", "where", drill.places(), said, 0),
                choice("Kind", "kind", drill.kinds(), said, 1),
                choice("Mitigation", "mitigation", drill.mitigations(), said, 2), button("Answer", "main"))
                .cls("answer-form");
        return Html.div("card", Html.textEl("h2", "What is it?"),
                Html.textEl("p", (drill.faults() == 1 ? "One fault is" : drill.faults() + " faults are")
                        + " hidden. Kind and mitigation may follow in a later answer; each wrong part costs points.")
                        .cls("muted"),
                answer, Html.div("bar-row after", post("/drill/hint",
                        button("Hint: costs " + drill.hintPoints() + " points", "")),
                        giveUp(
                                "The drill ends with its faults, and the truth is shown.")));
    }

    /** What can be done before the faults are injected. */
    Element waiting() {
        return Html.div("card", Html.textEl("h2", "The drill waits"),
                Html.textEl("p", "It begins on a healthy platform: no fault injected, no alarm in ALARM, all services "
                        + "steady.").cls("muted"),
                giveUp("Nothing is injected then."));
    }

    private Element giveUp(String what) {
        return Html.el("details", Html.textEl("summary", "Give up …"),
                Html.textEl("p", what), post("/drill/give-up", button("Give up", ""))).cls("give-up");
    }

    private static Element choice(String title, String name, List<String> words, List<String> said, int part) {
        String before = part < said.size() ? said.get(part) : "";
        Element select = Html.el("select").attr("name", name).flag("required", part == 0);
        select.add(Html.textEl("option", part == 0 ? "Choose" : "Not yet").attr("value", ""));
        words.forEach(word -> select.add(Html.textEl("option", word).attr("value", word)
                .flag("selected", word.equals(before))));
        return label(title, select);
    }

    private static Element label(String title, Element field) {
        return Html.el("label", Content.text(title), field);
    }

    private static Element button(String text, String cls) {
        return Html.el("button").attr("type", "submit").cls(cls).text(text);
    }

    private Element post(String path, Content... fields) {
        return Html.el("form", fields).add(Html.el("input").attr("type", "hidden").attr("name", "token")
                .attr("value", token)).attr("method", "post").attr("action", path);
    }
}
