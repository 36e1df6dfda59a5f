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
import io.highlands.local.deploy.Deployment;
import io.highlands.local.deploy.Step;

/** {@code highlands deploy ENV}. */
@Command(name = "deploy", mixinStandardHelpOptions = true, description = "Deploys an environment to AWS: checks the account, prints each command that it will run, and runs them after --yes. Exit code 1 when a check or a command fails.")
final class DeployCommand implements Callable<Integer> {

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
        if (!AwsEnvironment.areAllOk(environment.checks(assembly).all(), out)) {
            return 1;
        }
        Deployment deployment = new Deployment(environment.root(), environment.cli(assembly), assembly);
        List<Step> steps = deployment.steps();
        AwsEnvironment.print(steps, out);
        if (confirmation.isGiven(environment.name(), out)) {
            environment.run(steps, out);
            environment.run(deployment.entrance(), out);
        }
        return 0;
    }
}
