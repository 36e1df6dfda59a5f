// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.Environments;
import io.highlands.local.checkout.Synthesis;
import io.highlands.local.control.ControlException;
import io.highlands.local.deploy.Assembly;
import io.highlands.local.deploy.CheckResult;
import io.highlands.local.deploy.Checks;
import io.highlands.local.deploy.ExampleAccount;
import io.highlands.local.deploy.Step;
import io.highlands.local.deploy.Steps;
import io.highlands.local.verify.AwsCli;

/** The environment in AWS that a command is about. */
final class AwsEnvironment {

    private static final String LOCAL = "local";

    @Parameters(index = "0", paramLabel = "ENV", description = "The environment, such as dev.")
    private String name;

    @Option(names = "--aws", paramLabel = "COMMAND", defaultValue = "aws", description = "The AWS CLI that looks at the account (default: ${DEFAULT-VALUE}).")
    private String aws;

    private final Checkout checkout = Checkout.current();

    String name() {
        return name;
    }

    /** {@return the folder that the commands of a plan run in} */
    Path root() {
        return checkout.root();
    }

    /**
     * Synthesizes the environment where its stacks are out of date, and reads them.
     *
     * @throws ControlException for an environment that is not deployed
     */
    Assembly assembly() {
        return assembly(name);
    }

    Assembly assembly(String environment) {
        Environments.require(checkout.environments(), environment);
        if (environment.equals(LOCAL)) {
            throw new ControlException("local runs on this machine by highlands up and is never deployed; allowed: "
                    + String.join(", ", Environments.declared(checkout.environments()).stream()
                            .filter(each -> !each.equals(LOCAL)).toList()));
        }
        Path file = checkout.environments().resolve(environment + ".yaml");
        ExampleAccount.refuse(file, file.startsWith(root()) ? root().relativize(file).toString() : file.toString());
        return Assembly.read(new Synthesis(checkout).upToDate(environment));
    }

    AwsCli cli(Assembly assembly) {
        return new AwsCli(aws, Optional.empty(), assembly.region());
    }

    Checks checks(Assembly assembly) {
        return new Checks(cli(assembly), assembly, System.getenv());
    }

    /** Prints checks; false, with the last word on them, where one fails. */
    static boolean areAllOk(List<CheckResult> results, PrintWriter out) {
        results.forEach(out::println);
        long failed = results.stream().filter(result -> !result.isOk()).count();
        if (failed > 0) {
            out.println();
            out.println(failed + (failed == 1 ? " check" : " checks") + " failed; nothing was changed");
        }
        return failed == 0;
    }

    static void print(List<Step> steps, PrintWriter out) {
        out.println();
        out.println("plan:");
        steps.forEach(step -> {
            out.println("  # " + step.why());
            out.println("  " + step.text());
        });
        out.println();
    }

    void run(List<Step> steps, PrintWriter out) {
        new Steps(root(), out::println).run(steps);
    }
}
