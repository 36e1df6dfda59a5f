// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.highlands.local.verify.AwsCli;

/** Images in ECR: which of an environment are missing, how they get there, and the digests by which they are promoted. */
public final class Images {

    private final Assembly assembly;
    private final Cdk cdk;
    private final AwsCli cli;
    private final ImageChecks checks;
    private final List<ServiceImage> images;
    private final Function<String, Path> jarImages;

    /**
     * Prepares it.
     *
     * @param root the checkout's folder, from which the commands run
     * @param cli where the images are
     * @param assembly the environment
     * @param jarImages gives the image folder of a service that runs a jar, which has to be there where one is built
     */
    public Images(Path root, AwsCli cli, Assembly assembly, Function<String, Path> jarImages) {
        this.jarImages = jarImages;
        this.assembly = assembly;
        this.cdk = new Cdk(root, assembly);
        this.cli = cli;
        this.checks = new ImageChecks(new Aws(cli), assembly);
        this.images = ServiceImage.of(assembly).stream()
                .filter(image -> image.origin() != ServiceImage.Origin.ELSEWHERE).toList();
    }

    /** {@return the digest of each image that is in ECR, by {@code SERVICE REPOSITORY:TAG}} */
    public Map<String, String> there() {
        Map<String, String> there = new LinkedHashMap<>();
        images.forEach(image -> checks.digest(image)
                .ifPresent(digest -> there.put(image.service() + "  " + image.image(), digest)));
        return there;
    }

    /**
     * The commands that build and push what is missing; tags are immutable, so an image that is there is left alone.
     *
     * @param account the account of the registry
     * @param path the PATH on which a tool to build with is looked for
     * @param machine this machine's architecture, as {@code os.arch} names it
     * @param isEmulationAllowed whether another architecture may be built by emulation
     * @return the commands, none where nothing is missing
     * @throws DeployException where this machine cannot build them
     */
    public List<Step> steps(String account, String path, String machine, boolean isEmulationAllowed) {
        List<ServiceImage> missing = images.stream().filter(image -> checks.digest(image).isEmpty()).toList();
        missing.stream().filter(ServiceImage::isDigest).findFirst().ifPresent(image -> {
            throw new DeployException("environments/" + assembly.environment() + ".yaml pins " + image.service()
                    + " to " + image.reference() + ", which is not in ECR; a digest cannot be built, only promoted");
        });
        if (missing.isEmpty()) {
            return List.of();
        }
        if (!isEmulationAllowed) {
            missing.stream().filter(image -> image.origin() == ServiceImage.Origin.MODULE)
                    .forEach(image -> requireOwnProcessor(image, machine));
        }
        ImageTool tool = ImageTool.on(path);
        String region = assembly.region().orElse("eu-west-1");
        String registry = account + ".dkr.ecr." + region + ".amazonaws.com";
        List<Step> steps = new ArrayList<>();
        assembly.images().ifPresent(stack -> {
            steps.addAll(ExistingStacks.read(cli, assembly).recovery(List.of(stack), cdk));
            steps.add(cdk.deploy("image repositories, shared by all environments", List.of(stack)));
        });
        steps.add(
                Step.piped("sign in to the registry", List.of(cli.executable(), "ecr", "get-login-password", "--region",
                        region), tool.login(registry)));
        missing.forEach(image -> {
            String name = registry + "/" + image.image();
            steps.add(new Step("build " + image.service(), tool.build(image, name, jarImages)));
            steps.add(new Step("push " + image.service(), tool.push(name)));
        });
        return steps;
    }

    private static void requireOwnProcessor(ServiceImage image, String machine) {
        String own = machine.equals("aarch64") || machine.equals("arm64") ? "ARM64" : "X86_64";
        if (!own.equals(image.architecture())) {
            throw new DeployException("the tasks of " + image.service() + " run on " + image.architecture()
                    + " and this machine is " + own + ": the image's AOT cache has to be trained on the processor that"
                    + " runs it. Build on such a machine (.github/workflows does), or add --emulate: slow, and the"
                    + " services may start without the cache");
        }
    }

    /**
     * What to write into another environment's file so that it runs these very images.
     *
     * @return the lines of YAML
     * @throws DeployException where an image is not in ECR
     */
    public List<String> promotion() {
        List<String> lines = new ArrayList<>(List.of("services:"));
        images.forEach(image -> {
            Optional<String> digest = checks.digest(image);
            lines.add("  " + image.service() + ":");
            lines.add("    image: " + digest.orElseThrow(() -> new DeployException(image.image()
                    + " is not in ECR: run highlands images " + assembly.environment() + " first")) + "  # "
                    + image.reference());
        });
        return lines;
    }
}
