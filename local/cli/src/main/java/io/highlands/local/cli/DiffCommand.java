// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import io.highlands.local.deploy.Assembly;
import io.highlands.local.deploy.Deployment;

/** {@code highlands diff ENV}. */
@Command(name = "diff", mixinStandardHelpOptions = true, description = "Shows what a deployment would change in AWS. Changes nothing.")
final class DiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private AwsEnvironment environment;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Assembly assembly = environment.assembly();
        if (!AwsEnvironment.areAllOk(environment.checks(assembly).ofAccount(), out)) {
            return 1;
        }
        environment.run(new Deployment(environment.root(), environment.cli(assembly), assembly).diff(), out);
        return 0;
    }
}
