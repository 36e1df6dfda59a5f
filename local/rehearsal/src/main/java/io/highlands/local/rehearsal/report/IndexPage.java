// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.highlands.local.html.Content;
import io.highlands.local.html.Figures;
import io.highlands.local.html.Html;
import io.highlands.local.rehearsal.Result;

/** All rehearsals of a run. */
final class IndexPage {

    private static final List<String> COLUMNS = List.of("Page", "Verdict", "Detected after", "Recovered after",
            "Replayed through prod", "Took", "What failed");

    private IndexPage() {
    }

    static String of(List<Result> results) {
        long failed = results.stream().filter(result -> !result.passed()).count();
        return Document.of("Rehearsals of the runbooks", List.of(
                Html.textEl("p", results.size() + " rehearsed, " + failed + " failed."
                        + " Times are local mode's; in brackets those that pass in AWS."),
                Html.table("Rehearsals", COLUMNS, results.stream().map(result -> Html.row(
                        Html.link(result.page().kind() + ".html", result.page().kind()), Document.verdict(result),
                        Content.text(time(result.detected(), result.timeScale())),
                        Content.text(time(result.recovered(), result.timeScale())),
                        Content.text(result.replay().isEmpty() ? "–" : result.replay().getFirst()),
                        Content.text(Figures.duration(result.took())),
                        Content.all(result.failures().stream().map(line -> Html.textEl("p", line)).toList())))
                        .toList())));
    }

    /** A time as it passed here, and as it would have passed in AWS. */
    static String time(Optional<Duration> here, int timeScale) {
        return here.map(time -> Figures.duration(time) + (timeScale == 1
                ? ""
                : " (" + Figures.duration(time.multipliedBy(timeScale)) + ")")).orElse("–");
    }
}
