// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.highlands.local.aws.AwsServer;
import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.EnvironmentFile;
import io.highlands.local.checkout.Environments;
import io.highlands.local.checkout.Synthesis;
import io.highlands.local.checkout.TracingSwitch;
import io.highlands.local.control.ControlException;
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
                .map(environment -> assembly(checkout, environment)).toList());
        assemblies.add(traced(checkout));
        return new LintFacts(DeclaredAlarms.in(assemblies), AwsServer.served(), RunbookFacts::fault,
                ShellSyntax::problem);
    }

    private static Path assembly(Checkout checkout, String environment) {
        Path assembly = checkout.assembly(environment);
        Synthesis synthesis = new Synthesis(checkout);
        if (synthesis.isStale(environment)) {
            synthesis.run(environment, assembly);
        }
        return assembly;
    }

    private static Path traced(Checkout checkout) {
        Path root = checkout.scratch("lint");
        Path file = root.resolve("environments").resolve(TRACED + ".yaml");
        Path assembly = root.resolve("cdk.out").resolve(TRACED);
        String text = new EnvironmentFile(checkout.environments(), TRACED)
                .with(TracingSwitch.wish(true, null, null, null));
        try {
            if (!Files.exists(file) || !text.equals(Files.readString(file))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            Synthesis synthesis = new Synthesis(checkout, file.getParent());
            if (synthesis.isStale(TRACED, assembly)) {
                synthesis.run(TRACED, assembly);
            }
            return assembly;
        } catch (IOException e) {
            throw new ControlException("the environment with tracing cannot be written to " + root + ": " + e, e);
        }
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
