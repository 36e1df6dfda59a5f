// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.support.Examples;

import static org.assertj.core.api.Assertions.assertThat;

/** The switch with the backend {@code aws}, and the collector's configuration as the collector reads it. */
class CollectorSidecarTest {

    private static final String SIDECAR = "otel-collector";
    private static final Assembly OFF = Assembly.of("local");
    private static final EnvironmentFile FILE = file("enabled: true\n  backend: aws", "sampleRate: 1.0");
    private static final Assembly ON = Assembly.of(FILE);

    /**
     * Components of the ADOT Collector, by the names that configurations use.
     *
     * @see <a href="https://github.com/aws-observability/aws-otel-collector#adot-collector-built-in-components">ADOT
     *      Collector, built-in components</a>
     * @see <a href="https://github.com/open-telemetry/opentelemetry-collector/pull/14397">otlphttp is otlp_http since
     *      0.144.0</a>
     */
    private static final Map<String, Set<String>> ADOT = Map.of("receivers",
            Set.of("prometheus", "otlp", "awsecscontainermetrics", "awsxray", "statsd", "zipkin", "jaeger"),
            "processors",
            Set.of("attributes", "resource", "batch", "memory_limiter", "probabilistic_sampler", "span", "filter",
                    "metricstransform", "resourcedetection"),
            "exporters",
            Set.of("awsxray", "awsemf", "debug", "otlp_grpc", "otlp_http", "file", "prometheusremotewrite"),
            "extensions", Set.of("health_check", "pprof", "zpages", "ecs_observer", "awsproxy", "sigv4auth"));

    @Test
    void onAndOffDifferByExactlyTheSidecarAndWhatItNeeds() {
        Map<String, String> off = TemplateLeaves.flat(OFF.template("service-a"));
        Map<String, String> on = TemplateLeaves.flat(ON.template("service-a"));

        assertThat(off.keySet()).as("what switching on takes away").allMatch(on::containsKey);
        assertThat(TemplateLeaves.changed(off, on)).containsExactly(
                "Resources/Service/Properties/HealthCheckGracePeriodSeconds",
                "Resources/Task/Properties/ContainerDefinitions/service-a/Environment/DD_TRACING_ENABLED/Value",
                "Resources/Task/Properties/ContainerDefinitions/service-a/HealthCheck/StartPeriod");
        assertThat(TemplateLeaves.added(off, on)).containsExactly("Resources/CollectorLogs",
                "Resources/Task/Properties/ContainerDefinitions/otel-collector",
                "Resources/Task/Properties/ContainerDefinitions/service-a/Environment/AGENT_ADDRESS",
                "Resources/Task/Properties/ContainerDefinitions/service-a/Environment/OTEL_RESOURCE_ATTRIBUTES",
                "Resources/Task/Properties/ContainerDefinitions/service-a/Environment/TRACING_AGENT",
                "Resources/TaskExecutionRoleDefaultPolicy/logs:CreateLogStream on CollectorLogs",
                "Resources/TaskExecutionRoleDefaultPolicy/logs:PutLogEvents on CollectorLogs",
                "Resources/TaskTaskRoleDefaultPolicy/xray:PutSpans on *",
                "Resources/TaskTaskRoleDefaultPolicy/xray:PutSpansForIndexing on *",
                "Resources/TaskTaskRoleDefaultPolicy/xray:PutTraceSegments on *");
    }

    @Test
    void nothingOutsideTheServicesStacksChanges() {
        assertThat(ON.template("base")).isEqualTo(OFF.template("base"));
        assertThat(ON.template("refresh")).isEqualTo(OFF.template("refresh"));
    }

    @Test
    void declaredButOffNothingOfItRemains() {
        Assembly declared = Assembly.of(file("enabled: false\n  backend: aws", "sampleRate: 0.5"));

        assertThat(declared.template("service-a")).isEqualTo(OFF.template("service-a"));
        assertThat(declared.template("observability")).isEqualTo(OFF.template("observability"));
    }

    @Test
    void serviceIsToldToUseTheOpenTelemetryAgent() {
        assertThat(ON.variable("service-b", "DD_TRACING_ENABLED")).isEqualTo("true");
        assertThat(ON.variable("service-b", "TRACING_AGENT")).isEqualTo("opentelemetry");
        assertThat(ON.variable("service-b", "AGENT_ADDRESS")).isEqualTo("127.0.0.1");
        assertThat(ON.variable("service-b", "OTEL_RESOURCE_ATTRIBUTES"))
                .isEqualTo("deployment.environment.name=local,service.version=local");
    }

    @Test
    void sidecarIsPinnedRestartedReadOnlyAndNotEssential() {
        JsonNode sidecar = ON.container("service-c", SIDECAR);

        assertThat(sidecar.get("Image").asString())
                .matches("public\\.ecr\\.aws/aws-observability/aws-otel-collector:v\\d+\\.\\d+\\.\\d+");
        assertThat(sidecar.get("Essential").asBoolean()).isFalse();
        assertThat(sidecar.at("/RestartPolicy/Enabled").asBoolean()).isTrue();
        assertThat(sidecar.get("ReadonlyRootFilesystem").asBoolean()).isTrue();
        assertThat(sidecar.has("Secrets")).isFalse();
    }

    /** The image has no shell; its own program asks the health_check extension (ADOT's cmd/healthcheck). */
    @Test
    void healthCheckIsTheImagesOwn() {
        assertThat(ON.container("service-c", SIDECAR).at("/HealthCheck/Command").valueStream().map(JsonNode::asString))
                .containsExactly("CMD", "/healthcheck");
        assertThat(at("extensions", "health_check", "endpoint")).isEqualTo("127.0.0.1:13133");
    }

    /**
     * AWS's policy for the OTLP endpoint is AWSXrayWriteOnlyAccess (CloudWatch-OTLP-UsingADOT); of it the segments alone
     * are written here. PutSpans and PutSpansForIndexing are the endpoint's own (service authorization reference, X-Ray).
     */
    @Test
    void taskRoleMaySendSpansAndNothingElseOfXRay() {
        List<String> actions = ON.policyOf("service-a", "TaskTaskRole").at("/PolicyDocument/Statement").valueStream()
                .filter(statement -> statement.get("Action").toString().contains("xray"))
                .map(JsonNode::toString).toList();

        assertThat(actions).containsExactly("""
                {"Action":["xray:PutSpans","xray:PutSpansForIndexing","xray:PutTraceSegments"],\
                "Effect":"Allow","Resource":"*"}""");
    }

    @Test
    void dashboardsLeadToTransactionSearchAndAlarmsWatchTheCollector() {
        String observability = ON.template("observability").toString();

        assertThat(observability).contains("#application-signals:transaction-search", "otel-collector")
                .doesNotContainIgnoringCase("datadog");
    }

    @Test
    void experimentKillsTheCollectorsProcess() {
        var environment = file("enabled: true\n  backend: aws", "sampleRate: 1.0").load();

        assertThat(Experiment.of(environment)).filteredOn(it -> it.fault().equals("agent-dead")).isNotEmpty()
                .allSatisfy(it -> assertThat(it.parameters()).containsEntry("processName", "awscollector"));
    }

    @Test
    void everyComponentIsOneThatTheImageContains() {
        ADOT.forEach((kind, known) -> assertThat(names(kind)).as(kind).isSubsetOf(known));
    }

    /** A configuration that declares what no pipeline uses, or uses what it does not declare, does not start as meant. */
    @Test
    void everyComponentIsDeclaredAndUsed() {
        for (String kind : List.of("receivers", "processors", "exporters")) {
            assertThat(listed("service", "pipelines", "traces", kind)).as(kind).hasSameElementsAs(names(kind));
        }
        assertThat(listed("service", "extensions")).hasSameElementsAs(names("extensions"));
    }

    /** The order that the processors' own pages ask for: memory_limiter first, batch after what drops. */
    @Test
    void memoryIsLimitedFirstAndBatchesAreMadeLast() {
        assertThat(listed("service", "pipelines", "traces", "processors")).containsExactly("memory_limiter", "filter",
                "probabilistic_sampler", "batch");
    }

    @Test
    void receiverListensWhereTheAgentSendsAndNowhereElse() {
        assertThat(at("receivers", "otlp")).isEqualTo(
                Map.of("protocols", Map.of("http", Map.of("endpoint", "127.0.0.1:4318"))));
        assertThat(ON.container("service-a", SIDECAR).path("PortMappings").isEmpty()).isTrue();
    }

    /** Pattern of the endpoint and the signature: CloudWatch User Guide, "OTLP endpoints". */
    @Test
    void spansGoToTheOtlpEndpointOfTheRegionSignedForXRay() {
        assertThat(at("exporters", "otlp_http", "traces_endpoint"))
                .isEqualTo("https://xray.us-east-1.amazonaws.com/v1/traces");
        assertThat(at("exporters", "otlp_http", "auth", "authenticator")).isEqualTo("sigv4auth");
        assertThat(at("extensions", "sigv4auth")).isEqualTo(Map.of("region", "us-east-1", "service", "xray"));
    }

    /** At most 10,000 spans in a request: CloudWatch User Guide, "OTLP endpoints", limits. */
    @Test
    void requestIsSmallerThanTheEndpointAllows() {
        assertThat((Integer) at("processors", "batch", "send_batch_max_size")).isLessThanOrEqualTo(10_000)
                .isGreaterThanOrEqualTo((Integer) at("processors", "batch", "send_batch_size"));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 100", "0.25, 25", "0.07, 7", "0.125, 12.5", "0.0, 0", "0.001, 0.1"})
    void sharesArePercentOfTheTraceIds(double rate, double percent) {
        Map<?, ?> sampler = (Map<?, ?>) at(CollectorConfig.of("/health", "eu-west-1", rate), "processors",
                "probabilistic_sampler");

        assertThat(sampler.get("mode")).isEqualTo("proportional");
        assertThat(sampler.get("sampling_percentage")).isEqualTo(percent);
    }

    @Test
    void healthChecksAndThePublishersCallsAreLeftOut() {
        assertThat(at("processors", "filter", "traces", "span"))
                .isEqualTo(List.of("IsRootSpan() and name == \"GET /health\"", "IsRootSpan() and name == \"POST\""));
    }

    /** The collector expands ${…} and $NAME in its configuration. */
    @Test
    void nothingInTheConfigurationIsExpanded() {
        assertThat(text(FILE)).doesNotContain("$");
    }

    @Test
    void memoryLimitsAreBelowTheContainers() {
        int container = ON.container("service-a", SIDECAR).get("Memory").asInt();

        assertThat((Integer) at("processors", "memory_limiter", "limit_mib")).isLessThan(container);
        assertThat(new Examples(FILE.load()).resolve(variable("GOMEMLIMIT"))).matches("\\d+MiB");
    }

    private static Object at(String... path) {
        return at(config(FILE), path);
    }

    private static Object at(Map<?, ?> config, String... path) {
        Object at = config;
        for (String member : path) {
            at = ((Map<?, ?>) at).get(member);
        }
        return at;
    }

    private static List<String> names(String kind) {
        return ((Map<?, ?>) at(kind)).keySet().stream().map(String.class::cast).toList();
    }

    private static List<String> listed(String... path) {
        return ((Collection<?>) at(path)).stream().map(String.class::cast).toList();
    }

    /** Read as YAML, as the collector reads it. */
    private static Map<?, ?> config(EnvironmentFile file) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text(file));
    }

    private static String text(EnvironmentFile file) {
        return new Examples(file.load()).resolve(variable(Assembly.of(file), "AOT_CONFIG_CONTENT"));
    }

    private static JsonNode variable(String name) {
        return variable(ON, name);
    }

    private static JsonNode variable(Assembly assembly, String name) {
        return assembly.container("service-a", SIDECAR).get("Environment").valueStream()
                .filter(it -> name.equals(it.get("Name").asString())).findFirst().orElseThrow().get("Value");
    }

    private static EnvironmentFile file(String enabled, String sampleRate) {
        return EnvironmentFile.of("local").with("enabled: false", enabled).with("sampleRate: 1.0", sampleRate);
    }
}
