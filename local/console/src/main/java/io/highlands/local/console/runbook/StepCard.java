// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.highlands.local.control.message.RunbookStepResult;
import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.runbook.Runbook;
import io.highlands.local.runbook.Step;

/** The steps of a page with their buttons and last results. */
final class StepCard {

    private final StepView view;
    private final Optional<StepProgress> progress;
    private final List<RunbookStepResult> results;

    StepCard(StepView view, StepRuns runs) {
        this.view = view;
        this.progress = runs.latest();
        this.results = runs.results(view.page().kind(), view.alarm());
    }

    /** What changes by itself: all of it. Buttons and outputs have ids, by which focus and scroll stay. */
    Content content() {
        Runbook page = view.page();
        Element all = view.form("", Html.el("button").cls("main").attr("type", "submit")
                .attr("id", view.id("run", "all")).text("Run all diagnosis steps")).cls("bar");
        return Content.all(Html.el("h2", Content.text("Steps of "), Html.link(view.origin().startsWith("/incident")
                ? "/runbooks/" + page.kind() + "?instance=" + view.instance().name()
                : view.origin(), page.kind()), Content.text(view.alarm().isEmpty() ? "" : " for " + view.alarm())),
                all, state(), list("Diagnosis", Step::isDiagnosis), list("Mitigation", Step::isChange),
                list("Verification", Step::isVerification));
    }

    private Element state() {
        Element state = Html.el("p").attr("role", "status");
        progress.ifPresent(run -> {
            boolean own = own(run);
            if (run.running()) {
                state.add(Html.badge("warn", own ? "running" : "busy"), Content.text(" "
                        + (own ? "" : run.order().kind() + ": ") + String.join(", ", run.order().steps()) + ", for "
                        + Figures.duration(Duration.between(run.started(), view.now()))));
            } else if (own && run.failed()) {
                state.add(Html.badge("alarm", "not run"), Content.text(" " + run.message()));
            }
        });
        return state;
    }

    private boolean own(StepProgress run) {
        return run.order().kind().equals(view.page().kind()) && run.order().alarm().equals(view.alarm());
    }

    private Content list(String title, Predicate<Step> which) {
        List<Step> steps = view.page().steps().stream().filter(which).toList();
        if (steps.isEmpty()) {
            return Content.none();
        }
        Element list = Html.el("ol").attr("aria-label", title);
        steps.forEach(step -> list.add(entry(step)));
        return Content.all(Html.textEl("h3", title), list);
    }

    private Element entry(Step step) {
        Optional<RunbookStepResult> result = results.stream().filter(one -> one.step().equals(step.name()))
                .findFirst();
        Element entry = Html.el("li", Html.div("bar", Html.textEl("strong", step.name()),
                result.map(this::verdict).orElse(Content.none()), button(step))).attr("id",
                        view.id("step", step.name()));
        pattern(entry, "healthy", step.healthy(), step.healthyWords());
        pattern(entry, "sick", step.sick(), step.sickWords());
        result.ifPresent(one -> {
            entry.add(Html.el("pre").cls("scroll").attr("tabindex", "0").attr("id", view.id("output", step.name()))
                    .attr("role", "group").attr("aria-label", "Output of " + step.name()).text(output(one)));
            if (one.verdict().equals("sick") && !step.next().isEmpty()) {
                entry.add(Html.textEl("p", "next: " + step.next()).cls("muted"));
            }
        });
        return entry;
    }

    private Content button(Step step) {
        if (step.isAwsOnly()) {
            return Html.span("muted", "AWS only: " + step.awsOnly());
        }
        return step.isChange()
                ? Html.link(view.address(step.name()), "Run " + step.name() + " …").cls("button").attr("id",
                        view.id("run", step.name()))
                : view.form("", StepView.hidden("step", step.name()), Html.el("button").attr("type", "submit")
                        .attr("id", view.id("run", step.name())).attr("aria-label", "Run " + step.name()).text("Run"));
    }

    private Content verdict(RunbookStepResult result) {
        String look = switch (result.verdict()) {
            case "healthy", "done" -> "ok";
            case "sick", "failed" -> "alarm";
            default -> "warn";
        };
        return Content.all(Html.badge(look, result.verdict()), Figures.time(result.at(), view.now()));
    }

    private static void pattern(Element entry, String when, Optional<Pattern> pattern, String words) {
        pattern.ifPresent(found -> entry.add(Html.el("p", Content.text(when + " when it prints "),
                words.isEmpty() ? Content.none() : Html.textEl("strong", words), Content.text(" "),
                Html.textEl("code", found.pattern())).cls("muted")));
    }

    private static String output(RunbookStepResult result) {
        String output = result.output().isBlank() ? "(printed nothing)" : result.output().stripTrailing();
        return result.error().isEmpty() ? output : result.error() + "\n" + output;
    }
}
