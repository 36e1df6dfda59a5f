// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds the folder of pages against what there is: alarms, operations, faults, and each other. */
public final class Lint {

    private final RunbookFolder folder;
    private final LintFacts facts;
    private final List<Mistake> mistakes = new ArrayList<>();

    private Lint(RunbookFolder folder, LintFacts facts) {
        this.folder = folder;
        this.facts = facts;
    }

    /**
     * Looks at all pages.
     *
     * @param folder where they are
     * @param facts what they are held against
     * @return everything that is wrong, by page; empty when they are whole
     */
    public static List<Mistake> of(RunbookFolder folder, LintFacts facts) {
        Lint lint = new Lint(folder, facts);
        lint.look();
        return lint.mistakes;
    }

    private void look() {
        List<String> kinds = folder.kinds();
        Set<String> missing = new TreeSet<>(facts.alarms().kinds());
        missing.removeAll(kinds);
        missing.forEach(kind -> mistakes.add(new Mistake(kind + ".md", 1,
                "there is no page for the alarms of kind " + kind)));
        kinds.forEach(this::page);
        String index = folder.text(RunbookFolder.INDEX);
        mistakes.addAll(Links.mistakes(RunbookFolder.INDEX, index, kinds));
        kinds.stream().filter(kind -> !index.contains("](" + kind + ".md)")).forEach(kind -> mistakes.add(
                new Mistake(RunbookFolder.INDEX, 1, kind + ".md is not listed")));
    }

    private void page(String kind) {
        mistakes.addAll(Links.mistakes(kind + ".md", folder.text(kind + ".md"), folder.kinds()));
        try {
            Runbook page = folder.find(kind).orElseThrow();
            mistakes.addAll(new PageLint(page, facts).mistakes());
        } catch (RunbookException unreadable) {
            mistakes.add(unreadable.mistake());
        }
    }
}
