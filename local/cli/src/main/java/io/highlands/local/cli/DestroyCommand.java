// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import io.highlands.local.deploy.Assembly;
import io.highlands.local.deploy.Step;
import io.highlands.local.deploy.TearDown;

/** {@code highlands destroy ENV}. */
@Command(name = "destroy", mixinStandardHelpOptions = true, description = "Deletes an environment in AWS: prints what goes and what stays, deletes its stacks in reverse order after --yes, and prints what still costs money.")
final class DestroyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private AwsEnvironment environment;

    @Mixin
    private Confirmation confirmation;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Assembly assembly = environment.assembly();
        if (!AwsEnvironment.areAllOk(environment.checks(assembly).ofAccount(), out)) {
            return 1;
        }
        TearDown tearDown = new TearDown(environment.root(), environment.cli(assembly), assembly);
        out.println();
        tearDown.effect().forEach(out::println);
        List<Step> steps = tearDown.steps();
        AwsEnvironment.print(steps, out);
        out.println("then: aws ecs deregister-task-definition for each revision that is still ACTIVE");
        if (confirmation.isGiven(environment.name(), out)) {
            environment.run(steps, out);
            environment.run(tearDown.deregistrations(), out);
            out.println();
            out.println("still there, and it may cost money:");
            tearDown.leftOver().forEach(line -> out.println("  " + line));
        }
        return 0;
    }
}
