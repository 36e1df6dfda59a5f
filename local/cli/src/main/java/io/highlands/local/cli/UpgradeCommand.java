// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.Environments;
import io.highlands.local.checkout.TemplateChanges;
import io.highlands.local.checkout.project.ProjectUpgrade;
import io.highlands.local.control.ControlException;

/** {@code highlands upgrade}. */
@Command(name = "upgrade", mixinStandardHelpOptions = true, description = "Changes the project to the version of this command's archive: replaces files that nobody edited, after a copy of each, and prints what of the templates changes. A file that was edited is kept.")
final class UpgradeCommand implements Runnable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")
            .withZone(ZoneOffset.UTC);

    @Spec
    private CommandSpec spec;

    @Option(names = "--check", description = "Print what would change, and change nothing.")
    private boolean check;

    @Override
    public void run() {
        Checkout checkout = Checkout.current();
        if (!checkout.isInstalled()) {
            throw new ControlException("upgrade: " + checkout.root()
                    + " is a checkout, whose version Git changes; allowed: the command of an unpacked archive");
        }
        ProjectUpgrade upgrade = ProjectUpgrade.of(checkout);
        PrintWriter out = spec.commandLine().getOut();
        checkout.state().prepare();
        if (upgrade.isNothing()) {
            upgrade.lines().forEach(out::println);
            out.println("up to date: the project is of " + upgrade.to());
            return;
        }
        out.println((upgrade.from().isEmpty() ? "from an unknown version" : "from " + upgrade.from()) + " to "
                + upgrade.to());
        upgrade.lines().forEach(line -> out.println("  " + line));
        templates(checkout, upgrade, out);
        if (check) {
            out.println("nothing was changed; 'highlands upgrade' does it");
            return;
        }
        Path backup = checkout.state().root().resolve("backup").resolve(TIME.format(Instant.now()));
        upgrade.apply(backup);
        out.println("the project is of " + upgrade.to() + "; what was replaced is in "
                + checkout.project().relativize(backup.normalize()));
    }

    /** An environment that the next version refuses ends the command before anything is changed. */
    private static void templates(Checkout checkout, ProjectUpgrade upgrade, PrintWriter out) {
        Path environments = checkout.scratch("upgrade/environments");
        upgrade.writeEnvironments(environments);
        TemplateChanges changes = new TemplateChanges(checkout, environments, checkout.scratch("upgrade/cdk.out"));
        for (String environment : Environments.declared(environments)) {
            changes.of(environment).ifPresentOrElse(
                    lines -> {
                        out.println(environment + (lines.isEmpty() ? ": no template changes" : ":"));
                        lines.forEach(line -> out.println("  " + line));
                    },
                    () -> out.println(
                            environment + ": was not synthesized here before, so there is nothing to compare with"));
        }
    }
}
