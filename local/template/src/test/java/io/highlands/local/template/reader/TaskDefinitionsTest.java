// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.Coverage;
import io.highlands.local.template.Dependency;
import io.highlands.local.template.HealthCheckSpec;
import io.highlands.local.template.Platform;
import io.highlands.local.template.PortMapping;
import io.highlands.local.template.RestartPolicy;
import io.highlands.local.template.TaskDefinitionSpec;
import io.highlands.local.template.TracingSidecar;
import io.highlands.local.template.cloudformation.LocalValues;
import io.highlands.local.template.cloudformation.SuppliedResources;

import static io.highlands.local.template.reader.Fixture.SERVICE_A;
import static io.highlands.local.template.reader.Fixture.SERVICE_B;
import static org.assertj.core.api.Assertions.assertThat;

class TaskDefinitionsTest {

    private static final String TASK_A = "highlands-test-service-a/Task ";

    @TempDir
    private Path folder;

    private ContainerSpec container(String service, String name) {
        return Fixture.in(folder).service(service).taskDefinition().container(name);
    }

    @Test
    void aTaskDefinitionHasFamilyAndSize() {
        TaskDefinitionSpec definition = Fixture.in(folder).service("service-a").taskDefinition();

        assertThat(definition.family()).isEqualTo("highlands-test-service-a");
        assertThat(definition.cpu()).isEqualTo(512);
        assertThat(definition.memoryMiB()).isEqualTo(1024);
    }

    /** AWS CloudFormation user guide, "UpdateReplacePolicy attribute": Delete without it. */
    @Test
    void aTemplateRetainsTheReplacedRevisionOnlyWhenItSaysSo() {
        assertThat(Fixture.in(folder).service("service-a").taskDefinition().retained()).isFalse();

        Fixture retaining = Fixture.in(folder).with(SERVICE_A, "'Type': 'AWS::ECS::TaskDefinition',",
                "'Type': 'AWS::ECS::TaskDefinition', 'UpdateReplacePolicy': 'Retain',");
        assertThat(retaining.service("service-a").taskDefinition().retained()).isTrue();
    }

    @Test
    void aPolicyThatCloudFormationDoesNotKnowIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'Type': 'AWS::ECS::TaskDefinition',",
                "'Type': 'AWS::ECS::TaskDefinition', 'UpdateReplacePolicy': 'RetainExceptOnCreate',")
                .isRefused("highlands-test-service-a/Task UpdateReplacePolicy: \"RetainExceptOnCreate\" is no policy; "
                        + "allowed: Delete, Retain, Snapshot");
    }

    @Test
    void imageAndRepositoryAreResolvedAcrossStacks() {
        ContainerSpec container = container("service-a", "service-a");

        assertThat(container.image())
                .isEqualTo("000000000000.dkr.ecr.eu-west-1.amazonaws.com/highlands-test/service-a:1");
        assertThat(container.repository()).isEqualTo("service-a");
    }

    @Test
    void anImageInWhosePlaceAProcessRunsHasNoRepository() {
        Fixture other = Fixture.in(folder).with(SERVICE_A, "'Type': 'AWS::ECS::TaskDefinition',",
                "'Type': 'AWS::ECS::TaskDefinition', 'Metadata': {'highlands:process': {'Command': ['node']}},");

        ContainerSpec container = other.service("service-a").taskDefinition().container("service-a");

        assertThat(container.repository()).isNull();
        assertThat(container.isForeign()).isTrue();
        assertThat(container("service-a", "service-a").isForeign()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', nullValues = "-", value = {"1.dkr.ecr.eu-west-1.amazonaws.com/service-a service-a",
            "1.dkr.ecr.eu-west-1.amazonaws.com/a/b/service-a:1.2 service-a",
            "1.dkr.ecr.eu-west-1.amazonaws.com/service-a@sha256:0a service-a",
            "1.dkr.ecr.eu-west-1.amazonaws.com/service-a:1@sha256:0a service-a",
            "public.ecr.aws/datadog/agent:7 -", "nginx -"})
    void theRepositoryIsTheLastSegmentOfAnEcrImage(String image, String repository) {
        assertThat(ContainerReader.repository(image)).isEqualTo(repository);
    }

    /** AWS SDKs and Tools Reference Guide, "Service-specific endpoints". */
    @Test
    void aServicesOwnContainerIsToldWhatItsSdksCallInPlaceOfAws() {
        Fixture fixture = Fixture.in(folder);
        Map<String, String> endpoints = Map.of("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:9324");
        LocalValues values = LocalValues.read(fixture.localValues())
                .with(SuppliedResources.NONE.with(Map.of("service-a", endpoints)));
        Platform platform = PlatformReader.read(folder.resolve("test"), values, inventory -> {});

        platform.services().forEach(service -> service.taskDefinition().containers().forEach(container -> {
            if (container.name().equals("service-a")) {
                assertThat(container.environment()).containsAllEntriesOf(endpoints);
            } else {
                assertThat(container.environment()).doesNotContainKey("AWS_ENDPOINT_URL_SQS");
            }
        }));
    }

    @Test
    void aContainerHasAllThatItsProcessNeeds() {
        ContainerSpec container = container("service-a", "service-a");

        assertThat(container.environment()).containsEntry("SERVICE_B_URL", "http://service-b:8082").hasSize(2);
        assertThat(container.ports()).containsExactly(new PortMapping("web", 3000, "tcp", "http"));
        assertThat(container.healthCheck()).isEqualTo(new HealthCheckSpec(List.of("CMD", "/app/launch", "health"),
                Duration.ofSeconds(5), Duration.ofSeconds(3), 4, Duration.ofSeconds(60)));
        assertThat(container.stopTimeout()).hasSeconds(16);
        assertThat(container.memoryMiB()).isEqualTo(608);
        assertThat(container.readonlyRoot()).isTrue();
        assertThat(container.user()).isEqualTo("10001");
        assertThat(container.log().options()).containsEntry("awslogs-group", "/highlands/test/service-a");
    }

    @Test
    void aHelperContainerWaitsForTheOther() {
        ContainerSpec ready = container("service-a", "ready");

        assertThat(ready.dependsOn()).containsExactly(new Dependency("service-a", Dependency.Condition.HEALTHY));
        assertThat(ready.essential()).isFalse();
        assertThat(ready.entryPoint()).containsExactly("/app/launch");
        assertThat(ready.command()).containsExactly("health");
    }

    @Test
    void whatIsLeftOutHasEcssDefaults() {
        ContainerSpec container = container("service-b", "service-b");

        assertThat(container.essential()).isTrue();
        assertThat(container.stopTimeout()).hasSeconds(30);
        assertThat(container.restartPolicy()).isEqualTo(RestartPolicy.NONE);
        assertThat(container.memoryMiB()).isNull();
        assertThat(container.healthCheck()).isNull();
    }

    @Test
    void aSecretHasItsLocalValueAndIsNotPrinted() {
        ContainerSpec container = container("service-b", "service-b");

        assertThat(container.secrets().get("TOKEN").value()).isEqualTo("t0ken");
        assertThat(container).asString().doesNotContain("t0ken");
    }

    @Test
    void aMissingSecretIsRefused() {
        Fixture fixture = Fixture.in(folder).withoutLocalValues();

        fixture.isRefused("highlands-test-service-b/Task ContainerDefinitions[0].Secrets[0].ValueFrom: no value for "
                + "secret 'token'; put it in " + fixture.localValues() + " as {\"secrets\": {\"token\": …}}");
    }

    @Test
    void datadogsAgentNeedsNoKeyHere() {
        ContainerSpec agent = container("service-b", "datadog-agent");

        assertThat(agent.tracingSidecar()).contains(TracingSidecar.DATADOG);
        assertThat(agent.repository()).isNull();
        assertThat(agent.secrets().get("DD_API_KEY").value()).isEmpty();
    }

    @Test
    void theAgentOfGameDaysIsListedAndNotRun() {
        Platform platform = Fixture.in(folder).with(SERVICE_A, "'ContainerDefinitions': [", """
                'EnableFaultInjection': true, 'PidMode': 'task', 'ContainerDefinitions': [
                  {'Name': 'amazon-ssm-agent', 'Essential': false, 'EntryPoint': ['/bin/sh', '-c'],
                   'Image': 'public.ecr.aws/amazon-ssm-agent/amazon-ssm-agent:3.3.4624.0'},""").read();

        assertThat(platform.services()).flatExtracting(service -> service.taskDefinition().containers())
                .extracting(ContainerSpec::name).doesNotContain("amazon-ssm-agent").contains("service-a", "ready");
        assertThat(platform.coverage().entries()).filteredOn(entry -> entry.status() == Coverage.Status.NOT_RUN)
                .extracting(Coverage.Entry::property).contains("EnableFaultInjection", "PidMode",
                        "ContainerDefinitions[0].EntryPoint");
    }

    @Test
    void aRestartPolicyIsRead() {
        assertThat(container("service-b", "datadog-agent").restartPolicy())
                .isEqualTo(new RestartPolicy(true, List.of(0), Duration.ofSeconds(60)));
    }

    @Test
    void equalContentIsTheSameRevision() {
        String first = Fixture.in(folder).service("service-a").taskDefinition().fingerprint();

        assertThat(Fixture.in(folder).service("service-a").taskDefinition().fingerprint()).isEqualTo(first);
    }

    @Test
    void anotherVariableIsAnotherRevision() {
        String first = Fixture.in(folder).service("service-a").taskDefinition().fingerprint();

        assertThat(Fixture.in(folder).with(SERVICE_A, "http://service-b:8082", "http://service-b:8083")
                .service("service-a").taskDefinition().fingerprint()).isNotEqualTo(first);
    }

    @Test
    void memoryThatFargateDoesNotHaveIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'Memory': '1024'", "'Memory': '1536'").isRefused(
                TASK_A + "Memory: '1536' is not a size of Fargate with 512 CPU units; allowed: 1024 to 4096 in steps "
                        + "of 1024");
    }

    @Test
    void cpuThatFargateDoesNotHaveIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'Cpu': '512'", "'Cpu': '500'").isRefused(TASK_A
                + "Cpu: '500' is not a size of Fargate; allowed: 256, 512, 1024, 2048, 4096, 8192, 16384");
    }

    @Test
    void containersThatNeedMoreMemoryThanTheTaskAreRefused() {
        Fixture.in(folder).with(SERVICE_A, "'Memory': 608", "'Memory': 1000").isRefused(
                TASK_A + "Memory: 1024 is less than the sum of the containers' limits, 1032");
    }

    @Test
    void containersThatNeedMoreCpuThanTheTaskAreRefused() {
        Fixture.in(folder).with(SERVICE_A, "'Cpu': 156", "'Cpu': 600")
                .isRefused(TASK_A + "Cpu: 512 is less than the containers' sum of 600");
    }

    @Test
    void aHealthCheckTimeoutOutOfRangeIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'Timeout': 3", "'Timeout': 1").isRefused(TASK_A
                + "ContainerDefinitions[0].HealthCheck.Timeout: '1' is not allowed; allowed: a whole number from 2 to 60");
    }

    @Test
    void aDependencyOnNoContainerIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'ContainerName': 'service-a'}", "'ContainerName': 'servicea'}").isRefused(
                TASK_A + "ContainerDefinitions[1].DependsOn[0].ContainerName: 'servicea' is not a container of the task "
                        + "definition; allowed: service-a, ready");
    }

    @Test
    void aDependencyOnTheHealthOfAContainerWithoutCheckIsRefused() {
        Fixture.in(folder).without(SERVICE_A, "'HealthCheck': {", "'Image': {").isRefused(TASK_A
                + "ContainerDefinitions[1].DependsOn[0].Condition: HEALTHY needs a health check, which container "
                + "'service-a' does not have");
    }

    @Test
    void aDependencyOnTheEndOfAnEssentialContainerIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'Condition': 'HEALTHY'", "'Condition': 'SUCCESS'")
                .isRefused(TASK_A + "ContainerDefinitions[1].DependsOn[0].Condition: SUCCESS never comes, since "
                        + "container 'service-a' is essential: the task stops when it ends; allowed: START, HEALTHY");
    }

    @Test
    void containersThatWaitForEachOtherAreRefused() {
        Fixture.in(folder)
                .with(SERVICE_A, "'Essential': true,",
                        "'Essential': true, 'DependsOn': [{'ContainerName': 'ready', 'Condition': 'START'}],")
                .isRefused(TASK_A + "ContainerDefinitions[0].DependsOn: container 'service-a' waits for itself");
    }

    @Test
    void twoContainersOfOneNameAreRefused() {
        Fixture.in(folder).with(SERVICE_B, "'Name': 'datadog-agent'", "'Name': 'service-b'").isRefused(
                "highlands-test-service-b/Task ContainerDefinitions[1].Name: 'service-b' is there twice");
    }

    @Test
    void aTaskWithoutEssentialContainerIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'Essential': true", "'Essential': false").isRefused(
                TASK_A + "ContainerDefinitions: no container is essential; at least one must be");
    }

    @Test
    void aBridgedNetworkIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'NetworkMode': 'awsvpc'", "'NetworkMode': 'bridge'")
                .isRefused(TASK_A + "NetworkMode: 'bridge' cannot be run on Fargate; allowed: awsvpc");
    }

    @Test
    void aStopTimeoutBeyondFargatesIsRefused() {
        Fixture.in(folder).with(SERVICE_A, "'StopTimeout': 16", "'StopTimeout': 180").isRefused(TASK_A
                + "ContainerDefinitions[0].StopTimeout: '180' is not allowed; allowed: a whole number from 0 to 120");
    }
}
