// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.support.ServicesText;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Port and health path of a service, wherever AWS has to know them. Sources: ECS API Reference, PortMapping; Elastic Load
 * Balancing API Reference, CreateTargetGroup; Datadog, "Ignoring Unwanted Resources in APM" (regular expressions).
 */
class PortAndHealthTest {

    private static final Assembly ASSEMBLY = Assembly.of(new EnvironmentFile("dev", """
            image: '1'
            tracing: { enabled: true }
            """).load(new ServicesText("""
            services:
              orders:
                port: 80
                containerPort: 9000
                health: /actuator/health.up
                timeout: 10s
                public: { /orders: {} }
              callers:
                port: 81
                timeout: 12s
                calls: { orders: {} }
                routes: [/callers]
            """).load()));

    @Test
    void containerListensWhereItIsToldAndIsAskedThere() {
        assertThat(ASSEMBLY.variable("orders", "BIND_ADDRESS")).isEqualTo("0.0.0.0:9000");
        assertThat(ASSEMBLY.variable("orders", "HIGHLANDS_HEALTH_PATH")).isEqualTo("/actuator/health.up");
        assertThat(ASSEMBLY.container("orders", "orders").at("/PortMappings/0/ContainerPort").asInt()).isEqualTo(9000);
        assertThat(ASSEMBLY.container("orders", "ready").get("Environment").toString()).contains("0.0.0.0:9000",
                "/actuator/health.up");
    }

    @Test
    void loadBalancerForwardsToThePortAndAsksForThePath() {
        JsonNode group = ASSEMBLY.only("orders", "AWS::ElasticLoadBalancingV2::TargetGroup");

        assertThat(group.get("Port").asInt()).isEqualTo(9000);
        assertThat(group.get("HealthCheckPort").asString()).isEqualTo("9000");
        assertThat(group.get("HealthCheckPath").asString()).isEqualTo("/actuator/health.up");
    }

    @Test
    void securityGroupsOpenThePortToLoadBalancerAndCaller() {
        assertThat(ASSEMBLY.all("base", "AWS::EC2::SecurityGroupIngress")).hasSize(2)
                .allMatch(rule -> rule.get("FromPort").asInt() == 9000 && rule.get("ToPort").asInt() == 9000);
    }

    @Test
    void callersAddressTheAlias() {
        assertThat(ASSEMBLY.variable("callers", "ORDERS_URL")).isEqualTo("http://orders:80");
    }

    @Test
    void healthChecksAreNoTraces() {
        assertThat(ASSEMBLY.container("orders", DatadogSidecar.NAME).get("Environment").toString())
                .contains("^GET /actuator/health\\\\.up$");
    }
}
