// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.verify.AwsCli;

/**
 * The stacks of an environment that are in the account, and the commands without which AWS refuses to delete them. DescribeStacks
 * returns those that are not deleted (CloudFormation API reference, DescribeStacks).
 */
final class ExistingStacks {

    /** Ends of names of stacks from which no other imports. */
    static final Set<String> OBSERVERS = Set.of("datadog", "game-days", "refresh");

    /** Status after a creation that failed; the CDK CLI deletes such a stack before it creates it again. */
    private static final Set<String> FAILED_CREATION = Set.of("ROLLBACK_COMPLETE", "ROLLBACK_FAILED");

    /** Status after a deletion that failed; such a stack can only be deleted again, which the CDK CLI does not do. */
    private static final String FAILED_DELETION = "DELETE_FAILED";

    private static final String BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";

    private final Aws aws;
    private final String executable;
    private final Assembly assembly;
    private final String region;
    private final Map<String, Existing> existing;

    private ExistingStacks(AwsCli cli, Assembly assembly, Map<String, Existing> existing) {
        this.aws = new Aws(cli);
        this.executable = cli.executable();
        this.assembly = assembly;
        this.region = assembly.region().orElse("eu-west-1");
        this.existing = existing;
    }

    /** A stack as DescribeStacks describes it. */
    private record Existing(String name, String status, boolean isProtected, String created, String environment) {

        static Existing of(JsonNode stack) {
            return new Existing(stack.path("StackName").asString(""), stack.path("StackStatus").asString(""),
                    stack.path("EnableTerminationProtection").asBoolean(false),
                    stack.path("CreationTime").asString(""),
                    stack.path("Tags").valueStream()
                            .filter(tag -> tag.path("Key").asString("").equals("highlands:environment"))
                            .map(tag -> tag.path("Value").asString("")).findFirst().orElse(""));
        }
    }

    /** {@return the stacks of the account and Region that are not deleted} */
    static ExistingStacks read(AwsCli cli, Assembly assembly) {
        Map<String, Existing> existing = new LinkedHashMap<>();
        new Aws(cli).read("cloudformation", "describe-stacks").path("Stacks").valueStream().map(Existing::of)
                .forEach(stack -> existing.put(stack.name(), stack));
        return new ExistingStacks(cli, assembly, existing);
    }

    /**
     * What has to be done before stacks of which the first creation failed are deployed again.
     *
     * @param stacks the stacks that will be deployed
     * @param cdk the CDK CLI
     * @return the commands, none where no stack failed
     */
    List<Step> recovery(List<Stack> stacks, Cdk cdk) {
        List<Stack> deleted = stacks.stream().filter(stack -> has(stack, FAILED_CREATION)
                || has(stack, Set.of(FAILED_DELETION))).toList();
        List<Step> steps = new ArrayList<>(release(deleted));
        List<Stack> halfDeleted = deleted.stream().filter(stack -> has(stack, Set.of(FAILED_DELETION))).toList();
        if (!halfDeleted.isEmpty()) {
            steps.add(cdk.destroy("finish the deletion that failed", halfDeleted));
        }
        return steps;
    }

    private boolean has(Stack stack, Set<String> allowed) {
        Existing found = existing.get(stack.name());
        return found != null && allowed.contains(found.status());
    }

    /**
     * The commands that take away what protects stacks from deletion.
     *
     * @param stacks the stacks that will be deleted
     * @return the commands, none where nothing is protected
     */
    List<Step> release(List<Stack> stacks) {
        List<Step> steps = new ArrayList<>();
        stacks.stream().map(stack -> existing.get(stack.name())).filter(found -> found != null && found.isProtected())
                .forEach(found -> steps.add(new Step("CloudFormation may delete it", List.of(executable,
                        "cloudformation", "update-termination-protection", "--region", region,
                        "--no-enable-termination-protection", "--stack-name", found.name()))));
        stacks.stream().filter(stack -> existing.containsKey(stack.name())).map(this::balancer)
                .flatMap(Optional::stream).forEach(arn -> steps.add(new Step("the load balancer may be deleted",
                        List.of(executable, "elbv2", "modify-load-balancer-attributes", "--region", region,
                                "--load-balancer-arn", arn, "--attributes",
                                "Key=deletion_protection.enabled,Value=false"))));
        stacks.stream().filter(stack -> has(stack, FAILED_CREATION))
                .forEach(stack -> steps.addAll(new ProtectedData(executable, region).release(stack,
                        physicalIds(stack))));
        return steps;
    }

    /** The ARN of a load balancer that the stack holds and that refuses to be deleted. */
    private Optional<String> balancer(Stack stack) {
        return stack.template().path("Resources").properties().stream()
                .filter(entry -> entry.getValue().path("Type").asString("").equals(BALANCER))
                .filter(entry -> entry.getValue().path("Properties").path("LoadBalancerAttributes").valueStream()
                        .anyMatch(attribute -> attribute.path("Key").asString("").equals("deletion_protection.enabled")
                                && attribute.path("Value").asString("").equals("true")))
                .findFirst()
                .flatMap(entry -> aws.find("cloudformation", "describe-stack-resource", "--stack-name", stack.name(),
                        "--logical-resource-id", entry.getKey()))
                .map(found -> found.path("StackResourceDetail"))
                .filter(resource -> !resource.path("ResourceStatus").asString("").equals("DELETE_COMPLETE"))
                .map(resource -> resource.path("PhysicalResourceId").asString(""))
                .filter(arn -> arn.startsWith("arn:"));
    }

    /** {@return the environment's stacks that its file no longer declares, the newest first} */
    List<Stack> undeclared() {
        Set<String> declared = assembly.stacks().stream().map(Stack::name).collect(Collectors.toSet());
        return existing.values().stream().filter(stack -> !declared.contains(stack.name())).filter(this::isOurs)
                .sorted(Comparator.comparing(Existing::created).reversed())
                .map(stack -> new Stack(stack.name(), Set.of(), stack.isProtected(), template(stack.name()))).toList();
    }

    /** Stacks are named after services and have the environment's tag; those that were made before they had it, by their names. */
    private boolean isOurs(Existing stack) {
        String prefix = "highlands-" + assembly.environment() + "-";
        if (!stack.name().startsWith(prefix)) {
            return false;
        }
        String end = stack.name().substring(prefix.length());
        return stack.environment().isEmpty()
                ? OBSERVERS.contains(end) || end.startsWith("service-")
                : stack.environment().equals(assembly.environment());
    }

    private JsonNode template(String stack) {
        return aws.find("cloudformation", "get-template", "--stack-name", stack)
                .map(found -> found.path("TemplateBody")).filter(JsonNode::isObject)
                .orElseGet(() -> JsonMapper.shared().createObjectNode());
    }

    /** {@return the physical ids of a stack's resources by their logical ones; none where there is no such stack} */
    Map<String, String> physicalIds(Stack stack) {
        if (!existing.containsKey(stack.name())) {
            return Map.of();
        }
        return aws.find("cloudformation", "list-stack-resources", "--stack-name", stack.name()).stream()
                .flatMap(found -> found.path("StackResourceSummaries").valueStream())
                .filter(resource -> !resource.path("PhysicalResourceId").asString("").isEmpty())
                .collect(Collectors.toMap(resource -> resource.path("LogicalResourceId").asString(),
                        resource -> resource.path("PhysicalResourceId").asString()));
    }
}
