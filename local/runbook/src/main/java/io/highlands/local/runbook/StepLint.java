// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Holds one command against what its section asks of it. */
final class StepLint {

    private final Runbook page;
    private final Step step;
    private final LintFacts facts;
    private final List<Mistake> mistakes = new ArrayList<>();

    StepLint(Runbook page, Step step, LintFacts facts) {
        this.page = page;
        this.step = step;
        this.facts = facts;
    }

    List<Mistake> mistakes() {
        switch (step.section()) {
            case Sections.DIAGNOSIS -> diagnosis();
            case Sections.MITIGATION -> change();
            case Sections.VERIFICATION -> verification();
            default -> {
                if (!step.effect().isEmpty()) {
                    change();
                }
            }
        }
        if (!step.name().equals(Runbook.VARIABLES)) {
            new CommandLint(page, step, facts).problems().forEach(this::say);
        }
        return mistakes;
    }

    private void diagnosis() {
        needs("healthy", step.healthy().isPresent());
        needs("sick", step.sick().isPresent());
        needs("next", !step.next().isEmpty());
        if (step.healthy().isPresent()
                && step.healthy().map(Pattern::pattern).equals(step.sick().map(Pattern::pattern))) {
            say("healthy and sick are the same pattern");
        }
    }

    private void change() {
        needs("effect", !step.effect().isEmpty());
        needs("risk", !step.risk().isEmpty());
        needs("undo", !step.undo().isEmpty());
        Optional<String> undo = Optional.of(step.undo()).filter(words -> words.matches("[a-z0-9]+(-[a-z0-9]+)+"));
        undo.filter(name -> page.step(name).isEmpty())
                .ifPresent(name -> say("undo names the command " + name + ", which is not there"));
    }

    private void verification() {
        needs("healthy", step.healthy().isPresent());
        needs("within", step.within().isPresent());
    }

    private void needs(String note, boolean there) {
        if (!there) {
            say("lacks '- " + note + ":', which '" + step.section() + "' asks of every command");
        }
    }

    private void say(String problem) {
        mistakes.add(new Mistake(page.file(), step.line(), step.name() + ": " + problem));
    }
}
