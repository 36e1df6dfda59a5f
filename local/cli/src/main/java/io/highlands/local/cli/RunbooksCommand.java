// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.runbook.Lint;
import io.highlands.local.runbook.Mistake;
import io.highlands.local.runbook.RunbookFolder;

/** {@code highlands runbooks}. */
@Command(name = "runbooks", mixinStandardHelpOptions = true, description = "The pages of the folder runbooks.", subcommands = {
        RunStepsCommand.class, RunbooksCommand.LintPages.class})
final class RunbooksCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code highlands runbooks lint}: one line per mistake, and 1 when there is one. */
    @Command(name = "lint", mixinStandardHelpOptions = true, description = "Says what is wrong with a page, by file and line: form, links, alarms, faults, commands.")
    static final class LintPages implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Checkout checkout = Checkout.current();
            RunbookFolder folder = new RunbookFolder(checkout.runbooks());
            List<Mistake> mistakes = Lint.of(folder, RunbookFacts.of(checkout));
            mistakes.forEach(mistake -> spec.commandLine().getOut().println("runbooks/" + mistake));
            if (mistakes.isEmpty()) {
                spec.commandLine().getOut().println(folder.kinds().size() + " pages, no mistakes");
            }
            return mistakes.isEmpty() ? 0 : 1;
        }
    }
}
