// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import io.highlands.local.verify.AwsCli;

/**
 * The way back to an earlier task definition revision. CloudFormation keeps replaced revisions ACTIVE because the template
 * says {@code UpdateReplacePolicy: Retain}; UpdateService refuses INACTIVE ones (ECS API reference, UpdateService).
 */
public final class RollBack {

    private final Aws aws;
    private final String executable;
    private final Assembly assembly;
    private final ServiceImage service;

    /**
     * Prepares it.
     *
     * @param cli where the service runs
     * @param assembly the environment
     * @param service the service's name
     * @throws DeployException naming the allowed ones, where there is no such service
     */
    public RollBack(AwsCli cli, Assembly assembly, String service) {
        this.aws = new Aws(cli);
        this.executable = cli.executable();
        this.assembly = assembly;
        List<ServiceImage> all = ServiceImage.of(assembly);
        this.service = all.stream().filter(each -> each.service().equals(service)).findFirst()
                .orElseThrow(() -> new DeployException("unknown service '" + service + "'; allowed: "
                        + all.stream().map(ServiceImage::service).sorted().collect(Collectors.joining(", "))));
    }

    /**
     * What a roll-back does.
     *
     * @param from the revision that runs, such as {@code highlands-dev-service-a:7}
     * @param to the revision that shall run
     * @param image the image of that revision, without its registry
     * @param steps the commands
     */
    public record Plan(String from, String to, String image, List<Step> steps) {}

    /**
     * Finds the revision to go back to, and changes nothing.
     *
     * @param revision the revision to go back to; empty is the newest ACTIVE one before that which runs
     * @return what it does
     * @throws DeployException where there is no such revision
     */
    public Plan plan(Optional<Integer> revision) {
        int current = number(running());
        List<Integer> active = aws.read("ecs", "list-task-definitions", "--family-prefix", service.family(),
                "--status", "ACTIVE").path("taskDefinitionArns").valueStream().map(JsonNode::asString)
                .filter(arn -> arn.contains("/" + service.family() + ":")).map(RollBack::number)
                .sorted(Comparator.reverseOrder()).toList();
        int target = revision.or(() -> active.stream().filter(each -> each < current).findFirst())
                .orElseThrow(() -> new DeployException(service.service() + " runs revision " + current
                        + " and no earlier one is ACTIVE: deploy the earlier image instead (services."
                        + service.service() + ".image in environments/" + assembly.environment() + ".yaml)"));
        if (!active.contains(target)) {
            throw new DeployException("--to " + target + ": not ACTIVE; allowed: " + active);
        }
        if (target == current) {
            throw new DeployException("--to " + target + ": that revision runs already");
        }
        String name = service.family() + ":" + target;
        String region = assembly.region().orElse("eu-west-1");
        return new Plan(service.family() + ":" + current, name, image(name), List.of(
                new Step("run the earlier revision", List.of(executable, "ecs", "update-service", "--region", region,
                        "--cluster", service.cluster(), "--service", service.service(), "--task-definition", name,
                        "--query", "service.deployments[].[status,taskDefinition,rolloutState]", "--output", "table")),
                new Step("wait until it is stable", List.of(executable, "ecs", "wait", "services-stable", "--region",
                        region, "--cluster", service.cluster(), "--services", service.service()))));
    }

    /**
     * Compares what runs after a plan was carried out with what it wanted. {@code services-stable} ends well too where the
     * deployment circuit breaker or an alarm has put the service back to the revision before.
     *
     * @param plan what was done
     * @throws DeployException where another revision runs
     */
    public void requireDone(Plan plan) {
        String region = assembly.region().orElse("eu-west-1");
        JsonNode found = aws
                .read("ecs", "describe-services", "--cluster", service.cluster(), "--services", service.service())
                .path("services").path(0);
        String runs = found.path("deployments").valueStream()
                .filter(deployment -> deployment.path("status").asString("").equals("PRIMARY"))
                .map(deployment -> deployment.path("taskDefinition").asString("")).findFirst()
                .orElseGet(() -> found.path("taskDefinition").asString(""))
                .replaceFirst("^.*/", "");
        if (!runs.equals(plan.to())) {
            throw new DeployException(
                    service.service() + " runs " + runs + ", not " + plan.to() + ": ECS has rolled the"
                            + " roll-back back, by its circuit breaker or an alarm; it says why: "
                            + new Step("", List.of("aws", "ecs", "describe-services", "--region", region, "--cluster",
                                    service.cluster(), "--services", service.service(), "--query",
                                    "services[0].events[:5].message")).text());
        }
    }

    private String running() {
        return aws.find("ecs", "describe-services", "--cluster", service.cluster(), "--services", service.service())
                .map(found -> found.path("services").path(0).path("taskDefinition").asString(""))
                .filter(arn -> !arn.isEmpty())
                .orElseThrow(() -> new DeployException(service.service() + " does not run in cluster "
                        + service.cluster() + ": deploy it first"));
    }

    private String image(String revision) {
        return aws.read("ecs", "describe-task-definition", "--task-definition", revision).path("taskDefinition")
                .path("containerDefinitions").valueStream()
                .filter(container -> container.path("name").asString().equals(service.service()))
                .map(container -> container.path("image").asString().replaceFirst("^[^/]*/", "")).findFirst()
                .orElse("unknown");
    }

    /**
     * What stays to be done, because the stack still declares the other revision.
     *
     * @param plan what was done
     * @return a line
     */
    public String afterwards(Plan plan) {
        String reference = plan.image().contains("@")
                ? plan.image().substring(plan.image().indexOf('@') + 1)
                : plan.image().substring(plan.image().lastIndexOf(':') + 1);
        return "the stack still declares the other revision, and the next deployment brings it back: write services."
                + service.service() + ".image: " + reference + " into environments/" + assembly.environment()
                + ".yaml, or deploy a mended image";
    }

    private static int number(String arn) {
        return Integer.parseInt(arn.substring(arn.lastIndexOf(':') + 1));
    }
}
