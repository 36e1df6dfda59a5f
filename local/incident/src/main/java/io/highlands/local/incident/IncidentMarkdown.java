// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.control.message.IncidentReport.ChangedEdge;
import io.highlands.local.control.message.IncidentReport.Note;
import io.highlands.local.control.message.RunbookStepResult;

/** An incident as the draft of a post-incident review; what only people know is left to be filled in. */
public final class IncidentMarkdown {

    /** Characters that end a line, control a terminal or turn the direction of text (Unicode Annex 9). */
    private static final String CONTROLS = "[\\p{Cntrl}\\u2028\\u2029\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069]";

    /** Characters of a step's output. */
    private static final int MAX_OUTPUT = 300;

    private final IncidentReport report;
    private final StringBuilder out = new StringBuilder(4096);

    private IncidentMarkdown(IncidentReport report) {
        this.report = report;
    }

    /**
     * {@return the draft in Markdown (GitHub Flavored)}
     *
     * @param report the incident
     * @param pictures addresses of pictures by what they show, in their order; may be none
     */
    public static String of(IncidentReport report, Map<String, String> pictures) {
        return of(report, pictures, List.of());
    }

    /**
     * {@return the draft with the steps of runbooks that were run}
     *
     * @param report the incident
     * @param pictures addresses of pictures by what they show, in their order; may be none
     * @param steps the steps, oldest first
     */
    public static String of(IncidentReport report, Map<String, String> pictures, List<RunbookStepResult> steps) {
        IncidentMarkdown markdown = new IncidentMarkdown(report);
        markdown.head();
        pictures.forEach((title, address) -> markdown.line("![" + text(title) + "](" + address + ")\n"));
        markdown.edges();
        markdown.timeline();
        report.notes().forEach(markdown::note);
        markdown.steps(steps);
        markdown.line("\n## Impact\n\n\n## Cause\n\n\n## What is done so that it does not happen again\n");
        return markdown.out.toString();
    }

    private void head() {
        line("# Incident in " + report.environment() + ", " + report.from().truncatedTo(ChronoUnit.SECONDS) + " to "
                + report.until().truncatedTo(ChronoUnit.SECONDS) + "\n");
        line("## What was found\n");
        IncidentWords.findings(report).forEach(finding -> line("- " + text(finding)));
        line("\n## Alarms\n\n| alarm | severity | state | since | runbook |\n|---|---|---|---|---|");
        report.alarms().forEach(alarm -> row(alarm.name(), alarm.severity(), alarm.state(),
                IncidentWords.since(alarm.since(), report.until()), IncidentWords.runbook(alarm)));
        line("");
    }

    private void edges() {
        line("## Edges\n\n| edge | calls | failed | mean ms | before | failed | mean ms | change | first failing trace |\n"
                + "|---|---|---|---|---|---|---|---|---|");
        report.edges().forEach(edge -> row(IncidentWords.name(edge), edge.now().calls(), edge.now().failed(),
                IncidentWords.millis(edge.now()), edge.before().calls(), edge.before().failed(),
                IncidentWords.millis(edge.before()), edge.change(), edge.failedTrace()));
        line("");
        report.edges().stream().filter(edge -> edge.firstError().isPresent()).forEach(this::firstError);
    }

    private void firstError(ChangedEdge edge) {
        edge.firstError().ifPresent(error -> line("- First line of level ERROR for " + IncidentWords.name(edge) + ": "
                + IncidentWords.time(error.at()) + " " + error.group() + ": " + text(error.message())));
    }

    private void timeline() {
        line("\n## Timeline (UTC)\n\n| time | subject | what |\n|---|---|---|");
        report.timeline().forEach(
                moment -> row(IncidentWords.time(moment.at()), moment.subject(), moment.what()));
        if (!report.notes().isEmpty()) {
            line("\n## Notes\n");
        }
    }

    private void steps(List<RunbookStepResult> steps) {
        if (!steps.isEmpty()) {
            line("\n## Runbook steps that were run (UTC)\n\n| time | runbook | step | verdict | healthy | output |\n"
                    + "|---|---|---|---|---|---|");
            steps.forEach(step -> row(IncidentWords.time(step.at()), step.runbook(), step.step(), step.verdict(),
                    step.healthyWords().isEmpty() ? step.healthy() : step.healthyWords(), output(step)));
        }
    }

    private static String output(RunbookStepResult step) {
        String all = String.join(" ", (step.error() + " " + step.output()).strip().split("\\s+"));
        return all.length() <= MAX_OUTPUT ? all : all.substring(0, MAX_OUTPUT) + " …";
    }

    /** Its own Markdown stays; HTML is shown and not obeyed. */
    private void note(Note note) {
        String text = note.text().lines().map(line -> line.replaceAll(CONTROLS, " ").replace("<", "&lt;"))
                .reduce((one, other) -> one + "\n  " + other).orElse("");
        line("- " + IncidentWords.time(note.at()) + " " + text);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void row(Object... cells) {
        out.append('|');
        for (Object cell : cells) {
            out.append(' ').append(text(String.valueOf(cell))).append(" |");
        }
        out.append('\n');
    }

    /** Without what would end the cell or begin HTML or a link. */
    private static String text(String cell) {
        return cell.replaceAll(CONTROLS, " ").replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
                .replace("[", "\\[").replace("]", "\\]");
    }
}
