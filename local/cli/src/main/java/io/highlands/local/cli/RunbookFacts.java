// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.highlands.local.aws.AwsServer;
import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.Environments;
import io.highlands.local.checkout.SwitchedEnvironment;
import io.highlands.local.checkout.Synthesis;
import io.highlands.local.fault.FaultException;
import io.highlands.local.fault.FaultSpec;
import io.highlands.local.runbook.DeclaredAlarms;
import io.highlands.local.runbook.LintFacts;
import io.highlands.local.runbook.RehearsalSpec;
import io.highlands.local.runbook.ShellSyntax;

/** What the checkout's pages are held against: its templates, the faults that there are, and the AWS APIs served here. */
final class RunbookFacts {

    private static final String TRACED = "local";

    private RunbookFacts() {
    }

    /**
     * Synthesizes the environments whose stacks are not up to date, and one of them with tracing on as well: its alarms have runbooks, and no
     * environment need ship with it.
     */
    static LintFacts of(Checkout checkout) {
        List<Path> assemblies = new ArrayList<>(Environments.declared(checkout.environments()).stream()
                .map(new Synthesis(checkout)::upToDate).toList());
        assemblies.add(new SwitchedEnvironment(checkout, "lint").synthesized(TRACED, true));
        return new LintFacts(DeclaredAlarms.in(assemblies), AwsServer.served(), RunbookFacts::fault,
                ShellSyntax::problem);
    }

    private static Optional<String> fault(RehearsalSpec rehearsal) {
        try {
            String action = action(FaultSpec.parse(rehearsal.fault()).kind().fis());
            return action.equals(action(rehearsal.fis()))
                    ? Optional.empty()
                    : Optional.of("rehearsal.fis is '" + rehearsal.fis() + "'; the fault's is " + action);
        } catch (FaultException unknown) {
            return Optional.of("rehearsal." + unknown.getMessage());
        }
    }

    /** Up to the comma, after which come the words. */
    private static String action(String fis) {
        return fis.replaceFirst(",.*", "");
    }
}
