// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * AWS's own CLI takes the arguments of every command that the code composes and that docs/deploy.md prints: it validates them
 * against the services' models before it connects, and the endpoint is a closed port.
 */
class AwsArgumentsTest {

    @TempDir
    private Path folder;

    @Test
    void awsOwnCommandLineTakesTheArgumentsOfTheCode() throws IOException {
        RealAws real = RealAws.orSkip(folder);
        Map<String, List<String>> distinct = new LinkedHashMap<>();
        composed().forEach(command -> distinct.putIfAbsent(shape(command), command));
        assertThat(distinct).hasSizeGreaterThan(20);

        assertThat(real.refused(List.copyOf(distinct.values()))).isEmpty();
    }

    @Test
    void awsOwnCommandLineTakesTheArgumentsOfTheDeploymentPage() throws IOException {
        RealAws real = RealAws.orSkip(folder);
        List<List<String>> commands = DeployPage.read().awsCommands(folder);
        assertThat(commands).hasSizeGreaterThan(10);

        assertThat(real.refused(commands)).isEmpty();
    }

    @Test
    void theValidationRefusesAnOptionThatThereIsNot() throws IOException {
        RealAws real = RealAws.orSkip(folder);

        assertThat(real.refused(List.of(List.of("ecs", "update-service", "--servise", "a"),
                List.of("ecr", "describe-images", "--repository-name", "a", "--image-ids", "tag=1")))).hasSize(2);
    }

    /** What the checks and plans call, all of them, against an account where everything is there. */
    private List<List<String>> composed() throws IOException {
        FakeAws aws = new FakeAws(folder.resolve("bin"));
        aws.answer("ecs", "describe-services",
                """
                        {"services": [{"serviceName": "service-a",
                         "taskDefinition": "arn:aws:ecs:eu-west-1:123456789012:task-definition/highlands-prod-service-a:2"}]}""");
        aws.answer("ecs", "list-task-definitions", """
                {"taskDefinitionArns": [
                 "arn:aws:ecs:eu-west-1:123456789012:task-definition/highlands-prod-service-a:1"]}""");
        aws.answer("cloudformation", "describe-stack-resource", """
                {"StackResourceDetail": {"PhysicalResourceId":
                 "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/1"}}""");
        aws.answer("ecr", "batch-get-image", "{}");
        Assembly prod = Assemblies.read("prod", folder);
        List<Step> steps = new ArrayList<>();
        new Checks(aws.cli(), prod, Map.of()).all();
        aws.answer("ecr", "describe-images",
                "{\"imageDetails\": [{\"imageManifestMediaType\": \"application/vnd.oci.image.index.v1+json\"}]}");
        new Checks(aws.cli(), prod, Map.of()).all();
        aws.refuse("service-quotas", "get-service-quota", "NoSuchResourceException");
        new Checks(aws.cli(), prod, Map.of()).all();
        aws.stacks("highlands-prod-base ROLLBACK_FAILED true", "highlands-prod-service-x CREATE_COMPLETE true");
        steps.addAll(new Deployment(folder, aws.cli(), prod).steps());
        steps.addAll(new Deployment(folder, aws.cli(), prod).entrance());
        steps.addAll(new RollBack(aws.cli(), prod, "service-a").plan(Optional.of(1)).steps());
        TearDown tearDown = new TearDown(folder, aws.cli(), prod);
        steps.addAll(tearDown.steps());
        steps.addAll(tearDown.deregistrations());
        List<List<String>> commands = new ArrayList<>(aws.calls());
        steps.stream().map(Step::command).filter(command -> command.getFirst().equals(aws.cli().executable()))
                .forEach(command -> commands.add(command.subList(1, command.size())));
        commands.addAll(mends(new ResourceChecks(new Aws(aws.cli()), prod), aws));
        return commands;
    }

    /** The AWS commands that failed lines and left-over lines tell users to run. */
    private static List<List<String>> mends(ResourceChecks checks, FakeAws aws) throws IOException {
        for (String[] each : new String[][]{{"acm-pca", "list-tags"}, {"sns", "get-topic-attributes"}}) {
            if (each[0].equals("sns")) {
                aws.refuse(each[0], each[1], "NotFound");
            } else {
                aws.answer(each[0], each[1], "{\"Tags\": []}");
            }
        }
        return Aws.all(checks.checks()).stream().map(CheckResult::mend).filter(mend -> mend.startsWith("run: aws "))
                .map(mend -> List.of(mend.substring("run: aws ".length()).split(" "))).toList();
    }

    /** Commands that differ in values only are validated once. */
    private static String shape(List<String> command) {
        return command.stream().limit(2).toList() + " "
                + command.stream().filter(word -> word.startsWith("--")).sorted().toList();
    }
}
