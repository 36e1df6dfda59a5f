// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.mesh.EdgeCounters;
import io.highlands.local.mesh.Loopback;
import io.highlands.local.template.HealthCheckSpec;
import io.highlands.local.template.TemplateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** A platform whose tasks are told apart by ports. */
class LoopbackPortsTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** As the services have it: with time for a busy machine. */
    private static final HealthCheckSpec HEALTH = new HealthCheckSpec(List.of("CMD", "/app/launch", "health"),
            Duration.ofSeconds(2), Duration.ofSeconds(4), 3, Duration.ofMinutes(1));

    @TempDir
    Path folder;

    @BeforeEach
    void writeImages() {
        new TestImages(folder.resolve("images")).withHttp("service-a").withHttp("service-b");
    }

    @Test
    void tasksCallEachOtherAndTheEdgeIsTheCallersOwn() throws Exception {
        try (EcsRuntime runtime = new EcsRuntime(options(), TestService.platform(
                new TestService("service-a").mesh(8080).desired(2).healthCheck(HEALTH),
                new TestService("service-b").mesh(8082).balanced().healthCheck(HEALTH).variable("UPSTREAM",
                        "http://service-a:8080/")))) {
            runtime.start();
            runtime.awaitStable(TIMEOUT);
            URI balancer = URI.create("http://127.0.0.1:" + runtime.loadBalancerPort());
            String upstream = get(balancer.resolve("/variable?UPSTREAM"));

            assertThat(upstream).matches("http://service-a:[23]\\d{4}/");
            for (int i = 0; i < 4; i++) {
                assertThat(get(balancer.resolve("/ask?" + upstream))).isEqualTo("service-a");
            }
            assertThat(runtime.meshCounters().edges()).filteredOn(edge -> edge.requests() > 0)
                    .extracting(EdgeCounters::client, EdgeCounters::discoveryName, EdgeCounters::requests)
                    .containsExactly(tuple("service-b", "service-a", 4L));
            assertThat(runtime.coverage().entries())
                    .anyMatch(entry -> entry.note().startsWith("this machine has 127.0.0.1 alone"));
        }
    }

    @Test
    void aPortThatNoVariableNamesIsRefusedBeforeAnythingStarts() {
        TestService service = new TestService("service-a").mesh(8080).variable("BIND_ADDRESS", "0.0.0.0:4000");

        assertThatThrownBy(() -> new EcsRuntime(options(), TestService.platform(service)))
                .isInstanceOf(TemplateException.class).hasMessageContainingAll("highlands-test-service-a",
                        "ContainerDefinitions[0].PortMappings", "port 3000 is in none of the container's variables",
                        "allowed: the port of BIND_ADDRESS, SERVER_PORT, MANAGEMENT_SERVER_PORT")
                .hasMessageNotContaining("\n");
        assertThat(folder.resolve("state/tasks")).doesNotExist();
    }

    private EcsOptions options() {
        return new EcsOptions(folder.resolve("state"), folder.resolve("images"),
                Path.of(System.getProperty("java.home"))).withLoadBalancerPort(0).withFirstSlot(210)
                .withLoopback(Loopback.PORTS);
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
