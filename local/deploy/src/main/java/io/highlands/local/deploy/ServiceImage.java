// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * A service as its stack declares it: which image it runs, and what it takes of Fargate.
 *
 * @param service the service's name
 * @param cluster the cluster's name
 * @param family the family of its task definitions
 * @param repository the ECR repository, such as {@code highlands/service-a}
 * @param reference the image's tag, or its digest ({@code sha256:…})
 * @param architecture {@code ARM64} or {@code X86_64}, as ECS writes it
 * @param cpu CPU units of a task; 1024 are one vCPU
 * @param tasks the most tasks that run at one time, those of a rolling deployment and of scaling included
 * @param origin what makes it
 */
record ServiceImage(String service, String cluster, String family, String repository, String reference,
        String architecture, int cpu, int tasks, Origin origin) {

    /** What makes an image. */
    enum Origin {
        /** A module of the checkout. */
        MODULE,
        /** A Spring Boot jar as it is. */
        JAR,
        /** Somebody else: it is only pulled. */
        ELSEWHERE
    }

    private static final Pattern ANY = Pattern
            .compile("(?<repository>.+?)(?:@(?<digest>sha256:\\w+)|:(?<tag>[\\w.-]+))");
    private static final Pattern IMAGE = Pattern
            .compile("[^/]*\\.dkr\\.ecr\\.[^/]+/(?<repository>.+?)(?:@(?<digest>sha256:\\w+)|:(?<tag>[\\w.-]+))");

    /** {@return the services of an environment, in the order of their deployment} */
    static List<ServiceImage> of(Assembly assembly) {
        return assembly.stacks().stream()
                .flatMap(stack -> stack.resources("AWS::ECS::Service").map(service -> read(stack, service)))
                .toList();
    }

    private static ServiceImage read(Stack stack, JsonNode resource) {
        JsonNode service = resource.path("Properties");
        String name = service.path("ServiceName").asString();
        JsonNode definition = stack.template().path("Resources")
                .path(service.path("TaskDefinition").path("Ref").asString());
        JsonNode task = definition.path("Properties");
        String image = task.path("ContainerDefinitions").valueStream()
                .filter(container -> container.path("Name").asString().equals(name))
                .map(container -> TemplateText.of(container.path("Image"))).findFirst().orElse("");
        Origin origin = origin(definition.path("Metadata"));
        Matcher parts = (origin == Origin.ELSEWHERE ? ANY : IMAGE).matcher(image);
        if (!parts.matches()) {
            throw new DeployException(stack.name() + ": the image of " + name + " is '" + image
                    + "'; allowed is one of ECR, with a tag or a digest");
        }
        int desired = service.path("DesiredCount").asInt(capacity(stack, "MinCapacity", 1));
        int rolling = desired * service.path("DeploymentConfiguration").path("MaximumPercent").asInt(200) / 100;
        int scaled = capacity(stack, "MaxCapacity", 0);
        String reference = parts.group("digest") == null ? parts.group("tag") : parts.group("digest");
        return new ServiceImage(name, service.path("Cluster").asString("highlands"), task.path("Family").asString(),
                parts.group("repository"), reference,
                task.path("RuntimePlatform").path("CpuArchitecture").asString("X86_64"),
                task.path("Cpu").asInt(0), Math.max(rolling, scaled), origin);
    }

    private static Origin origin(JsonNode metadata) {
        if (metadata.has("highlands:process")) {
            return Origin.ELSEWHERE;
        }
        return metadata.has("highlands:jar") ? Origin.JAR : Origin.MODULE;
    }

    private static int capacity(Stack stack, String member, int otherwise) {
        return stack.resources("AWS::ApplicationAutoScaling::ScalableTarget")
                .mapToInt(target -> target.path("Properties").path(member).asInt()).max().orElse(otherwise);
    }

    boolean isDigest() {
        return reference.startsWith("sha256:");
    }

    /** {@return the image's name without registry, with tag or digest} */
    String image() {
        return repository + (isDigest() ? "@" : ":") + reference;
    }

    /** {@return how ECR's operations name the image} */
    String imageId() {
        return (isDigest() ? "imageDigest=" : "imageTag=") + reference;
    }

    /** {@return the platform as container tools write it} */
    String platform() {
        return architecture.equals("ARM64") ? "linux/arm64" : "linux/amd64";
    }
}
