// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds a page's rehearsal against its commands, and against alarms and faults that there are. */
final class RehearsalLint {

    private final Runbook page;
    private final RehearsalSpec spec;
    private final LintFacts facts;
    private final List<Mistake> mistakes = new ArrayList<>();

    RehearsalLint(Runbook page, RehearsalSpec spec, LintFacts facts) {
        this.page = page;
        this.spec = spec;
        this.facts = facts;
    }

    List<Mistake> mistakes() {
        facts.fault().apply(spec).ifPresent(this::say);
        named("sick", spec.sick(), Sections.DIAGNOSIS);
        named("mitigation", spec.mitigation(), Sections.MITIGATION);
        variables();
        services();
        alarms();
        String words = page.text();
        for (String command : List.of("highlands fault inject " + spec.fault(), "highlands rehearse " + page.kind())) {
            if (!words.contains(command + "\n")) {
                say("'" + Sections.REHEARSE + "' does not say: " + command);
            }
        }
        return mistakes;
    }

    private void named(String key, List<String> names, String section) {
        if (names.isEmpty()) {
            say("rehearsal." + key + " is empty; allowed: names of commands of '" + section + "'");
        }
        names.stream().filter(name -> page.steps(section).stream().noneMatch(step -> step.name().equals(name)))
                .forEach(name -> say("rehearsal." + key + " names '" + name + "', which is no command of '" + section
                        + "'"));
    }

    private void variables() {
        Set<String> shown = new TreeSet<>();
        try {
            shown.addAll(page.variables().keySet());
        } catch (RunbookException alreadySaid) {
            return;
        }
        Set<String> given = new TreeSet<>(spec.with().keySet());
        given.add("HIGHLANDS_ENV");
        if (!shown.equals(given)) {
            say("rehearsal.with and HIGHLANDS_ENV are " + given + "; the page's variables are " + shown);
        }
    }

    private void services() {
        for (Step step : page.steps()) {
            if (!step.name().equals(Runbook.VARIABLES)) {
                spec.services().stream().filter(step.command()::contains)
                        .forEach(service -> mistakes.add(new Mistake(page.file(), step.line(), step.name()
                                + ": names " + service
                                + "; allowed: a variable, as the page is rehearsed on other services too")));
            }
        }
    }

    private void alarms() {
        FrontMatter front = page.front();
        List<String> both = new ArrayList<>(front.expects());
        both.addAll(front.mayAlsoFire());
        both.stream().filter(name -> !facts.alarms().names().contains(name))
                .forEach(name -> say("no environment declares an alarm " + name));
        Set<String> seen = new HashSet<>();
        both.stream().filter(name -> !seen.add(name)).forEach(name -> say(name + " is expected twice"));
        if (front.expects().stream().noneMatch(name -> AlarmKinds.begins(name, page.kind()))) {
            say("expects names no alarm of kind " + page.kind());
        }
    }

    private void say(String problem) {
        mistakes.add(new Mistake(page.file(), 1, problem));
    }
}
