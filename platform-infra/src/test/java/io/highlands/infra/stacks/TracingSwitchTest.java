// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.DeclaredServices;
import io.highlands.infra.support.EnvironmentFile;

import static org.assertj.core.api.Assertions.assertThat;

class TracingSwitchTest {

    private static final Assembly OFF = Assembly.of("local");
    private static final String SIDECAR = "datadog-agent";

    @Test
    void offNothingOfEitherBackendRemains() {
        for (String service : DeclaredServices.EXAMPLE.names()) {
            String template = OFF.template(service).toString();

            assertThat(template).doesNotContainIgnoringCase("datadog").doesNotContainIgnoringCase("otel")
                    .doesNotContain(
                            "secretsmanager", "TRACING_AGENT", "AGENT_ADDRESS", "DD_ENV", "DD_SERVICE", "DD_VERSION",
                            "xray");
            assertThat(OFF.variable(service, "DD_TRACING_ENABLED")).isEqualTo("false");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"datadog", "opentelemetry"})
    void onTheServiceIsToldSo(String agent) {
        Assembly on = on(agent);

        assertThat(on.variable("service-b", "DD_TRACING_ENABLED")).isEqualTo("true");
        assertThat(on.variable("service-b", "TRACING_AGENT")).isEqualTo(agent);
        assertThat(on.variable("service-b", "AGENT_ADDRESS")).isEqualTo("127.0.0.1");
        assertThat(on.variable("service-b", "DD_SERVICE")).isEqualTo("service-b");
        assertThat(on.variable("service-b", "DD_ENV")).isEqualTo("local");
        assertThat(on.variable("service-b", "DD_VERSION")).isEqualTo("local");
        assertThat(on.container("service-b", "service-b").at("/DockerLabels/com.datadoghq.tags.service").asString())
                .isEqualTo("service-b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"datadog", "opentelemetry"})
    void onAndOffDifferByExactlyTheSidecarAndWhatItNeeds(String agent) {
        Map<String, String> off = TemplateLeaves.flat(OFF.template("service-a"));
        Map<String, String> on = TemplateLeaves.flat(on(agent).template("service-a"));

        assertThat(off.keySet()).as("what switching on takes away").allMatch(on::containsKey);
        assertThat(TemplateLeaves.changed(off, on)).containsExactly(
                "Resources/Service/Properties/HealthCheckGracePeriodSeconds",
                "Resources/Task/Properties/ContainerDefinitions/service-a/Environment/DD_TRACING_ENABLED/Value",
                "Resources/Task/Properties/ContainerDefinitions/service-a/HealthCheck/StartPeriod");
        assertThat(TemplateLeaves.added(off, on)).containsExactly("Resources/DatadogLogs",
                "Resources/Task/Properties/ContainerDefinitions/datadog-agent",
                "Resources/Task/Properties/ContainerDefinitions/datadog-agent-init",
                "Resources/Task/Properties/ContainerDefinitions/service-a/DockerLabels",
                "Resources/Task/Properties/ContainerDefinitions/service-a/Environment/AGENT_ADDRESS",
                "Resources/Task/Properties/ContainerDefinitions/service-a/Environment/DD_ENV",
                "Resources/Task/Properties/ContainerDefinitions/service-a/Environment/DD_SERVICE",
                "Resources/Task/Properties/ContainerDefinitions/service-a/Environment/DD_VERSION",
                "Resources/Task/Properties/ContainerDefinitions/service-a/Environment/TRACING_AGENT",
                "Resources/Task/Properties/Volumes/datadog-config", "Resources/Task/Properties/Volumes/datadog-logs",
                "Resources/Task/Properties/Volumes/datadog-run",
                "Resources/Task/Properties/Volumes/datadog-sockets", "Resources/Task/Properties/Volumes/datadog-tmp",
                "Resources/TaskExecutionRoleDefaultPolicy/logs:CreateLogStream on DatadogLogs",
                "Resources/TaskExecutionRoleDefaultPolicy/logs:PutLogEvents on DatadogLogs",
                "Resources/TaskExecutionRoleDefaultPolicy/secretsmanager:DescribeSecret on :secret:highlands.local.datadog-api-key-??????",
                "Resources/TaskExecutionRoleDefaultPolicy/secretsmanager:GetSecretValue on :secret:highlands.local.datadog-api-key-??????");
    }

    @Test
    void agentsDifferInOneVariableOnly() {
        Map<String, String> datadog = TemplateLeaves.flat(on("datadog").template("service-a"));
        Map<String, String> opentelemetry = TemplateLeaves.flat(on("opentelemetry").template("service-a"));

        assertThat(opentelemetry.keySet()).isEqualTo(datadog.keySet());
        assertThat(TemplateLeaves.changed(datadog, opentelemetry)).containsExactly(
                "Resources/Task/Properties/ContainerDefinitions/service-a/Environment/TRACING_AGENT/Value");
    }

    @Test
    void nothingOutsideTheServicesStacksChanges() {
        assertThat(on("datadog").template("base")).isEqualTo(OFF.template("base"));
        assertThat(on("datadog").template("refresh")).isEqualTo(OFF.template("refresh"));
    }

    @Test
    void sidecarIsPinnedRestartedAndNotEssential() {
        JsonNode sidecar = on("datadog").container("service-c", SIDECAR);

        assertThat(sidecar.get("Image").asString()).matches("public\\.ecr\\.aws/datadog/agent:\\d+\\.\\d+\\.\\d+");
        assertThat(sidecar.get("Essential").asBoolean()).isFalse();
        assertThat(sidecar.at("/RestartPolicy/Enabled").asBoolean()).isTrue();
        assertThat(sidecar.get("ReadonlyRootFilesystem").asBoolean()).isTrue();
        assertThat(sidecar.at("/HealthCheck/Command/1").asString()).isEqualTo("/probe.sh");
    }

    /** As Datadog lists them: docs.datadoghq.com/containers/guide/readonly-root-filesystem; and /tmp. */
    @Test
    void sidecarWithAReadOnlyRootWritesWhereDatadogSays() {
        JsonNode sidecar = on("datadog").container("service-c", SIDECAR);

        assertThat(sidecar.get("MountPoints").valueStream().filter(mount -> !mount.get("ReadOnly").asBoolean())
                .map(mount -> mount.get("ContainerPath").asString())).containsExactlyInAnyOrder("/etc/datadog-agent",
                        "/opt/datadog-agent/run", "/var/log/datadog", "/var/run/datadog", "/tmp");
    }

    /** As in Datadog's task definition for traces: DataDog/documentation, datadog-agent-ecs-apm-uds.json. */
    @Test
    void sidecarHasTheMemoryThatDatadogGivesAnAgentForTraces() {
        assertThat(on("datadog").container("service-c", SIDECAR).get("Memory").asInt()).isEqualTo(512);
        assertThat(on("datadog").container("service-c", SIDECAR).get("Cpu").asInt()).isEqualTo(100);
    }

    @Test
    void sidecarListensForTracesInBothProtocolsAndForMetrics() {
        assertThat(on("datadog").container("service-c", SIDECAR).get("PortMappings").valueStream()
                .map(port -> port.get("ContainerPort").asInt() + "/" + port.get("Protocol").asString()))
                .containsExactlyInAnyOrder("8126/tcp", "8125/udp", "4318/tcp");
    }

    @Test
    void apiKeyIsASecretOfTheExecutionRole() {
        Assembly on = on("datadog");
        JsonNode secret = on.container("service-c", SIDECAR).at("/Secrets/0");

        assertThat(secret.get("Name").asString()).isEqualTo("DD_API_KEY");
        assertThat(secret.get("ValueFrom").toString()).contains("secret:highlands/local/datadog-api-key");
        assertThat(on.policyOf("service-c", "TaskExecutionRole").toString()).contains("secretsmanager:GetSecretValue");
    }

    @Test
    void sidecarSamplesByTheDeclaredRateUnderACeiling() {
        Map<String, String> variables = variables(Assembly
                .of(EnvironmentFile.of("local").with("  enabled: false\n  sampleRate: 1.0",
                        "  enabled: true\n  sampleRate: 0.25\n  maxTracesPerSecond: 20"))
                .container("service-a", SIDECAR));

        assertThat(variables).containsEntry("DD_APM_PROBABILISTIC_SAMPLER_ENABLED", "true")
                .containsEntry("DD_APM_PROBABILISTIC_SAMPLER_SAMPLING_PERCENTAGE", "25")
                .containsEntry("DD_APM_TARGET_TPS", "80").containsEntry("DD_APM_ERROR_TPS", "20");
    }

    @Test
    void sidecarKnowsThatItRunsOnFargate() {
        assertThat(variables(on("datadog").container("service-a", SIDECAR))).containsEntry("ECS_FARGATE", "true")
                .containsEntry("DD_SITE", "datadoghq.com").containsEntry("DD_ENV", "local")
                .containsEntry("DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT", "0.0.0.0:4318");
    }

    @Test
    void sidecarIgnoresHealthChecksAndThePublishersOwnCalls() {
        String ignored = variables(on("datadog").container("service-a", SIDECAR)).get("DD_APM_IGNORE_RESOURCES");

        assertThat(List.of("GET /health", "POST", "POST /service/?/operation/PutMetricData")).allMatch(
                name -> List.of(ignored.split(",")).stream().anyMatch(it -> Pattern.compile(it).matcher(name).find()));
        assertThat(List.of("GET /time", "GET /route", "GET /")).noneMatch(
                name -> List.of(ignored.split(",")).stream().anyMatch(it -> Pattern.compile(it).matcher(name).find()));
    }

    private static Assembly on(String agent) {
        return Assembly.of(
                EnvironmentFile.of("local").with("  enabled: false", "  enabled: true\n  agent: " + agent));
    }

    private static Map<String, String> variables(JsonNode container) {
        return container.get("Environment").valueStream()
                .collect(Collectors.toMap(it -> it.get("Name").asString(), it -> it.get("Value").asString()));
    }
}
