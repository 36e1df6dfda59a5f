// SPDX-License-Identifier: Apache-2.0
package io.highlands.agents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What launch starts in every position of the tracing switch.
 */
class LaunchTest {

    private static final String AOT = "-XX:AOTCache=app.aot";
    /** What the service goes by to warn of a cache that the JVM refuses. */
    private static final String AOT_TOLD = "-Dhighlands.aot-cache=app.aot";
    private static final String DATADOG = "dd-java-agent.jar";
    private static final String OPENTELEMETRY = "opentelemetry-javaagent.jar";

    @TempDir
    private Path folder;
    private AppFolder app;

    @BeforeEach
    void build() throws IOException {
        app = AppFolder.in(folder);
    }

    @Test
    void withoutTheSwitchNoAgentIsLoadedAndTheCacheIsUsed() throws Exception {
        Launched run = app.launch(Map.of());

        assertThat(run.arguments()).containsExactly("@jvm.options", AOT, AOT_TOLD, "-jar", "app.jar");
        assertThat(run.warnings()).isEmpty();
        assertThat(run.environment().keySet()).noneMatch(name -> name.startsWith("DD_") || name.startsWith("OTEL_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", "False", "0", ""})
    void switchedOffNoAgentIsLoaded(String value) throws Exception {
        Launched run = app.launch(Map.of("DD_TRACING_ENABLED", value, "TRACING_AGENT", "opentelemetry"));

        assertThat(run.arguments()).contains(AOT).noneMatch(a -> a.startsWith("-javaagent"));
        assertThat(run.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,", "TRUE,datadog", "True,datadog", "1,datadog"})
    void switchedOnDatadogIsTheDefault(String value, String agent) throws Exception {
        Launched run = app.launch(agent == null
                ? Map.of("DD_TRACING_ENABLED", value)
                : Map.of("DD_TRACING_ENABLED", value, "TRACING_AGENT", agent));

        assertThat(run.arguments()).containsExactly("@jvm.options", "-javaagent:" + app.agent(DATADOG), "-jar",
                "app.jar");
        assertThat(run.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "2", "truee", "$(touch x)", "a\"b\\c"})
    void aValueThatIsNotABooleanIsOneWarningAndOff(String value) throws Exception {
        Launched run = app.launch(Map.of("DD_TRACING_ENABLED", value));

        assertThat(run.arguments()).contains(AOT).noneMatch(a -> a.startsWith("-javaagent"));
        assertThat(run.warnings()).singleElement().asString().contains("DD_TRACING_ENABLED is ",
                "allowed: true, false, 1, 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newrelic", "Datadog", "a b", "datadog;touch x"})
    void anUnknownAgentIsOneWarningAndOff(String agent) throws Exception {
        Launched run = app.launch(Map.of("DD_TRACING_ENABLED", "true", "TRACING_AGENT", agent));

        assertThat(run.arguments()).contains(AOT).noneMatch(a -> a.startsWith("-javaagent"));
        assertThat(run.warnings()).singleElement().asString().contains("TRACING_AGENT is ",
                "allowed: datadog, opentelemetry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"datadog", "opentelemetry"})
    void aMissingAgentIsOneWarningAndOff(String agent) throws Exception {
        app.removeAgents();

        Launched run = app.launch(Map.of("DD_TRACING_ENABLED", "true", "TRACING_AGENT", agent));

        assertThat(run.arguments()).contains(AOT).noneMatch(a -> a.startsWith("-javaagent"));
        assertThat(run.warnings()).singleElement().asString().contains("no tracing agent at");
    }

    @Test
    void anAddressThatIsNoHostIsOneWarningAndOff() throws Exception {
        Launched run = app.launch(Map.of("DD_TRACING_ENABLED", "true", "AGENT_ADDRESS", "http://agent:8126"));

        assertThat(run.arguments()).noneMatch(a -> a.startsWith("-javaagent"));
        assertThat(run.warnings()).singleElement().asString().contains("AGENT_ADDRESS is http://agent:8126");
    }

    @Test
    void datadogSpeaksItsOwnProtocolAndIsQuiet() throws Exception {
        Map<String, String> environment = app.launch(Map.of("DD_TRACING_ENABLED", "true", "AGENT_ADDRESS", "10.0.0.9",
                "HIGHLANDS_SERVICE", "service-a", "HIGHLANDS_ENV", "dev")).environment();

        assertThat(environment).containsEntry("DD_TRACE_AGENT_URL", "http://10.0.0.9:8126")
                .containsEntry("DD_SERVICE", "service-a").containsEntry("DD_ENV", "dev")
                .containsEntry("DD_TRACE_PROPAGATION_STYLE", "tracecontext")
                .containsEntry("DD_TRACE_HEADER_TAGS", "x-request-id:http.request.header.x-request-id")
                .containsEntry("DD_INSTRUMENTATION_TELEMETRY_ENABLED", "false")
                .containsEntry("DD_REMOTE_CONFIGURATION_ENABLED", "false")
                .containsEntry("DD_CODE_ORIGIN_FOR_SPANS_ENABLED", "false")
                .containsEntry("DD_JMXFETCH_ENABLED", "false");
        assertThat(environment.keySet()).noneMatch(name -> name.startsWith("OTEL_"));
    }

    @Test
    void opentelemetrySendsTracesAloneAndKeepsEveryOne() throws Exception {
        Launched run = app.launch(Map.of("DD_TRACING_ENABLED", "true", "TRACING_AGENT", "opentelemetry",
                "HIGHLANDS_SERVICE", "service-b", "HIGHLANDS_ENV", "prod", "DD_VERSION", "7"));

        assertThat(run.arguments()).contains("-javaagent:" + app.agent(OPENTELEMETRY));
        assertThat(run.environment()).containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318")
                .containsEntry("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                .containsEntry("OTEL_SERVICE_NAME", "service-b")
                .containsEntry("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=prod,service.version=7")
                .containsEntry("OTEL_METRICS_EXPORTER", "none").containsEntry("OTEL_LOGS_EXPORTER", "none")
                .containsEntry("OTEL_TRACES_SAMPLER", "always_on").containsEntry("OTEL_PROPAGATORS", "tracecontext")
                .containsEntry("OTEL_INSTRUMENTATION_HTTP_SERVER_CAPTURE_REQUEST_HEADERS", "x-request-id");
        assertThat(run.environment()).doesNotContainKeys("DD_SERVICE", "DD_ENV", "DD_TRACE_AGENT_URL");
    }

    @Test
    void whatTheEnvironmentSaysAlreadyWins() throws Exception {
        Launched run = app.launch(Map.of("DD_TRACING_ENABLED", "true", "DD_SERVICE", "other", "DD_TRACE_AGENT_URL",
                "unix:///var/run/datadog/apm.socket", "DD_TRACE_HEADER_TAGS", ""));

        assertThat(run.environment()).containsEntry("DD_SERVICE", "other").containsEntry("DD_TRACE_HEADER_TAGS", "")
                .containsEntry("DD_TRACE_AGENT_URL", "unix:///var/run/datadog/apm.socket");
    }

    @Test
    void moreFlagsFollowThoseOfTheImage() throws Exception {
        Launched run = app.launch(Map.of("HIGHLANDS_JVM_OPTIONS", "-XX:MaxRAM=512m -Dx=y"));

        assertThat(run.arguments()).isEqualTo(List.of("@jvm.options", AOT, AOT_TOLD, "-XX:MaxRAM=512m", "-Dx=y", "-jar",
                "app.jar"));
    }

    /** The class path may go on behind that of the cache: JEP 310, which an app.jar with all classes in it does not allow. */
    @Test
    void mainOptionsTakeThePlaceOfTheJar() throws Exception {
        app.append("main.options", "-cp app.jar:classes.jar\nio.highlands.Main\n");

        Launched run = app.launch(Map.of("HIGHLANDS_JVM_OPTIONS", "-Xmx64m"));

        assertThat(run.arguments()).containsExactly("@jvm.options", AOT, AOT_TOLD, "-Xmx64m", "@main.options");
    }

    @Test
    void withoutACacheTheServiceStartsAllTheSame() throws Exception {
        app.removeCache();

        assertThat(app.launch(Map.of()).arguments()).containsExactly("@jvm.options", "-jar", "app.jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java/release", "jvm.options", "app.aot"})
    void aCacheThatWasTrainedForSomethingElseIsOneWarningAndNotUsed(String changed) throws Exception {
        app.append(changed, "another");

        Launched run = app.launch(Map.of());

        assertThat(run.arguments()).containsExactly("@jvm.options", "-jar", "app.jar");
        assertThat(run.warnings()).singleElement().asString().contains("the AOT cache was trained for another Java");
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void aCacheWithoutItsRecordIsOneWarningAndNotUsed() throws Exception {
        app.removeFit();

        Launched run = app.launch(Map.of());

        assertThat(run.arguments()).containsExactly("@jvm.options", "-jar", "app.jar");
        assertThat(run.warnings()).singleElement().asString().contains("no app.aot.fit");
    }

    @Test
    void aJavaThatDoesNotSayWhichItIsDecidesOnTheCacheItself() throws Exception {
        app.removeRelease();

        Launched run = app.launch(Map.of());

        assertThat(run.arguments()).contains(AOT, AOT_TOLD);
        assertThat(run.warnings()).isEmpty();
    }

    @Test
    void theServiceRunsInTheFolderOfTheImageAndInLaunchsOwnProcess() throws Exception {
        Launched run = app.launch(Map.of());

        assertThat(run.workingDirectory()).isEqualTo(folder.toRealPath().toString());
        assertThat(run.javaPid()).isEqualTo(run.launchPid());
    }

    @Test
    void anUnknownCommandIsRefused() throws Exception {
        Launched run = app.launch(Map.of(), "start");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errors()).containsExactly("usage: launch [health | hold | fit]");
    }
}
