// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.DeclaredServices;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.topology.Call;
import io.highlands.infra.topology.PublicPath;
import io.highlands.infra.topology.ServiceSpec;
import io.highlands.infra.topology.Topology;
import io.highlands.infra.topology.Upstream;

import static org.assertj.core.api.Assertions.assertThat;

class RefreshStackTest {

    private static final Assembly LOCAL = Assembly.of("local");

    @Test
    void clientOfABackEdgeIsRefreshedForTheEndpointsItLacks() {
        JsonNode refresh = LOCAL.only("refresh", "Custom::ServiceConnectRefresh");

        assertThat(refresh.get("Cluster").asString()).isEqualTo("highlands-local");
        assertThat(refresh.get("Service").asString()).isEqualTo("service-a");
        assertThat(refresh.get("Endpoints").asString()).isEqualTo("service-b");
        assertThat(refresh.has("ServiceToken")).isTrue();
    }

    @Test
    void refreshMayTouchThatServiceOnly() {
        assertThat(LOCAL.all("refresh", "AWS::IAM::Policy").stream().filter(policy -> policy.toString().contains("ecs:")
                && policy.toString().contains("Service")).map(JsonNode::toString))
                .filteredOn(policy -> policy.contains("ecs:UpdateService") || policy.contains("ecs:DescribeServices"))
                .hasSize(2).allMatch(policy -> policy.contains(":service/highlands-local/service-a")
                        && !policy.contains("service/highlands-local/*"));
    }

    @Test
    void platformWithoutBackEdgeNeedsNoRefresh() {
        ServiceSpec a = DeclaredServices.EXAMPLE.get("service-a");
        ServiceSpec alone = new ServiceSpec(a.name(), a.containerPort(), a.aliasPort(), a.deadline(), List.of(),
                List.of(), a.meshRoutes(), a.size());
        var topology = new Topology(
                List.of(alone, DeclaredServices.EXAMPLE.get("service-c"), DeclaredServices.EXAMPLE.get("service-b")));

        assertThat(Assembly.of(EnvironmentFile.of("local").load(topology)).parts()).doesNotContain("refresh");
    }

    @Test
    void everyClientOfABackEdgeIsRefreshed() {
        ServiceSpec c = DeclaredServices.EXAMPLE.get("service-c");
        ServiceSpec calling = new ServiceSpec(c.name(), c.containerPort(), c.aliasPort(), c.deadline(),
                List.of(Upstream.within(Duration.ofSeconds(3), "service-b")),
                List.of(PublicPath.of("/c", Call.to("service-b"))), List.of(), c.size());
        var topology = new Topology(
                List.of(DeclaredServices.EXAMPLE.get("service-a"), calling, DeclaredServices.EXAMPLE.get("service-b")));

        assertThat(Assembly.of(EnvironmentFile.of("local").load(topology)).all("refresh",
                "Custom::ServiceConnectRefresh")).extracting(refresh -> refresh.get("Service").asString())
                .containsExactlyInAnyOrder("service-a", "service-c");
    }

    @Test
    void handlersKeepTheirRules() throws Exception {
        var log = Path.of("target", "refresh.test.log").toFile();
        Process node = new ProcessBuilder("node", "--test", "src/test/js/refresh.test.js").redirectErrorStream(true)
                .redirectOutput(log).start();

        assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(log).content().contains("# fail 0", "# pass 8");
        assertThat(node.exitValue()).isZero();
    }
}
