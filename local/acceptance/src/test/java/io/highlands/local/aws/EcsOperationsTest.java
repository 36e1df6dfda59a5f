// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import io.highlands.local.ecs.RunningPlatform;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.ecs.TestImages;
import io.highlands.local.ecs.TestService;
import io.highlands.local.template.Platform;
import io.highlands.local.template.Stacks;
import io.highlands.local.template.TaskDefinitionSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** ECS's operations on tasks that run: shell scripts, one service for each test that changes something. */
@ResourceLock("tasks")
class EcsOperationsTest {

    private static final String CLUSTER = "'cluster':'highlands-test'";
    private static final List<String> SERVICES = List.of("quiet", "scaled", "rolled", "stopped", "forced",
            "retired");

    @TempDir
    private static Path folder;

    private static PlatformApis api;

    @BeforeAll
    static void start() {
        TestImages images = new TestImages(folder.resolve("images"));
        SERVICES.forEach(name -> images.with(name, TestImages.HEALTHY));
        Platform platform = TestService.platform(IntStream.range(0, SERVICES.size())
                .mapToObj(i -> new TestService(SERVICES.get(i)).mesh(8080 + i)).toArray(TestService[]::new));
        api = new PlatformApis(folder, new RunningPlatform(folder, platform).start(), () -> platform, Stacks.NONE);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void anUpdateAnswersAtOnceAndStartsASecondTask() {
        String counts = api.aws("ecs", "update-service", "--cluster", "highlands-test", "--service", "scaled",
                "--desired-count", "2", "--query", "service.[desiredCount,length(deployments)]", "--output", "text");
        assertThat(counts).isEqualTo("2\t1");
        RunningPlatform.await("a second task", () -> service("scaled").path("runningCount").asInt() == 2);

        assertThat(api.platform().tasks("scaled")).hasSize(2);
    }

    @Test
    void anEarlierTaskDefinitionIsDeployedAgain() {
        String first = api.platform().onlyTask("rolled").id();
        String revision = api.platform().runtime().taskDefinitions().register("rolled",
                definition -> new TaskDefinitionSpec(
                        definition.source(), definition.family(), 256, definition.memoryMiB(),
                        definition.containers()));
        api.platform().runtime().deploy("rolled", revision);
        String second = api.platform().replacement("rolled", first).id();
        assertThat(service("rolled").path("taskDefinition").asString())
                .isEqualTo("arn:aws:ecs:eu-west-1:000000000000:task-definition/rolled:2");
        assertThat(listed("'familyPrefix':'rolled','sort':'DESC'")).containsExactly("rolled:2", "rolled:1");

        JsonNode primary = api.ecs("UpdateService", "{" + CLUSTER + ",'service':'rolled','taskDefinition':'rolled:1'}")
                .at("/service/deployments/0");
        assertThat(primary.path("status").asString()).isEqualTo("PRIMARY");
        assertThat(primary.path("rolloutState").asString()).isEqualTo("IN_PROGRESS");
        assertThat(api.platform().replacement("rolled", second).taskDefinition()).isEqualTo("rolled:1");
        assertThat(service("rolled").at("/deployments/0/rolloutState").asString()).isEqualTo("COMPLETED");
    }

    /**
     * DeregisterTaskDefinition and ListTaskDefinitions of ECS's API reference; the refusal is recorded in aws/aws-cdk#33195
     * ("UpdateService error: TaskDefinition is inactive", ClientException).
     */
    @Test
    void aDeregisteredRevisionIsDescribedAndListedAsInactiveAndRefused() {
        api.platform().runtime().taskDefinitions().register("retired", definition -> definition);
        JsonNode retired = api.ecs("DeregisterTaskDefinition", "{'taskDefinition':'retired:1'}").path("taskDefinition");
        assertThat(retired.path("status").asString()).isEqualTo("INACTIVE");
        assertThat(retired.path("deregisteredAt").asDouble()).isPositive();

        assertThat(listed("'familyPrefix':'retired'")).containsExactly("retired:2");
        assertThat(listed("'familyPrefix':'retired','status':'ACTIVE'")).containsExactly("retired:2");
        assertThat(listed("'familyPrefix':'retired','status':'INACTIVE'")).containsExactly("retired:1");
        assertThat(api.ecs("DescribeTaskDefinition", "{'taskDefinition':'retired:1'}")
                .at("/taskDefinition/status").asString()).isEqualTo("INACTIVE");
        assertThat(api.ecs("DescribeTaskDefinition", "{'taskDefinition':'retired'}")
                .at("/taskDefinition/revision").asInt()).isEqualTo(2);
        assertThat(api.ecsRefused("UpdateService",
                "{" + CLUSTER + ",'service':'retired','taskDefinition':'retired:1'}"))
                .isEqualTo("ClientException: TaskDefinition is inactive");
        assertThat(api.awsFails("ecs", "update-service", "--cluster", "highlands-test", "--service", "retired",
                "--task-definition", "retired:1")).endsWith("An error occurred (ClientException) when calling the "
                        + "UpdateService operation: TaskDefinition is inactive");
    }

    /** The words are moto's ({@code ecs/exceptions.py}). */
    @Test
    void onlyARevisionThatIsThereCanBeDeregistered() {
        assertThat(api.ecsRefused("DeregisterTaskDefinition", "{'taskDefinition':'quiet'}"))
                .isEqualTo("ClientException: Revision is missing.");
        assertThat(api.ecsRefused("DeregisterTaskDefinition", "{'taskDefinition':'quiet:9'}"))
                .isEqualTo("ClientException: Unable to describe task definition.");
    }

    @Test
    void aStoppedTaskIsReplacedAndSaysWhy() {
        String id = api.platform().onlyTask("stopped").id();
        JsonNode stopping = api.ecs("StopTask", "{" + CLUSTER + ",'task':'" + id + "','reason':'stuck'}").path("task");
        assertThat(stopping.path("desiredStatus").asString()).isEqualTo("STOPPED");
        assertThat(stopping.path("stopCode").asString()).isEqualTo("UserInitiated");
        assertThat(stopping.path("stoppedReason").asString()).isEqualTo("stuck");
        api.platform().replacement("stopped", id);
        api.platform().stoppedTask("stopped", id);

        JsonNode task = api.ecs("DescribeTasks", "{" + CLUSTER + ",'tasks':['" + id + "']}").at("/tasks/0");
        assertThat(task.path("lastStatus").asString()).isEqualTo("STOPPED");
        assertThat(task.at("/containers/0/exitCode").asInt(-1)).isZero();
        assertThat(tasks("'serviceName':'stopped'")).hasSize(1).noneMatch(arn -> arn.endsWith(id));
        assertThat(tasks("'serviceName':'stopped','desiredStatus':'STOPPED'")).singleElement().asString()
                .endsWith(id);
    }

    @Test
    void aForcedDeploymentReplacesTasksOfTheSameRevision() {
        String before = api.platform().onlyTask("forced").id();
        JsonNode now = api.ecs("UpdateService", "{" + CLUSTER + ",'service':'forced','forceNewDeployment':true}")
                .path("service");
        assertThat(now.path("deployments")).hasSize(2);

        assertThat(api.platform().replacement("forced", before).taskDefinition()).isEqualTo("forced:1");
    }

    @Test
    void theSameTaskDefinitionIsNoNewDeployment() {
        JsonNode now = api.ecs("UpdateService", "{" + CLUSTER + ",'service':'quiet','taskDefinition':'quiet:1'}");
        assertThat(now.at("/service/deployments")).hasSize(1);
    }

    @Test
    void aRunningServiceAndItsTaskAreDescribed() {
        JsonNode service = service("quiet");
        assertThat(service.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(service.at("/deploymentConfiguration/deploymentCircuitBreaker/rollback").asBoolean()).isTrue();
        assertThat(service.at("/events/0/message").asString()).contains("has reached a steady state.");
        assertThat(service.at("/deployments/0/serviceConnectConfiguration/services/0/discoveryName").asString())
                .isEqualTo("quiet");
        String arn = tasks("'family':'quiet'").getFirst();
        JsonNode task = api.ecs("DescribeTasks", "{" + CLUSTER + ",'tasks':['" + arn + "']}").at("/tasks/0");
        assertThat(task.path("group").asString()).isEqualTo("service:quiet");
        assertThat(task.path("healthStatus").asString()).isEqualTo("HEALTHY");
        assertThat(task.path("startedAt").asDouble()).isGreaterThanOrEqualTo(task.path("createdAt").asDouble());
        assertThat(task.at("/containers/0/name").asString()).isEqualTo("quiet");
        assertThat(task.at("/containers/0/lastStatus").asString()).isEqualTo("RUNNING");
    }

    @Test
    void aTaskDefinitionIsDescribedByFamilyRevisionOrArn() {
        for (String name : List.of("quiet", "quiet:1", "arn:aws:ecs:eu-west-1:000000000000:task-definition/quiet:1")) {
            JsonNode definition = api.ecs("DescribeTaskDefinition", "{'taskDefinition':'" + name + "'}")
                    .path("taskDefinition");
            assertThat(definition.path("revision").asInt()).isEqualTo(1);
            assertThat(definition.at("/containerDefinitions/0/portMappings/0/containerPort").asInt()).isEqualTo(3000);
        }
    }

    @Test
    void theOneClusterIsListedAndAnyOtherIsMissing() {
        assertThat(api.ecs("ListClusters", "{}").at("/clusterArns/0").asString())
                .isEqualTo("arn:aws:ecs:eu-west-1:000000000000:cluster/highlands-test");
        JsonNode answer = api.ecs("DescribeClusters", "{'clusters':['highlands-test','other']}");
        assertThat(answer.at("/clusters/0/activeServicesCount").asInt()).isEqualTo(SERVICES.size());
        assertThat(answer.path("failures").toString()).isEqualTo("[{\"arn\":\"other\",\"reason\":\"MISSING\"}]");
    }

    @Test
    void whatIsNotThereIsAFailureOfItsOwnAndLeavesTheOthersAlone() {
        JsonNode answer = api.ecs("DescribeServices", "{" + CLUSTER + ",'services':['gone','quiet']}");
        assertThat(answer.path("services")).hasSize(1);
        assertThat(answer.path("failures").toString()).isEqualTo("[{\"arn\":"
                + "\"arn:aws:ecs:eu-west-1:000000000000:service/highlands-test/gone\",\"reason\":\"MISSING\"}]");
        assertThat(api.ecs("DescribeTasks", "{" + CLUSTER + ",'tasks':['gone']}").at("/failures/0/reason").asString())
                .isEqualTo("MISSING");
    }

    @Test
    void pagesAreFollowedByTheCommandLine() {
        assertThat(api.aws("ecs", "list-services", "--cluster", "highlands-test", "--page-size", "2", "--query",
                "length(serviceArns)")).isEqualTo("6");
        JsonNode first = api.ecs("ListServices", "{" + CLUSTER + ",'maxResults':4}");
        assertThat(first.path("serviceArns")).hasSize(4);
        JsonNode second = api.ecs("ListServices",
                "{" + CLUSTER + ",'maxResults':4,'nextToken':'" + first.path("nextToken").asString() + "'}");
        assertThat(second.path("serviceArns")).hasSize(2);
        assertThat(second.has("nextToken")).isFalse();
    }

    @Test
    void aServiceThatIsNotThereIsAnErrorOnTheCommandLine() {
        assertThat(api.awsFails("ecs", "update-service", "--cluster", "highlands-test", "--service", "gone",
                "--desired-count", "1"))
                .startsWith("An error occurred (ServiceNotFoundException) when calling the UpdateService operation")
                .endsWith(": Service not found.");
    }

    @Test
    void errorsHaveTheirNamesInEcs() {
        assertThat(api.ecsRefused("ListServices", "{}")).isEqualTo("ClusterNotFoundException: Cluster not found.");
        assertThat(api.ecsRefused("ListTasks", "{" + CLUSTER + ",'serviceName':'gone'}"))
                .isEqualTo("ServiceNotFoundException: Service not found.");
        assertThat(api.ecsRefused("StopTask", "{" + CLUSTER + ",'task':'gone'}"))
                .isEqualTo("InvalidParameterException: The referenced task was not found.");
        assertThat(api.ecsRefused("DescribeTaskDefinition", "{'taskDefinition':'gone'}"))
                .isEqualTo("ClientException: Unable to describe task definition.");
        assertThat(api.ecsRefused("UpdateService", "{" + CLUSTER + ",'service':'quiet','taskDefinition':'quiet:9'}"))
                .isEqualTo("ClientException: TaskDefinition not found.");
        assertThat(api.ecsRefused("UpdateService", "{" + CLUSTER + ",'service':'quiet','desiredCount':-1}"))
                .isEqualTo("InvalidParameterException: quiet=-1: the number of tasks must be 0 to 50");
        assertThat(api.ecsRefused("ListServices", "{" + CLUSTER + ",'nextToken':'mine'}"))
                .isEqualTo("InvalidParameterException: The specified next token is invalid");
    }

    @Test
    void aPlatformThatIsStoppedIsUnavailable(@TempDir Path other) {
        new TestImages(other.resolve("images")).with("brief", TestImages.HEALTHY);
        Platform platform = TestService.platform(new TestService("brief").desired(0));
        RunningPlatform running = new RunningPlatform(other, platform).start();
        try (PlatformApis apis = new PlatformApis(other, running, () -> platform, Stacks.NONE)) {
            running.close();
            assertThat(apis.unavailable("AmazonEC2ContainerServiceV20141113.ListServices", "{" + CLUSTER + "}"))
                    .contains("ServiceUnavailable", "the platform is stopped");
        }
    }

    @Test
    void whatCannotBeChangedHereIsNotPassedOverInSilence() {
        assertThat(api.ecsRefused("UpdateService", "{" + CLUSTER + ",'service':'quiet','enableExecuteCommand':true}"))
                .isEqualTo("InvalidParameterException: enableExecuteCommand cannot be changed in local mode; allowed: "
                        + "cluster, desiredCount, forceNewDeployment, service, taskDefinition");
    }

    @Test
    void aTaskDefinitionOfAnotherServiceWithoutItsPortsIsRefused() {
        String revision = api.platform().runtime().taskDefinitions().register("quiet",
                definition -> new TaskDefinitionSpec(
                        definition.source(), "portless", 256, 512, definition.containers().stream()
                                .map(TestService::withoutPorts).toList()));
        assertThat(api.ecsRefused("UpdateService",
                "{" + CLUSTER + ",'service':'quiet','taskDefinition':'" + revision + "'}"))
                .isEqualTo("InvalidParameterException: portName 'web' of quiet's Service Connect is not in task "
                        + "definition portless:1");
    }

    @Test
    void everyMemberOfAnAnswerIsOneOfAws() {
        Map<String, Object> cluster = Map.of("cluster", "highlands-test", "services", List.of("quiet"), "tasks",
                api.platform().tasks("quiet").stream().map(TaskSnapshot::id).toList(), "taskDefinition", "quiet",
                "clusters", List.of("highlands-test"));
        for (String operation : List.of("DescribeClusters", "DescribeServices", "DescribeTasks",
                "DescribeTaskDefinition")) {
            assertThat(api.unknownMembers("ecs", operation, cluster)).isEmpty();
        }
    }

    private static JsonNode service(String name) {
        return api.ecs("DescribeServices", "{" + CLUSTER + ",'services':['" + name + "']}").at("/services/0");
    }

    private static List<String> listed(String filter) {
        return api.ecs("ListTaskDefinitions", "{" + filter + "}").path("taskDefinitionArns").valueStream()
                .map(arn -> arn.asString().replaceAll(".*/", "")).toList();
    }

    private static List<String> tasks(String filter) {
        return api.ecs("ListTasks", "{" + CLUSTER + "," + filter + "}").path("taskArns").valueStream()
                .map(JsonNode::asString).toList();
    }
}
