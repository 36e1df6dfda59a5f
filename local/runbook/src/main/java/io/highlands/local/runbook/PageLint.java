// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds one page against the form of a page, and against the alarms that there are. */
final class PageLint {

    private static final String PAGE = "page";
    private static final String TICKET = "ticket";

    private final Runbook page;
    private final LintFacts facts;
    private final List<Mistake> mistakes = new ArrayList<>();

    PageLint(Runbook page, LintFacts facts) {
        this.page = page;
        this.facts = facts;
    }

    List<Mistake> mistakes() {
        names();
        sections();
        page.steps().forEach(step -> mistakes.addAll(new StepLint(page, step, facts).mistakes()));
        if (page.front().routine()) {
            isNoAlarms();
        } else {
            alarm();
            page.front().rehearsal().ifPresent(spec -> mistakes.addAll(
                    new RehearsalLint(page, spec, facts).mistakes()));
        }
        return mistakes;
    }

    private void names() {
        Set<String> seen = new HashSet<>();
        page.steps().stream().filter(step -> !seen.add(step.name()))
                .forEach(step -> at(step.line(), "a second command named " + step.name()));
        Step first = page.steps().isEmpty() ? null : page.steps().getFirst();
        if (first == null || !first.name().equals(Runbook.VARIABLES) || !first.section().equals(Sections.FIRST_LOOK)) {
            at(1, "'" + Sections.FIRST_LOOK + "' has to begin with the command " + Runbook.VARIABLES);
            return;
        }
        try {
            if (!page.variables().containsKey("HIGHLANDS_ENV")) {
                at(first.line(), "the variables lack HIGHLANDS_ENV");
            }
        } catch (RunbookException mistake) {
            mistakes.add(mistake.mistake());
        }
    }

    private void sections() {
        page.headings().stream().filter(Heading::empty)
                .forEach(heading -> at(heading.line(), "nothing stands below '" + heading.text() + "'"));
        List<String> found = page.headings().stream().map(Heading::text).toList();
        if (!page.front().routine() && !found.equals(Sections.OF_AN_ALARM)) {
            at(1, "its sections are " + String.join(", ", found) + "; allowed: "
                    + String.join(", ", Sections.OF_AN_ALARM));
        }
    }

    private void isNoAlarms() {
        if (facts.alarms().kinds().contains(page.kind())) {
            at(1, "a routine job that is named like a kind of alarm");
        }
    }

    private void alarm() {
        FrontMatter front = page.front();
        if (!front.alarm().equals(page.kind())) {
            at(2, "alarm is '" + front.alarm() + "'; a page is named like its kind, " + page.kind());
        }
        List<DeclaredAlarms.Alarm> own = facts.alarms().of(page.kind());
        if (own.isEmpty()) {
            at(2, "no environment declares an alarm of kind " + page.kind() + "; a routine job says routine: true");
            return;
        }
        Set<String> severities = new TreeSet<>(own.stream().map(DeclaredAlarms.Alarm::severity).toList());
        if (!agrees(front.severity(), severities)) {
            at(3, "severity is '" + front.severity() + "'; the alarms say " + String.join(", ", severities));
        }
        own.stream().filter(alarm -> !alarm.dashboard().equals(front.dashboard())
                && !(front.dashboard().equals("service") && alarm.dashboard().equals(instance(alarm)))).findFirst()
                .ifPresent(alarm -> at(5, "dashboard is '" + front.dashboard() + "'; the alarm " + alarm.name()
                        + " names " + alarm.dashboard()));
    }

    /** An environment whose level is tickets tells tickets what pages elsewhere; one environment at least has to page. */
    private static boolean agrees(String severity, Set<String> declared) {
        Set<String> others = new TreeSet<>(declared);
        return others.remove(severity) && (others.isEmpty() || severity.equals(PAGE) && others.equals(Set.of(TICKET)));
    }

    private static String instance(DeclaredAlarms.Alarm alarm) {
        return alarm.name().equals(alarm.kind()) ? "" : alarm.name().substring(alarm.kind().length() + 1);
    }

    private void at(int line, String problem) {
        mistakes.add(new Mistake(page.file(), line, problem));
    }
}
