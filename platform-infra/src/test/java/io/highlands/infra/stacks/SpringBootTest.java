// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.support.ServicesText;
import io.highlands.infra.topology.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A Spring Boot jar as it is. Sources: Spring Boot reference, "Binding From Environment Variables" (form of the names),
 * "Graceful Shutdown", "Kubernetes Probes" ({@code /readyz} on the main port), "Structured Logging"; ECS API Reference, ContainerDependency
 * (shutdown in reverse).
 */
class SpringBootTest {

    private static final ServicesText SERVICES = new ServicesText("""
            services:
              orders:
                kind: spring-boot
                jar: ../orders/target/orders.jar
                port: 8080
                containerPort: 9000
                timeout: 10s
                calls: { stock: {} }
                public: { /orders: { calls: { stock: {} } } }
              stock:
                port: 8081
                timeout: 8s
                routes: [/stock]
            """);
    private static final Assembly ASSEMBLY = Assembly
            .of(new EnvironmentFile("dev", "image: '1'\ntracing: { enabled: true, agent: opentelemetry }")
                    .load(SERVICES.load()));

    @ParameterizedTest
    @CsvSource({"SERVER_ADDRESS, 0.0.0.0", "SERVER_PORT, 9000", "SERVER_SHUTDOWN, graceful",
            "SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE, 10s", "MANAGEMENT_SERVER_ADDRESS, 127.0.0.1",
            "MANAGEMENT_SERVER_PORT, 3001", "MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED, true",
            "MANAGEMENT_ENDPOINT_HEALTH_PROBES_ADDADDITIONALPATHS, true",
            "MANAGEMENT_CLOUDWATCH_METRICS_EXPORT_NAMESPACE, Highlands/dev",
            "MANAGEMENT_CLOUDWATCH_METRICS_EXPORT_STEP, 60s", "HIGHLANDS_HEALTH_PATH, /readyz",
            "STOCK_URL, http://stock:8081", "OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED, true",
            "LOGGING_STRUCTURED_FORMAT_CONSOLE, logstash"})
    void jarIsConfiguredBySpringsOwnVariables(String name, String value) {
        assertThat(ASSEMBLY.variable("orders", name)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"orders, HIGHLANDS_METRICS_ENABLED", "stock, SERVER_PORT", "stock, HIGHLANDS_HEALTH_PATH",
            "stock, OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED", "stock, LOGGING_STRUCTURED_FORMAT_CONSOLE"})
    void neitherKindGetsWhatTheOtherReads(String service, String name) {
        assertThat(ASSEMBLY.variable(service, name)).isNull();
    }

    /** Spring Boot reference, "Structured Logging": {@code ecs} is another of its formats. */
    @Test
    void declarationChoosesAnotherFormatOfLogs() {
        ServicesText chosen = SERVICES.with("containerPort: 9000",
                "containerPort: 9000\n    environment: { LOGGING_STRUCTURED_FORMAT_CONSOLE: ecs }");
        Assembly assembly = chosen
                .assembly("dev", "image: '1'");

        assertThat(assembly.variable("orders", "LOGGING_STRUCTURED_FORMAT_CONSOLE")).isEqualTo("ecs");
    }

    @Test
    void loadBalancerAsksForReadiness() {
        assertThat(
                ASSEMBLY.only("orders", "AWS::ElasticLoadBalancingV2::TargetGroup").get("HealthCheckPath").asString())
                .isEqualTo("/readyz");
    }

    @Test
    void gateKeepsTheJarFromItsSignalForTheDrain() {
        JsonNode gate = ASSEMBLY.container("orders", "ready");

        assertThat(gate.at("/Command/0").asString()).isEqualTo("hold");
        assertThat(gate.at("/DependsOn/0/ContainerName").asString()).isEqualTo("orders");
        assertThat(gate.get("StopTimeout").asInt()).isEqualTo(30);
        assertThat(gate.get("Environment").toString()).contains("HIGHLANDS_DRAIN", "25s");
        assertThat(ASSEMBLY.container("stock", "ready").at("/Command/0").asString()).isEqualTo("health");
    }

    @Test
    void templateNamesTheJar() {
        assertThat(ASSEMBLY.resources("orders", "AWS::ECS::TaskDefinition").getFirst().at("/Metadata/highlands:jar")
                .asString()).isEqualTo("../orders/target/orders.jar");
        assertThat(ASSEMBLY.template("stock").toString()).doesNotContain("highlands:jar");
    }

    /** What AWS does not know of a service, only its starter does. */
    @Test
    void alarmsAndDashboardsLeaveOutWhatCouldHaveNoData() {
        String observability = ASSEMBLY.template("observability").toString();

        assertThat(observability).contains("highlands-dev-edge-errors-orders-stock",
                "highlands-dev-edge-latency-orders-stock", "highlands-dev-tasks-below-desired-orders",
                "highlands-dev-telemetry-silent-stock", "highlands-dev-orders");
        assertThat(observability).doesNotContain("highlands-dev-telemetry-silent-orders",
                "highlands-dev-circuit-open-orders-stock", "highlands-dev-proxy-made-errors-orders-stock");
        assertThat(observability).contains("\"Name\":\"Service\",\"Value\":\"stock\"", "\\\"Service\\\",\\\"stock\\\"")
                .doesNotContain("\"Name\":\"Service\",\"Value\":\"orders\"", "\\\"Service\\\",\\\"orders\\\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: spring-boot | kind: jar | 3:5: services.orders.kind: found jar; allowed: highlands, spring-boot, container
            `    jar: ../orders/target/orders.jar\n` | `` | 2:3: services.orders.jar: found nothing; allowed: the path of a Spring Boot jar, with kind spring-boot
            `    kind: spring-boot\n` | `` | 3:5: services.orders.jar: found ../orders/target/orders.jar; allowed: no jar with kind highlands
            containerPort: 9000 | containerPort: 3001 | 6:5: services.orders.containerPort: found 3001; allowed: another, as Actuator listens there
            containerPort: 9000 | `environment: { SERVER_PORT: 1 }` | 6:20: services.orders.environment.SERVER_PORT: found SERVER_PORT; allowed: another name: the platform sets it
            """, quoteCharacter = '`')
    void whatIsWrongIsOneLine(String old, String other, String message) {
        var wrong = SERVICES.with(old.replace("\\n", "\n"), other.replace("\\n", "\n"));

        assertThatThrownBy(wrong::load).isInstanceOf(InvalidInput.class).message()
                .contains("services.yaml:" + message).doesNotContain("\n");
    }

    @Test
    void anotherKindMayHaveSpringsVariables() {
        assertThat(
                SERVICES.with("routes: [/stock]", "routes: [/stock]\n    environment: { SERVER_SHUTDOWN: immediate }")
                        .load().get("stock").options().environment())
                .containsKey("SERVER_SHUTDOWN");
    }
}
