// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.highlands.local.html.Content;
import io.highlands.local.html.Element;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.rehearsal.Event;
import io.highlands.local.rehearsal.Result;
import io.highlands.local.rehearsal.StepRun;
import io.highlands.local.runbook.RehearsalSpec;

/** One rehearsal: what happened when, what each command said, what the dashboard showed. */
final class ResultPage {

    private ResultPage() {
    }

    static String of(Result result) {
        List<Content> content = new ArrayList<>();
        content.add(Html.el("p", Html.link("index.html", "All rehearsals")));
        content.add(facts(result));
        content.addAll(list("What failed", "failures", result.failures()));
        content.add(Html.textEl("h2", "What happened"));
        content.add(timeline(result));
        content.addAll(list("Replayed through prod, in AWS's time", "replay", result.replay()));
        content.add(Html.textEl("h2", "The dashboard at the peak of the fault"));
        content.add(result.panels().isEmpty()
                ? Html.textEl("p", "It was not drawn.")
                : Html.div("panels", Content.all(result.panels().stream().map(PanelPicture::of).toList())));
        content.add(Html.textEl("h2", "Commands and what they said"));
        result.steps().forEach(run -> content.add(step(run, result)));
        return Document.of("Rehearsal of " + result.page().kind(), content);
    }

    private static Content facts(Result result) {
        RehearsalSpec spec = result.page().front().rehearsal().orElseThrow();
        return Html.el("dl", fact("Verdict", Document.verdict(result)),
                fact("Fault", Content.text(spec.fault())), fact("In AWS", Content.text(spec.fis())),
                fact("Detected after", Content.text(IndexPage.time(result.detected(), result.timeScale()))),
                fact("Recovered after", Content.text(IndexPage.time(result.recovered(), result.timeScale()))),
                fact("Began", Html.textEl("span", result.began().toString())),
                fact("Took", Content.text(Figures.duration(result.took()))));
    }

    private static Content fact(String name, Content value) {
        return Content.all(Html.textEl("dt", name), Html.el("dd", value));
    }

    private static List<Content> list(String title, String cls, List<String> lines) {
        return lines.isEmpty()
                ? List.of()
                : List.of(Html.textEl("h2", title), Html.el("ul")
                        .add(lines.stream().map(line -> Html.textEl("li", line)).toList()).cls(cls));
    }

    private static Content timeline(Result result) {
        Stream<Event> changes = result.changes().stream().map(change -> new Event(change.at(),
                change.alarm() + " is " + change.state() + ": " + change.reason()));
        List<Element> rows = Stream.concat(result.events().stream(), changes).sorted(Comparator.comparing(Event::at))
                .map(event -> Html.row(Figures.time(event.at(), result.ended()), Content.text(event.what()))).toList();
        return Html.table("Timeline", List.of("At (UTC)", "What"), rows);
    }

    private static Content step(StepRun run, Result result) {
        Element details = Html.el("details", Html.el("summary",
                Html.badge(run.asWanted() ? "ok" : "alarm", run.verdict().words()),
                Content.text(" " + run.phase() + ": " + run.step().name() + (run.attempts() > 1
                        ? ", at attempt " + run.attempts()
                        : "") + " "),
                Figures.time(run.at(), result.ended())),
                Html.el("pre", Html.textEl("code", run.step().command())),
                Html.el("pre", Html.textEl("samp", run.result().out())));
        if (!run.result().errors().isBlank()) {
            details.add(Html.el("pre", Html.textEl("samp", run.result().errors())).cls("errors"));
        }
        run.step().healthy().ifPresent(pattern -> details.add(Html.textEl("p", "healthy: " + pattern.pattern())));
        run.step().sick().ifPresent(pattern -> details.add(Html.textEl("p", "sick: " + pattern.pattern())));
        return details.flag("open", !run.asWanted());
    }
}
