// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.highlands.local.deploy.Assembly;
import io.highlands.local.deploy.RollBack;

/** {@code highlands rollback ENV SERVICE}. */
@Command(name = "rollback", mixinStandardHelpOptions = true, description = "Puts a service back to its previous task definition revision in AWS, waits until it is stable, and compares what runs. Exit code 1 when ECS went back to another revision.")
final class RollbackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private AwsEnvironment environment;

    @Parameters(index = "1", paramLabel = "SERVICE", description = "The service, such as service-a.")
    private String service;

    @Option(names = "--to", paramLabel = "REVISION", description = "The revision. Default: the newest one that is ACTIVE before that which runs.")
    private Optional<Integer> revision = Optional.empty();

    @Mixin
    private Confirmation confirmation;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Assembly assembly = environment.assembly();
        if (!AwsEnvironment.areAllOk(environment.checks(assembly).ofIdentity(), out)) {
            return 1;
        }
        RollBack rollBack = new RollBack(environment.cli(assembly), assembly, service);
        RollBack.Plan plan = rollBack.plan(revision);
        out.println();
        out.println(plan.from() + " -> " + plan.to() + ", image " + plan.image());
        AwsEnvironment.print(plan.steps(), out);
        if (confirmation.isGiven(environment.name(), out)) {
            environment.run(plan.steps(), out);
            rollBack.requireDone(plan);
            out.println();
            out.println(rollBack.afterwards(plan));
        }
        return 0;
    }
}
