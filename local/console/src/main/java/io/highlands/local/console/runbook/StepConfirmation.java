// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Html;
import io.highlands.local.runbook.Step;

/** What is confirmed before a step changes something: the command as it runs, and what the page says of it. */
final class StepConfirmation {

    private StepConfirmation() {
    }

    static Content content(StepView view, Step step) {
        String command = view.instance().pasted(step);
        Element facts = Html.el("dl").cls("facts");
        fact(facts, "Cause", step.cause());
        fact(facts, "Effect", step.effect());
        fact(facts, "Risk", step.risk());
        fact(facts, "Undo", step.undo());
        return Html.div("card steps", Html.textEl("p", "This command runs on this machine, against local mode:"),
                Html.el("pre").attr("tabindex", "0").attr("id", "command").text(command), facts,
                Html.textEl("p", "After it the verification of the page runs, until it is healthy or its time is over.")
                        .cls("muted"),
                view.form(step.name(), StepView.hidden("command", command),
                        Html.el("button").cls("main").attr("type", "submit").text("Run this command"),
                        Html.link(view.origin(), "Cancel").cls("button")).cls("bar"));
    }

    private static void fact(Element list, String name, String value) {
        if (!value.isEmpty()) {
            list.add(Html.textEl("dt", name), Html.textEl("dd", value));
        }
    }
}
