// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.deploy.Assemblies;
import io.highlands.local.deploy.FakeAws;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands that change an account, in processes of their own, with a CDK CLI and an AWS CLI that write down. */
class DeployCommandsTest {

    @TempDir
    private Path root;

    private FakeAws aws;

    private String output = "";

    @BeforeEach
    void aCheckoutAndAnAccountWithEverything() throws IOException {
        aws = new FakeAws(root.resolve("bin"));
        Path infra = Files.createDirectories(root.resolve("platform-infra"));
        // The mark of a checkout: without it, it is the installed command
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.createDirectories(infra.resolve("target/classes"));
        Files.createDirectories(infra.resolve("environments"));
        for (String environment : List.of("local", "dev", "prod")) {
            Files.writeString(infra.resolve("environments/" + environment + ".yaml"), "region: eu-west-1\n");
        }
        for (String environment : List.of("dev", "prod")) {
            Path assembly = Assemblies.copy(environment, infra.resolve("target/cdk.out"));
            Files.setLastModifiedTime(assembly.resolve("manifest.json"),
                    FileTime.from(Instant.now().plusSeconds(60)));
        }
        Path cdk = Files.createDirectories(infra.resolve("cdk-cli")).resolve("cdk");
        Files.writeString(cdk, "#!/bin/sh\necho \"$@\" >>\"" + root + "/cdk\"\n");
        assertThat(cdk.toFile().setExecutable(true)).isTrue();
    }

    private int run(String... words) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of(words), Stream.of("--aws", aws.cli().executable())).toList());
    }

    private int run(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1", "-D" + Checkout.ROOT_PROPERTY + "=" + root, "-cp",
                System.getProperty("java.class.path"), Highlands.class.getName()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        Process process = builder.start();
        process.getOutputStream().close();
        output = new String(process.getInputStream().readAllBytes());
        return process.waitFor();
    }

    private List<String> cdkCalls() throws IOException {
        return Files.exists(root.resolve("cdk")) ? Files.readAllLines(root.resolve("cdk")) : List.of();
    }

    @Test
    void withoutYesThereIsThePlanAndNothingIsChanged() throws IOException, InterruptedException {
        assertThat(run("deploy", "dev")).isZero();

        assertThat(output).contains("ok      credentials: ", "plan:",
                "platform-infra/cdk-cli/cdk deploy --app platform-infra/target/cdk.out/dev --exclusively",
                "nothing was changed; add --yes to go on");
        assertThat(cdkCalls()).isEmpty();
    }

    @Test
    void aDeploymentRunsItsCommandsInOrderAndEndsWithTheAddress() throws IOException, InterruptedException {
        assertThat(run("deploy", "dev", "--yes")).as(output).isZero();

        assertThat(String.join("\n", cdkCalls())).containsSubsequence("highlands-dev-base\n", "highlands-dev-service-a",
                "highlands-dev-observability");
        assertThat(aws.calls().getLast()).startsWith("cloudformation", "describe-stacks")
                .contains("highlands-dev-base");
    }

    @Test
    void aFailedCheckEndsItBeforeAnyChange() throws IOException, InterruptedException {
        aws.refuse("ecr", "describe-images", "ImageNotFoundException");

        assertThat(run("deploy", "dev", "--yes")).isEqualTo(1);
        assertThat(output).contains("failed  image of service-a", "run: ./highlands images dev",
                "3 checks failed; nothing was changed");
        assertThat(cdkCalls()).isEmpty();
    }

    @Test
    void prodNeedsMoreThanYes() throws IOException, InterruptedException {
        assertThat(run("deploy", "prod", "--yes")).isEqualTo(1);
        assertThat(output).contains("highlands: --yes is not enough for prod: add --yes-prod");
        assertThat(run("destroy", "prod", "--yes")).isEqualTo(1);
        assertThat(cdkCalls()).isEmpty();

        assertThat(run("deploy", "prod", "--yes-prod")).as(output).isZero();
        assertThat(cdkCalls()).isNotEmpty();
    }

    @Test
    void whatIsNotDeployedIsRefusedInOneLine() throws IOException, InterruptedException {
        assertThat(run("deploy", "local", "--yes")).isEqualTo(1);
        assertThat(output).isEqualTo("highlands: local runs on this machine by highlands up and is never deployed;"
                + " allowed: dev, prod\n");
        Files.writeString(root.resolve("platform-infra/environments/dev.yaml"), "account: \"111122223333\"\n");
        assertThat(run("images", "dev", "--yes")).isEqualTo(1);
        assertThat(output).startsWith("highlands: platform-infra/environments/dev.yaml:1: 111122223333 is AWS's")
                .hasLineCount(1);
    }

    @Test
    void aRollBackChangesTheServiceAndSaysWhatTheFileNeeds() throws IOException, InterruptedException {
        String arn = "\"arn:aws:ecs:eu-west-1:123456789012:task-definition/highlands-dev-service-a:";
        aws.answer("ecs", "describe-services", "{\"services\": [{\"taskDefinition\": " + arn + "2\"}]}");
        aws.answer("ecs", "list-task-definitions", "{\"taskDefinitionArns\": [" + arn + "1\", " + arn + "2\"]}");
        aws.answer("ecs", "describe-task-definition",
                """
                        {"taskDefinition": {"containerDefinitions": [{"name": "service-a", "image": "r/highlands/service-a:7"}]}}""");

        aws.answerAfter("update-service", "ecs", "describe-services", primary(arn + "1\""));

        assertThat(run("rollback", "dev", "service-a", "--yes")).as(output).isZero();

        assertThat(aws.calls()).extracting(call -> call.get(1)).containsSubsequence("update-service", "wait");
        assertThat(output).contains("highlands-dev-service-a:2 -> highlands-dev-service-a:1",
                "write services.service-a.image: 7 into environments/dev.yaml");
    }

    /** One service whose newest deployment runs a revision (ECS API reference, Deployment: status PRIMARY). */
    private static String primary(String arn) {
        return "{\"services\": [{\"deployments\": [{\"status\": \"PRIMARY\", \"taskDefinition\": " + arn
                + ", \"rolloutState\": \"COMPLETED\"}]}]}";
    }

    /** The circuit breaker starts a deployment of the last completed revision (ECS developer guide). */
    @Test
    void aRollBackThatEcsRolledBackFails() throws IOException, InterruptedException {
        String arn = "\"arn:aws:ecs:eu-west-1:123456789012:task-definition/highlands-dev-service-a:";
        aws.answer("ecs", "describe-services", "{\"services\": [{\"taskDefinition\": " + arn + "2\"}]}");
        aws.answer("ecs", "list-task-definitions", "{\"taskDefinitionArns\": [" + arn + "1\", " + arn + "2\"]}");
        aws.answerAfter("update-service", "ecs", "describe-services", primary(arn + "2\""));

        assertThat(run("rollback", "dev", "service-a", "--yes")).isEqualTo(1);

        assertThat(output.lines().toList()).last().asString().startsWith("highlands: service-a runs"
                + " highlands-dev-service-a:2, not highlands-dev-service-a:1: ECS has rolled the roll-back back");
        assertThat(output).doesNotContain("write services.service-a.image");
    }

    @Test
    void aSecondAttemptTakesProtectionAwayBeforeTheCdkDeletesTheFailedStack() throws IOException, InterruptedException {
        aws.stacks("highlands-prod-base ROLLBACK_COMPLETE true");

        assertThat(run("deploy", "prod", "--yes-prod")).as(output).isZero();

        assertThat(output).containsSubsequence("plan:", "update-termination-protection", "cdk deploy",
                "$ " + aws.cli().executable() + " cloudformation update-termination-protection",
                "$ platform-infra/cdk-cli/cdk deploy");
    }

    @Test
    void aCostInAnotherRegionSaysWhoseItsPricesAre() throws IOException, InterruptedException {
        assertThat(run(List.of("cost", "dev"))).as(output).isZero();
        assertThat(output).doesNotContain("warning:");
        String dollars = output.lines().filter(line -> line.startsWith("all ")).findFirst().orElseThrow()
                .replaceAll(".*\\$", "");
        assertThat(run(List.of("cost", "dev", "--json"))).as(output).isZero();
        assertThat("%.2f".formatted(JsonMapper.shared().readTree(output).path("dollars").asDouble()))
                .isEqualTo(dollars);
        Path manifest = root.resolve("platform-infra/target/cdk.out/dev/manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("/eu-west-1\"", "/us-east-1\""));
        Files.setLastModifiedTime(manifest, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(run(List.of("cost", "dev"))).as(output).isZero();
        assertThat(output).startsWith("warning: environments/dev.yaml says region us-east-1, and the price list is of"
                + " eu-west-1 alone: counts are right, dollars are those of eu-west-1\n");
    }

    @Test
    void aTearDownEndsWithWhatStillCostsMoney() throws IOException, InterruptedException {
        assertThat(run("destroy", "dev", "--yes")).as(output).isZero();

        assertThat(cdkCalls()).singleElement().asString()
                .startsWith("destroy --app platform-infra/target/cdk.out/dev --exclusively --no-notices --force")
                .endsWith("highlands-dev-base");
        assertThat(output).contains("goes:  ", "still there, and it may cost money:", "CDKToolkit");
    }
}
