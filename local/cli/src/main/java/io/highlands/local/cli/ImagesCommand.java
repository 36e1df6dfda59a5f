// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.checkout.image.JarImages;
import io.highlands.local.control.ControlException;
import io.highlands.local.deploy.Assembly;
import io.highlands.local.deploy.Checks;
import io.highlands.local.deploy.Images;
import io.highlands.local.deploy.Step;

/** {@code highlands images ENV}. */
@Command(name = "images", mixinStandardHelpOptions = true, description = "Builds and pushes the images of an environment that are not in ECR yet, and prints their digests; or prints what promotes another environment's images by digest.")
final class ImagesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private AwsEnvironment environment;

    @Mixin
    private Confirmation confirmation;

    @Option(names = "--promote-from", paramLabel = "ENV", description = "Builds nothing: prints what to write into the file of the first ENV so that it runs the images of this one.")
    private String source;

    @Option(names = "--emulate", description = "Builds for another processor than this machine's by emulation.")
    private boolean isEmulationAllowed;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (source == null && Checkout.current().isInstalled()) {
            throw new ControlException(
                    "images: the installed command builds none yet; build and push them in a checkout of"
                            + " Highlands, or print those of another environment with --promote-from");
        }
        Assembly assembly = environment.assembly();
        Checks checks = environment.checks(assembly);
        if (!AwsEnvironment.areAllOk(source == null ? checks.ofAccount() : checks.ofIdentity(), out)) {
            return 1;
        }
        if (source != null) {
            promote(out);
            return 0;
        }
        JarImages jars = new JarImages(Checkout.current());
        jars.make(assembly.folder());
        Images images = new Images(environment.root(), environment.cli(assembly), assembly, jars::image);
        List<Step> steps = images.steps(checks.accountId(), System.getenv().getOrDefault("PATH", ""),
                System.getProperty("os.arch"), isEmulationAllowed);
        if (!steps.isEmpty()) {
            AwsEnvironment.print(steps, out);
            if (!confirmation.isGiven(environment.name(), out)) {
                return 0;
            }
            environment.run(steps, out);
        }
        out.println();
        images.there().forEach((image, digest) -> out.println(image + "  " + digest));
        return 0;
    }

    private void promote(PrintWriter out) {
        Assembly from = environment.assembly(source);
        List<String> lines = new Images(environment.root(), environment.cli(from), from,
                new JarImages(Checkout.current())::image)
                .promotion();
        out.println();
        out.println("write into platform-infra/environments/" + environment.name() + ".yaml:");
        lines.forEach(out::println);
    }
}
