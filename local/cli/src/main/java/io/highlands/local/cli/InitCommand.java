// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.project.NewProject;
import io.highlands.local.control.ControlException;

/** {@code highlands init DIR}. */
@Command(name = "init", mixinStandardHelpOptions = true, description = "Makes a folder in which the installed command works: environments, the declaration of the services, runbooks, Maven's wrapper for services of your own, and a workflow for continuous integration.")
final class InitCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A new or an empty folder.")
    private Path folder;

    @Override
    public void run() {
        Checkout checkout = Checkout.current();
        if (!checkout.isInstalled()) {
            throw new ControlException("init: " + checkout.root()
                    + " is a checkout, which is a project itself; allowed: the command of an unpacked archive");
        }
        new NewProject(checkout.root(), folder.toAbsolutePath().normalize()).create();
        spec.commandLine().getOut().println("made " + folder + "; next: cd " + folder + " && highlands up -d");
    }
}
