// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.settings.Environment;
import io.highlands.infra.settings.Environments;
import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.DeclaredServices;
import io.highlands.infra.support.EnvironmentFile;

import static org.assertj.core.api.Assertions.assertThat;

class GameDaysTest {

    @SuppressWarnings("unused") // Named by FieldSource
    private static final Iterable<String> ENVIRONMENTS = Environments.NAMES;
    private static final String PART = "game-days";
    private static final String EXPERIMENT = "AWS::FIS::ExperimentTemplate";
    private static final EnvironmentFile STAGING = EnvironmentFile.of("staging").with("  enabled: false",
            "  enabled: true");
    private static final Assembly OFF = Assembly.of(STAGING);
    private static final Assembly ON = Assembly.of(STAGING.plus("gameDays: true"));
    private static final Pattern FIS = Pattern.compile("(?s)\\n  fault: (?<fault>[a-z-]+) "
            + "(?:[a-z-]+:)?(?<service>[a-z-]+)(?:[^\\n]* delay=(?<delay>\\w+))?[^\\n]*\\n(?:  [^\\n]+\\n)*?"
            + "  fis: (?<fis>aws:\\S+)");

    @ParameterizedTest
    @FieldSource("ENVIRONMENTS")
    void noEnvironmentOfTheRepositoryHasAnyOfIt(String environment) {
        Assembly assembly = Assembly.of(environment);

        assertThat(assembly.parts()).doesNotContain(PART).allSatisfy(part -> assertThat(
                assembly.template(part).toString()).doesNotContain("EnableFaultInjection", "PidMode", GameDayAgent.NAME,
                        "GameDay", "ssm:", "AWS::FIS"));
    }

    @Test
    void aServiceGainsWhatFisNeedsAndNothingElse() {
        Map<String, String> off = TemplateLeaves.flat(OFF.template("service-a"));
        Map<String, String> on = TemplateLeaves.flat(ON.template("service-a"));

        assertThat(on.keySet()).containsAll(off.keySet());
        assertThat(TemplateLeaves.changed(off, on)).isEmpty();
        assertThat(TemplateLeaves.added(off, on)).containsExactly("Resources/GameDayLogs",
                "Resources/Task/Properties/ContainerDefinitions/amazon-ssm-agent",
                "Resources/Task/Properties/EnableFaultInjection", "Resources/Task/Properties/PidMode",
                "Resources/TaskExecutionRoleDefaultPolicy/logs:CreateLogStream on GameDayLogs",
                "Resources/TaskExecutionRoleDefaultPolicy/logs:PutLogEvents on GameDayLogs",
                "Resources/TaskTaskRoleDefaultPolicy/iam:PassRole on ExportsOutputFnGetAttGameDayInstanceRoleArn",
                "Resources/TaskTaskRoleDefaultPolicy/ssm:AddTagsToResource on *",
                "Resources/TaskTaskRoleDefaultPolicy/ssm:CreateActivation on *");
    }

    @Test
    void allElseGainsTheRoleOfRegisteredTasksOnly() {
        assertThat(TemplateLeaves.added(TemplateLeaves.flat(OFF.template("base")),
                TemplateLeaves.flat(ON.template("base")))).allMatch(path -> path.contains("GameDayInstanceRole"));
        assertThat(ON.template("observability")).isEqualTo(OFF.template("observability"));
        assertThat(ON.template("refresh")).isEqualTo(OFF.template("refresh"));
    }

    @Test
    void taskLetsFaultsInAndTheAgentSeeItsProcesses() {
        JsonNode task = ON.only("service-b", "AWS::ECS::TaskDefinition");

        assertThat(task.get("EnableFaultInjection").asBoolean()).isTrue();
        assertThat(task.get("PidMode").asString()).isEqualTo("task");
    }

    @Test
    void agentIsPinnedNotEssentialAndToldItsRole() {
        JsonNode agent = ON.container("service-b", GameDayAgent.NAME);

        assertThat(agent.get("Essential").asBoolean()).isFalse();
        assertThat(agent.get("Image").asString())
                .matches("public\\.ecr\\.aws/amazon-ssm-agent/amazon-ssm-agent:\\d+(\\.\\d+){3}");
        assertThat(agent.at("/Environment/0/Name").asString()).isEqualTo("MANAGED_INSTANCE_ROLE_NAME");
        assertThat(agent.at("/Environment/0/Value").toString()).contains("highlands-staging-base",
                "GameDayInstanceRole");
    }

    @Test
    void agentRegistersUnderTheTagsThatFisAsksForAndItsScriptIsShell() throws Exception {
        String script = ON.container("service-b", GameDayAgent.NAME).at("/Command/0").asString();
        Process shell = new ProcessBuilder("sh", "-n", "-c", script).inheritIO().start();

        assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).isZero();
        assertThat(script).contains("Key=ECS_TASK_ARN,", "Key=ECS_TASK_AVAILABILITY_ZONE,",
                "Key=FAULT_INJECTION_SIDECAR,Value=true", "delete-activation", "deregister-managed-instance");
    }

    @Test
    void everyServiceHasEveryExperimentUnderItsFaultsName() {
        List<String> faults = List.of("agent-dead", "blackhole-port", "cpu-stress", "io-stress", "kill-app", "latency",
                "latency-past-deadline", "lose-task", "packet-loss");

        assertThat(experiments().keySet())
                .containsExactlyInAnyOrderElementsOf(faults.stream().flatMap(fault -> DeclaredServices.EXAMPLE
                        .names().stream().map(service -> "highlands-staging-" + fault + '-' + service)).toList());
    }

    @Test
    void agentThatIsNotThereCannotDie() {
        var untraced = STAGING.with("enabled: true", "enabled: false").plus("gameDays: true");

        assertThat(Experiment.of(untraced.load())).extracting(Experiment::fault).contains("kill-app")
                .doesNotContain("agent-dead");
    }

    @ParameterizedTest
    @CsvSource({"lose-task, aws:ecs:stop-task", "kill-app, aws:ecs:task-kill-process",
            "latency, aws:ecs:task-network-latency", "packet-loss, aws:ecs:task-network-packet-loss",
            "blackhole-port, aws:ecs:task-network-blackhole-port", "cpu-stress, aws:ecs:task-cpu-stress",
            "io-stress, aws:ecs:task-io-stress"})
    void experimentIsOneActionInAllTasksOfItsService(String fault, String action) {
        JsonNode experiment = experiments().get("highlands-staging-" + fault + "-service-c");

        assertThat(experiment.get("Actions").size()).isOne();
        assertThat(experiment.at("/Actions/" + fault + "/ActionId").asString()).isEqualTo(action);
        assertThat(experiment.at("/Actions/" + fault + "/Targets/Tasks").asString()).isEqualTo("tasks");
        assertThat(experiment.at("/Targets/tasks").toString()).isEqualTo("{\"Parameters\":{\"cluster\":"
                + "\"highlands-staging\",\"service\":\"service-c\"},\"ResourceType\":\"aws:ecs:task\",\"SelectionMode\":\"ALL\"}");
    }

    /** FIS User Guide: on Fargate they need the parameter useEcsFaultInjectionEndpoints. */
    @Test
    void faultsOfTheNetworkGoByEcsAndStayWithinTheNetwork() {
        List<JsonNode> network = experiments().values().stream()
                .map(experiment -> experiment.get("Actions").valueStream().findFirst().orElseThrow())
                .filter(action -> action.get("ActionId").asString().contains("task-network")).toList();

        assertThat(network).hasSize(12).allSatisfy(action -> {
            assertThat(action.at("/Parameters/useEcsFaultInjectionEndpoints").asString()).isEqualTo("true");
            assertThat(action.at("/Parameters/duration").asString()).isEqualTo("PT10M");
            assertThat(action.at("/Parameters/sources").asString("10.0.0.0/16")).isEqualTo("10.0.0.0/16");
        });
    }

    @Test
    void everyExperimentStopsOnAlarmsThatThereAre() {
        Set<String> alarms = Stream.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm")
                .flatMap(type -> ON.all("observability", type).stream())
                .map(alarm -> alarm.get("AlarmName").asString()).collect(Collectors.toSet());

        assertThat(experiments().values()).allSatisfy(experiment -> {
            assertThat(experiment.get("StopConditions").valueStream()).hasSizeBetween(1, 5).allSatisfy(stop -> {
                assertThat(stop.get("Source").asString()).isEqualTo("aws:cloudwatch:alarm");
                assertThat(alarms)
                        .contains(stop.get("Value").toString().replaceFirst(".*:alarm:([a-z0-9-]+).*", "$1"));
            });
            assertThat(experiment.at("/ExperimentOptions/EmptyTargetResolutionMode").asString()).isEqualTo("fail");
            assertThat(experiment.has("LogConfiguration")).isTrue();
        });
        assertThat(ON.dependencies(PART)).contains("observability");
    }

    @Test
    void fisMayTouchTasksOfTheClusterAndSendItsOwnDocumentsOnly() {
        JsonNode policy = ON.policyOf(PART, "ExperimentRole").at("/PolicyDocument/Statement");

        assertThat(actionsOn(policy, "*")).containsExactlyInAnyOrder("ecs:ListTasks", "tag:GetResources",
                "ec2:DescribeInstances", "ec2:DescribeSubnets", "ssm:ListCommands", "ssm:CancelCommand",
                "logs:CreateLogDelivery", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies",
                "logs:DescribeLogGroups");
        assertThat(policy.valueStream().filter(statement -> statement.get("Action").toString().contains("StopTask")))
                .singleElement().asString().contains("task/highlands-staging/*");
        assertThat(policy.valueStream().filter(statement -> statement.get("Action").toString().contains("SendCommand")))
                .hasSize(2).allMatch(statement -> statement.toString().contains("document/AWSFIS-Run-*")
                        || statement.toString().contains("ssm:resourceTag/FAULT_INJECTION_SIDECAR"));
    }

    @ParameterizedTest
    @CsvSource({"base", "service-a", PART})
    void templatesHaveNoFaults(String part) {
        assertThat(TemplateFaults.of(ON.template(part))).isEmpty();
        assertThat(ON.findings()).isEmpty();
    }

    /** The same fault by the same name, in the tasks of the same service. */
    @Test
    void everyActionThatARunbookNamesHasItsExperiment() throws IOException {
        Environment staging = STAGING.load();
        try (Stream<Path> files = Files.list(Path.of("../runbooks"))) {
            List<MatchResult> named = files.filter(file -> file.toString().endsWith(".md"))
                    .flatMap(file -> FIS.matcher(text(file)).results()).toList();
            assertThat(named).isNotEmpty().allSatisfy(rehearsal -> assertThat(Experiment.of(staging))
                    .as(rehearsal.group()).anyMatch(experiment -> experiment.action().equals(rehearsal.group("fis"))
                            && experiment.fault().startsWith(rehearsal.group("fault"))
                            && experiment.service().equals(rehearsal.group("service"))
                            && isLateEnough(experiment, rehearsal.group("delay"), staging)));
        }
    }

    /** Not less late than local mode's fault, and on the same side of the deadline, which decides what fires. */
    private static boolean isLateEnough(Experiment experiment, String delay, Environment environment) {
        if (delay == null) {
            return true;
        }
        long asked = delay.endsWith("ms")
                ? Long.parseLong(delay.replace("ms", ""))
                : 1000 * Long.parseLong(delay.replace("s", ""));
        long made = Long.parseLong(experiment.parameters().get("delayMilliseconds"));
        long deadline = environment.topology().get(experiment.service()).deadline().toMillis();
        return made >= asked && (made < deadline) == (asked < deadline);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, JsonNode> experiments() {
        return ON.all(PART, EXPERIMENT).stream()
                .collect(Collectors.toMap(it -> it.at("/Tags/Name").asString(), it -> it));
    }

    private static List<String> actionsOn(JsonNode policy, String resource) {
        return policy.valueStream().filter(statement -> resource.equals(statement.get("Resource").asString("")))
                .flatMap(statement -> statement.get("Action").isArray()
                        ? statement.get("Action").valueStream()
                        : Stream.of(statement.get("Action")))
                .map(JsonNode::asString).toList();
    }
}
