// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The commands of each plan, and their order. */
class PlansTest {

    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    @TempDir
    private Path folder;

    private FakeAws aws;

    @BeforeEach
    void anAccountWithEverything() throws IOException {
        aws = new FakeAws(folder.resolve("bin"));
    }

    private Assembly read(String environment) {
        return Assemblies.read(environment, folder);
    }

    private static List<String> texts(List<Step> steps) {
        return steps.stream().map(Step::text).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void eachStackIsDeployedAfterThoseThatItDependsOn(String environment) {
        List<Stack> stacks = read(environment).stacks();

        for (int index = 0; index < stacks.size(); index++) {
            assertThat(stacks.subList(0, index)).extracting(Stack::name).as("before " + stacks.get(index).name())
                    .containsAll(stacks.get(index).dependencies());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void theBaseIsDeployedBeforeTheServicesAndTheServicesBeforeWhatWatchesThem(String environment) {
        List<String> deployments = texts(new Deployment(folder, aws.cli(), read(environment)).steps());

        assertThat(deployments).allMatch(command -> command.startsWith("platform-infra/cdk-cli/cdk deploy --app "
                + environment + " --exclusively --no-notices --require-approval never highlands-"));
        assertThat(deployments.get(deployments.size() - 2)).endsWith(" highlands-" + environment + "-base");
        assertThat(deployments.getLast()).containsSubsequence("-service-a", "-service-b", "-refresh")
                .containsSubsequence("-service-c", "-service-b", "-observability");
    }

    @Test
    void theSharedRepositoriesAreDeployedFirst() throws IOException {
        Path copied = Assemblies.copy("dev", folder);
        Assembly assembly = withImagesStack(copied);

        assertThat(texts(new Deployment(folder, aws.cli(), assembly).steps())).first().asString()
                .endsWith(" highlands-images");
        assertThat(new TearDown(folder, aws.cli(), assembly).steps()).extracting(Step::text)
                .noneMatch(command -> command.contains("highlands-images"));
    }

    /** The stack that other environments share, where the app does not declare it yet. */
    private static Assembly withImagesStack(Path copied) throws IOException {
        Assembly assembly = Assembly.read(copied);
        if (assembly.images().isPresent()) {
            return assembly;
        }
        Path manifest = copied.resolve("manifest.json");
        Files.writeString(copied.resolve("highlands-images.template.json"), "{\"Resources\": {}}");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"artifacts\": \\{",
                """
                        "artifacts": {"highlands-images": {"type": "aws:cloudformation:stack", "environment":
                        "aws://unknown-account/eu-west-1", "properties": {"templateFile": "highlands-images.template.json"}},"""));
        return Assembly.read(copied);
    }

    @Test
    void whatIsMissingInEcrIsBuiltForTheTasksProcessorAndPushed() throws IOException {
        aws.refuse("ecr", "describe-images", "ImageNotFoundException");
        Assembly assembly = read("dev");
        ServiceImage image = ServiceImage.of(assembly).getFirst();
        Path docker = Files.createFile(folder.resolve("docker"));
        assertThat(docker.toFile().setExecutable(true)).isTrue();

        List<String> steps = texts(
                new Images(folder, aws.cli(), assembly, folder::resolve).steps("123456789012", folder.toString(),
                        "aarch64", false));

        String name = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/" + image.image();
        assertThat(steps).containsSubsequence(
                aws.cli().executable() + " ecr get-login-password --region eu-west-1 | docker login --username AWS"
                        + " --password-stdin 123456789012.dkr.ecr.eu-west-1.amazonaws.com",
                "docker buildx build --load --platform linux/arm64 --build-arg SERVICE=" + image.service()
                        + " -f services/Dockerfile -t " + name + " .",
                "docker push " + name);
    }

    /** Nothing of it is in the account's registry. */
    @Test
    void imageOfAnotherRegistryIsNeitherBuiltNorLookedFor() throws IOException {
        aws.refuse("ecr", "describe-images", "ImageNotFoundException");
        Assembly assembly = Assembly.read(withMetadata("{\"highlands:process\": {\"Command\": [\"node\"]}}"));

        assertThat(new Images(folder, aws.cli(), assembly, folder::resolve).steps("123456789012", folder.toString(),
                "amd64", false)).isEmpty();
        assertThat(ServiceImage.of(assembly)).hasSize(3)
                .allMatch(image -> image.origin() == ServiceImage.Origin.ELSEWHERE);
    }

    /** A copy of dev's templates in which each task definition has that metadata. */
    private Path withMetadata(String json) throws IOException {
        Path copied = Assemblies.copy("dev", folder);
        try (var templates = Files.list(copied)) {
            for (Path template : templates.filter(file -> file.toString().endsWith(".template.json")).toList()) {
                Files.writeString(template, Files.readString(template)
                        .replaceAll("\"Type\": ?\"AWS::ECS::TaskDefinition\"", "$0, \"Metadata\": " + json));
            }
        }
        return copied;
    }

    /** Its build runs nothing, so that it needs no processor of the task's kind. */
    @Test
    void imageOfAJarIsBuiltOfItsFolderOnAnyMachine() throws IOException {
        aws.refuse("ecr", "describe-images", "ImageNotFoundException");
        assertThat(Files.createFile(folder.resolve("docker")).toFile().setExecutable(true)).isTrue();

        List<String> steps = texts(
                new Images(folder, aws.cli(), Assembly.read(withMetadata("{\"highlands:jar\": \"a.jar\"}")),
                        service -> Path.of("/made", service))
                        .steps("123456789012", folder.toString(), "amd64", false));

        assertThat(steps).filteredOn(step -> step.contains(" build ")).hasSize(3)
                .allMatch(step -> step
                        .matches("docker buildx build --load --platform linux/arm64 -f services/jar\\.Dockerfile"
                                + " -t \\S+/highlands/(service-[abc]):\\S+ /made/\\1"));
    }

    @Test
    void anImageThatIsThereIsNeitherBuiltNorPushed() {
        Images images = new Images(folder, aws.cli(), read("dev"), folder::resolve);

        assertThat(images.steps("123456789012", "", "aarch64", false)).isEmpty();
        assertThat(images.there()).hasSize(3).containsValue(DIGEST);
    }

    @Test
    void anotherProcessorIsRefusedUnlessEmulationIsAskedFor() throws IOException {
        aws.refuse("ecr", "describe-images", "ImageNotFoundException");
        Images images = new Images(folder, aws.cli(), read("dev"), folder::resolve);

        assertThatThrownBy(() -> images.steps("123456789012", "/bin", "amd64", false))
                .isInstanceOf(DeployException.class).hasMessageContaining("run on ARM64 and this machine is X86_64")
                .hasMessageContaining("--emulate");
    }

    @Test
    void noToolToBuildWithIsOneLine() throws IOException {
        aws.refuse("ecr", "describe-images", "ImageNotFoundException");
        Images images = new Images(folder, aws.cli(), read("dev"), folder::resolve);

        assertThatThrownBy(() -> images.steps("123456789012", folder.toString(), "aarch64", false))
                .isInstanceOf(DeployException.class)
                .hasMessageStartingWith("none of docker, podman and buildah is on PATH");
    }

    @Test
    void promotionNamesEachImageByItsDigest() {
        assertThat(new Images(folder, aws.cli(), read("dev"), folder::resolve).promotion())
                .contains("services:", "  service-a:", "    image: " + DIGEST + "  # 0.1.0").hasSize(7);
    }

    private void running(int revision, int... active) throws IOException {
        aws.answer("ecs", "describe-services", """
                {"services": [{"serviceName": "service-a", "taskDefinition":
                 "arn:aws:ecs:eu-west-1:123456789012:task-definition/highlands-dev-service-a:%d"}]}"""
                .formatted(revision));
        StringBuilder arns = new StringBuilder();
        for (int each : active) {
            arns.append(arns.isEmpty() ? "" : ", ")
                    .append("\"arn:aws:ecs:eu-west-1:123456789012:task-definition/highlands-dev-service-a:")
                    .append(each).append('"');
        }
        aws.answer("ecs", "list-task-definitions", "{\"taskDefinitionArns\": [" + arns + "]}");
        aws.answer("ecs", "describe-task-definition", """
                {"taskDefinition": {"containerDefinitions": [{"name": "service-a",
                 "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/highlands/service-a:0.0.9"}]}}""");
    }

    private RollBack rollBack() {
        return new RollBack(aws.cli(), read("dev"), "service-a");
    }

    @Test
    void aRollBackTakesTheNewestActiveRevisionBeforeTheOneThatRuns() throws IOException {
        running(12, 12, 9, 10, 13);

        RollBack.Plan plan = rollBack().plan(Optional.empty());

        assertThat(plan.to()).isEqualTo("highlands-dev-service-a:10");
        assertThat(texts(plan.steps())).satisfiesExactly(
                update -> assertThat(update).contains("ecs update-service --region eu-west-1 --cluster highlands-dev"
                        + " --service service-a --task-definition highlands-dev-service-a:10"),
                wait -> assertThat(wait).contains("ecs wait services-stable --region eu-west-1 --cluster highlands-dev"
                        + " --services service-a"));
        assertThat(rollBack().afterwards(plan))
                .contains("write services.service-a.image: 0.0.9 into environments/dev.yaml");
    }

    @Test
    void aRollBackToAnInactiveRevisionIsRefused() throws IOException {
        // UpdateService refuses it too (ECS API reference, UpdateService, taskDefinition).
        running(12, 12, 10);

        assertThatThrownBy(() -> rollBack().plan(Optional.of(11))).hasMessage("--to 11: not ACTIVE; allowed: [12, 10]");
    }

    @Test
    void withoutAnEarlierActiveRevisionTheWayIsTheEarlierImage() throws IOException {
        running(1, 1);

        assertThatThrownBy(() -> rollBack().plan(Optional.empty()))
                .hasMessageContaining("no earlier one is ACTIVE: deploy the earlier image instead");
    }

    @Test
    void anUnknownServiceIsRefusedWithTheAllowedOnes() {
        assertThatThrownBy(() -> new RollBack(aws.cli(), read("dev"), "service-x"))
                .hasMessage("unknown service 'service-x'; allowed: service-a, service-b, service-c");
    }

    @Test
    void protectionIsTakenAwayBeforeTheStacksAreDeletedInReverseOrder() throws IOException {
        aws.answer("cloudformation", "describe-stack-resource",
                "{\"StackResourceDetail\": {\"PhysicalResourceId\": \"arn:aws:elasticloadbalancing:x\"}}");
        aws.stacks("highlands-prod-base CREATE_COMPLETE true");

        List<String> steps = texts(new TearDown(folder, aws.cli(), read("prod")).steps());

        assertThat(steps).anyMatch(command -> command.contains("update-termination-protection --region eu-west-1"
                + " --no-enable-termination-protection --stack-name highlands-prod-base"));
        assertThat(steps.get(steps.size() - 2)).contains("--load-balancer-arn arn:aws:elasticloadbalancing:x"
                + " --attributes Key=deletion_protection.enabled,Value=false");
        assertThat(steps.getLast()).startsWith("platform-infra/cdk-cli/cdk destroy")
                .containsSubsequence("highlands-prod-refresh", "highlands-prod-service-b", "highlands-prod-base");
    }

    @Test
    void theTearDownSaysWhatStaysAndHowItIsRemoved() {
        TearDown tearDown = new TearDown(folder, aws.cli(), read("prod"));

        assertThat(tearDown.effect()).anySatisfy(line -> assertThat(line).startsWith("stays: AWS::Logs::LogGroup")
                .contains("/highlands/prod/service-a"));
        assertThat(tearDown.leftOver()).contains("AWS::Logs::LogGroup /highlands/prod/service-a: aws logs"
                + " delete-log-group --region eu-west-1 --log-group-name /highlands/prod/service-a")
                .anyMatch(line -> line.startsWith("private CA arn:aws:acm-pca:"))
                .contains("  and then: aws ecr delete-repository --force --region eu-west-1 --repository-name"
                        + " highlands/service-a");
        assertThat(new TearDown(folder, aws.cli(), read("dev")).effect())
                .contains("stays: nothing of this environment (keepData is off)");
    }

    @Test
    void retainedRevisionsAreDeregistered() throws IOException {
        running(12, 12, 10);

        assertThat(texts(new TearDown(folder, aws.cli(), read("dev")).deregistrations())).hasSize(2).last().asString()
                .contains("deregister-task-definition --region eu-west-1 --task-definition highlands-dev-service-a:10");
    }

    @Test
    void commandsArePrintedAsTheyCanBePasted() {
        assertThat(new Step("", List.of("aws", "--query", "Stacks[?Name=='a b']")).text())
                .isEqualTo("aws --query 'Stacks[?Name=='\\''a b'\\'']'");
    }

    @Test
    void nothingRunsAfterACommandThatFails() {
        Path mark = folder.resolve("mark");

        assertThatThrownBy(() -> new Steps(folder, line -> {})
                .run(List.of(new Step("", List.of("false")), new Step("", List.of("touch", mark.toString())))))
                .hasMessageStartingWith("'false' ended with exit code 1; nothing after it was run");
        assertThat(mark).doesNotExist();
    }
}
