// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

import io.highlands.local.verify.AwsCli;

/** The end of an environment: its stacks in reverse order, then what they leave behind, and what still costs money. */
public final class TearDown {

    /** The members by which resources are named. */
    private static final List<String> NAMES = List.of("LogGroupName", "RepositoryName", "BucketName", "Name");

    private final Aws aws;
    private final String executable;
    private final Assembly assembly;
    private final Cdk cdk;
    private final String region;
    private final List<Stack> stacks;

    /**
     * Prepares it.
     *
     * @param root the checkout's folder, from which the commands run
     * @param cli where the environment is
     * @param assembly the environment
     */
    public TearDown(Path root, AwsCli cli, Assembly assembly) {
        this.aws = new Aws(cli);
        this.executable = cli.executable();
        this.assembly = assembly;
        this.cdk = new Cdk(root, assembly);
        this.region = assembly.region().orElse("eu-west-1");
        this.stacks = assembly.stacks().stream().filter(stack -> !stack.name().equals(Assembly.IMAGES)).toList();
    }

    /** {@return how many resources of each type go, and the names of those that stay because of {@code keepData}} */
    public List<String> effect() {
        int total = stacks.stream().mapToInt(stack -> stack.template().path("Resources").size()).sum();
        List<String> lines = new ArrayList<>();
        int stay = kept().values().stream().mapToInt(Set::size).sum();
        lines.add("goes:  " + (total - stay) + " resources of " + stacks.size() + " stacks");
        if (stay == 0) {
            lines.add("stays: nothing of this environment (keepData is off)");
        }
        kept().forEach((type, names) -> lines.add("stays: " + type + " " + String.join(", ", names)));
        return lines;
    }

    /** {@return the commands that take protection away and delete the stacks} */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        stacks.stream().filter(Stack::isProtected).filter(this::isThere).forEach(stack -> steps.add(new Step(
                "CloudFormation may delete it", List.of(executable, "cloudformation", "update-termination-protection",
                        "--region", region, "--no-enable-termination-protection", "--stack-name", stack.name()))));
        balancer().ifPresent(arn -> steps.add(new Step("the load balancer may be deleted", List.of(executable, "elbv2",
                "modify-load-balancer-attributes", "--region", region, "--load-balancer-arn", arn, "--attributes",
                "Key=deletion_protection.enabled,Value=false"))));
        steps.add(cdk.destroy("delete the stacks", stacks));
        return steps;
    }

    /** {@return the commands that deregister the task definitions that roll-backs needed; asked after the deletion} */
    public List<Step> deregistrations() {
        List<Step> steps = new ArrayList<>();
        ServiceImage.of(assembly).forEach(service -> aws
                .read("ecs", "list-task-definitions", "--family-prefix", service.family(), "--status", "ACTIVE")
                .path("taskDefinitionArns").valueStream().map(JsonNode::asString)
                .filter(arn -> arn.contains("/" + service.family() + ":"))
                .forEach(arn -> steps.add(new Step("no longer needed to roll back", List.of(executable, "ecs",
                        "deregister-task-definition", "--region", region, "--task-definition",
                        arn.substring(arn.lastIndexOf('/') + 1), "--query", "taskDefinition.status")))));
        return steps;
    }

    /** {@return what is left and costs money, each with the command that removes it} */
    public List<String> leftOver() {
        List<String> lines = new ArrayList<>();
        kept().forEach((type, names) -> names.forEach(name -> lines.add(type + " " + name + ": "
                + removal(type, name))));
        assembly.images().ifPresent(images -> {
            lines.add("images in ECR, shared by all environments; after the last one: "
                    + cdk.destroy("", List.of(images)).text());
            images.resources("AWS::ECR::Repository").map(each -> each.path("Properties").path("RepositoryName"))
                    .map(JsonNode::asString).sorted()
                    .forEach(name -> lines.add("  and then: " + removal("AWS::ECR::Repository", name)));
        });
        values("AwsPcaAuthorityArn").forEach(arn -> lines.add("private CA " + arn
                + ", $50 or $400 a month: aws acm-pca update-certificate-authority --region " + region
                + " --certificate-authority-arn " + arn + " --status DISABLED, then aws acm-pca"
                + " delete-certificate-authority --region " + region + " --certificate-authority-arn " + arn));
        lines.add("secrets, $0.40 a month each: aws secretsmanager delete-secret --region " + region + " --secret-id"
                + " highlands/" + assembly.environment() + "/datadog-api-key");
        lines.add("the CDK's bootstrap bucket CDKToolkit: cents, shared with other CDK apps of the account");
        return lines;
    }

    private String removal(String type, String name) {
        return switch (type) {
            case "AWS::Logs::LogGroup" -> "aws logs delete-log-group --region " + region + " --log-group-name " + name;
            case "AWS::S3::Bucket" -> "aws s3 rb --force s3://" + name;
            case "AWS::ECR::Repository" -> "aws ecr delete-repository --force --region " + region
                    + " --repository-name " + name;
            case "AWS::KMS::Key" -> "aws kms schedule-key-deletion --region " + region + " --key-id " + name;
            default -> "delete it in the console";
        };
    }

    /** Names by type of the resources that outlive their stack. */
    private Map<String, Set<String>> kept() {
        Map<String, Set<String>> kept = new TreeMap<>();
        stacks.forEach(stack -> stack.template().path("Resources").properties().forEach(entry -> {
            JsonNode resource = entry.getValue();
            if (resource.path("DeletionPolicy").asString("").startsWith("Retain")) {
                kept.computeIfAbsent(resource.path("Type").asString(), type -> new TreeSet<>())
                        .add(name(stack, entry.getKey(), resource.path("Properties")));
            }
        }));
        return kept;
    }

    private static String name(Stack stack, String id, JsonNode properties) {
        return NAMES.stream().map(properties::path).filter(JsonNode::isString).map(JsonNode::asString).findFirst()
                .orElse("NAME-OF-" + id + "-IN-" + stack.name());
    }

    private Set<String> values(String member) {
        Set<String> values = new TreeSet<>();
        stacks.forEach(stack -> TemplateText.visit(stack.template().path("Resources"), (name, value) -> {
            if (name.equals(member) && value.isString()) {
                values.add(value.asString());
            }
        }));
        return values;
    }

    private boolean isThere(Stack stack) {
        return aws.find("cloudformation", "describe-stacks", "--stack-name", stack.name()).isPresent();
    }

    /** The ARN of a load balancer that refuses to be deleted. */
    private Optional<String> balancer() {
        Stack base = assembly.base();
        return base.template().path("Resources").properties().stream()
                .filter(entry -> entry.getValue().path("Type").asString()
                        .equals("AWS::ElasticLoadBalancingV2::LoadBalancer"))
                .filter(entry -> entry.getValue().path("Properties").path("LoadBalancerAttributes").valueStream()
                        .anyMatch(attribute -> attribute.path("Key").asString().equals("deletion_protection.enabled")
                                && attribute.path("Value").asString().equals("true")))
                .findFirst()
                .flatMap(entry -> aws.find("cloudformation", "describe-stack-resource", "--stack-name", base.name(),
                        "--logical-resource-id", entry.getKey()))
                .map(found -> found.path("StackResourceDetail").path("PhysicalResourceId").asString());
    }
}
