// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.Environments;
import io.highlands.local.checkout.Synthesis;

/** {@code highlands synth ENV}. */
@Command(name = "synth", mixinStandardHelpOptions = true, description = "Synthesizes an environment's CloudFormation templates and prints their folder.")
final class SynthCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ENV", description = "The environment: local, dev, staging or prod.")
    private String environment;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Checkout checkout = Checkout.current();
        Environments.require(checkout.environments(), environment);
        Path assembly = checkout.assembly(environment);
        PrintWriter err = spec.commandLine().getErr();
        new Synthesis(checkout).run(environment, assembly).forEach(err::println);
        out.println(assembly.startsWith(checkout.root()) ? checkout.root().relativize(assembly) : assembly);
        return 0;
    }
}
