// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

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
    private final ExistingStacks existing;
    private final List<Stack> declared;
    private final List<Stack> undeclared;
    /** Names of those buckets that keep what is overwritten or deleted. */
    private final Set<String> versioned = new TreeSet<>();
    private final Map<String, Set<String>> kept;

    /**
     * Prepares it, and reads from the account what can no longer be read after the deletion.
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
        this.existing = ExistingStacks.read(cli, assembly);
        this.declared = assembly.stacks().stream().filter(stack -> !stack.name().equals(Assembly.IMAGES)).toList();
        this.undeclared = existing.undeclared();
        this.kept = kept();
    }

    /** {@return how many resources go, and the names of those that stay, by type} */
    public List<String> effect() {
        int total = stacks().mapToInt(stack -> stack.template().path("Resources").size()).sum();
        List<String> lines = new ArrayList<>();
        int stay = kept.values().stream().mapToInt(Set::size).sum();
        lines.add("goes:  " + (total - stay) + " resources of " + stacks().count() + " stacks");
        undeclared.forEach(stack -> lines.add("goes:  " + stack.name() + ", which environments/"
                + assembly.environment() + ".yaml no longer declares"));
        if (stay == 0) {
            lines.add("stays: nothing of this environment (keepData is off)");
        }
        kept.forEach((type, names) -> lines.add("stays: " + type + " " + String.join(", ", names)));
        return lines;
    }

    private Stream<Stack> stacks() {
        return Stream.concat(undeclared.stream(), declared.stream());
    }

    /**
     * The commands that take protection away and delete the stacks. What observes services imports from their stacks, services
     * import from their resources, and both from the base stack, so undeclared ones go between the two in this order.
     *
     * @return the commands, in order
     */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>(existing.release(stacks().toList()));
        String prefix = "highlands-" + assembly.environment() + "-";
        List<Stack> services = undeclared.stream()
                .filter(stack -> !ExistingStacks.OBSERVERS.contains(stack.name().substring(prefix.length())))
                .sorted(Comparator.comparing(stack -> stack.name().equals(prefix + "resources"))).toList();
        undeclared.stream().filter(stack -> !services.contains(stack)).forEach(stack -> steps.addAll(deletion(stack)));
        if (services.isEmpty()) {
            steps.add(cdk.destroy("delete the stacks", declared));
        } else {
            steps.add(cdk.destroy("delete the stacks", assembly.afterBase()));
            services.forEach(stack -> steps.addAll(deletion(stack)));
            steps.add(cdk.destroy("delete the first stack", List.of(assembly.base())));
        }
        return steps;
    }

    /** The CDK CLI deletes declared stacks only. */
    private List<Step> deletion(Stack stack) {
        return List.of(
                new Step("no longer declared", List.of(executable, "cloudformation", "delete-stack", "--region", region,
                        "--stack-name", stack.name())),
                new Step("wait until it is deleted", List.of(executable, "cloudformation", "wait",
                        "stack-delete-complete", "--region", region, "--stack-name", stack.name())));
    }

    /** {@return the commands that deregister the task definitions that roll-backs needed; asked after the deletion} */
    public List<Step> deregistrations() {
        List<Step> steps = new ArrayList<>();
        stacks().flatMap(stack -> stack.resources("AWS::ECS::TaskDefinition"))
                .map(task -> task.path("Properties").path("Family").asString("")).filter(family -> !family.isEmpty())
                .distinct().forEach(family -> aws
                        .read("ecs", "list-task-definitions", "--family-prefix", family, "--status", "ACTIVE")
                        .path("taskDefinitionArns").valueStream().map(JsonNode::asString)
                        .filter(arn -> arn.contains("/" + family + ":"))
                        .forEach(arn -> steps.add(new Step("no longer needed to roll back", List.of(executable, "ecs",
                                "deregister-task-definition", "--region", region, "--task-definition",
                                arn.substring(arn.lastIndexOf('/') + 1), "--query", "taskDefinition.status")))));
        return steps;
    }

    /** {@return what is left and costs money, each with the command that removes it} */
    public List<String> leftOver() {
        List<String> lines = new ArrayList<>();
        kept.forEach((type, names) -> {
            // A policy costs nothing, and goes with what it is of
            if (!type.endsWith("Policy")) {
                names.forEach(name -> lines.add(type + " " + name + ": " + removal(type, name)));
            }
        });
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
            case "AWS::S3::Bucket" -> versioned.contains(name)
                    ? "empty it in the console, as rb --force leaves versions, then aws s3 rb s3://" + name
                    : "aws s3 rb --force s3://" + name;
            case "AWS::DynamoDB::Table" -> "aws dynamodb update-table --no-deletion-protection-enabled --region "
                    + region + " --table-name " + name + ", then aws dynamodb delete-table --region " + region
                    + " --table-name " + name;
            case "AWS::SecretsManager::Secret" -> "aws secretsmanager delete-secret --region " + region
                    + " --secret-id " + name;
            case "AWS::ECR::Repository" -> "aws ecr delete-repository --force --region " + region
                    + " --repository-name " + name;
            case "AWS::KMS::Key" -> "aws kms schedule-key-deletion --region " + region + " --key-id " + name;
            default -> "delete it in the console";
        };
    }

    /** Names by type of the resources that outlive their stack; CloudFormation makes up the name of some. */
    private Map<String, Set<String>> kept() {
        Map<String, Set<String>> names = new TreeMap<>();
        stacks().forEach(stack -> {
            Map<String, JsonNode> retained = new LinkedHashMap<>();
            stack.template().path("Resources").properties().stream()
                    .filter(entry -> entry.getValue().path("DeletionPolicy").asString("").startsWith("Retain"))
                    .forEach(entry -> retained.put(entry.getKey(), entry.getValue()));
            boolean isMadeUp = retained.values().stream().anyMatch(resource -> declaredName(resource).isEmpty());
            Map<String, String> ids = isMadeUp ? existing.physicalIds(stack) : Map.of();
            retained.forEach((id, resource) -> {
                String name = declaredName(resource)
                        .orElseGet(() -> ids.getOrDefault(id, "NAME-OF-" + id + "-IN-" + stack.name()));
                names.computeIfAbsent(resource.path("Type").asString(), type -> new TreeSet<>()).add(name);
                if (resource.at("/Properties/VersioningConfiguration/Status").asString("").equals("Enabled")) {
                    versioned.add(name);
                }
            });
        });
        return names;
    }

    private static Optional<String> declaredName(JsonNode resource) {
        return NAMES.stream().map(resource.path("Properties")::path).filter(JsonNode::isString).map(JsonNode::asString)
                .findFirst();
    }

    private Set<String> values(String member) {
        Set<String> values = new TreeSet<>();
        stacks().forEach(stack -> TemplateText.visit(stack.template().path("Resources"), (name, value) -> {
            if (name.equals(member) && value.isString()) {
                values.add(value.asString());
            }
        }));
        return values;
    }
}
