// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.Dependency;
import io.highlands.local.template.Dependency.Condition;
import io.highlands.local.template.HealthCheckSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests through load balancer and mesh while tasks come and go: back behind front, two tasks each where it matters. */
class TrafficTest {

    private static final HealthCheckSpec CHECK = new HealthCheckSpec(
            List.of("CMD", "/app/launch", "health"), Duration.ofSeconds(1), Duration.ofSeconds(1), 2,
            Duration.ofSeconds(15));

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private RunningPlatform platform;

    @BeforeEach
    void start() {
        new TestImages(folder.resolve("images")).withHttp("front").withHttp("back");
        platform = new RunningPlatform(folder, Map.of("back", 2), TestService.platform(service("back", 8080),
                service("front", 8081).balanced())).start();
    }

    @AfterEach
    void stop() {
        platform.close();
        client.close();
    }

    private static TestService service(String name, int port) {
        TestService service = new TestService(name).mesh(port).healthCheck(CHECK);
        return service.container(service.helper("ready", false, "exit 0", new Dependency(name, Condition.HEALTHY)));
    }

    @Test
    void reachesAnotherServiceThroughLoadBalancerAndMesh() throws Exception {
        HttpResponse<String> answer = client.send(request(), BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("back");
        assertThat(platform.runtime().meshCounters().edges()).anySatisfy(edge -> {
            assertThat(edge.client()).isEqualTo("front");
            assertThat(edge.discoveryName()).isEqualTo("back");
            assertThat(edge.requests()).isEqualTo(1);
        });
        assertThat(platform.tasks("front").getFirst().targetHealth()).containsExactly(Map.entry("targets", "healthy"));
    }

    @Test
    void losesNoRequestWhileServicesAreReplacedAndProcessesKilled() throws Exception {
        try (ScheduledExecutorService load = load()) {
            platform.runtime().forceNewDeployment("back").get(30, TimeUnit.SECONDS);
            platform.runtime().forceNewDeployment("front").get(30, TimeUnit.SECONDS);
            String killed = platform.tasks("back").stream()
                    .filter(task -> task.lastStatus() == TaskStatus.RUNNING).findFirst().orElseThrow().id();
            RunningPlatform.signal("KILL", platform.service("back").tasks().stream()
                    .filter(task -> task.id().equals(killed)).findFirst().orElseThrow(), "back");
            RunningPlatform.await("the replacement", () -> {
                ServiceSnapshot back = platform.service("back");
                return back.stable() && back.tasks().stream()
                        .noneMatch(task -> task.id().equals(killed) && task.lastStatus() != TaskStatus.STOPPED);
            });
            load.shutdown();
        }
        assertThat(answers).containsOnlyKeys("200 back");
        assertThat(answers.get("200 back")).isGreaterThan(50);
    }

    @Test
    void goesAroundATaskThatIsLostWithItsProxy() throws Exception {
        platform.runtime().loseTask(platform.tasks("back").getFirst().id());
        for (int i = 0; i < 20; i++) {
            count(client.send(request(), BodyHandlers.ofString()));
        }
        assertThat(answers).containsOnly(Map.entry("200 back", 20));
    }

    private ScheduledExecutorService load() {
        ScheduledExecutorService load = Executors.newScheduledThreadPool(1);
        load.scheduleAtFixedRate(this::send, 0, 10, TimeUnit.MILLISECONDS);
        return load;
    }

    private void send() {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request(), BodyHandlers.ofString());
        answer.whenComplete((response, failure) -> {
            if (failure != null) {
                answers.merge(failure.toString(), 1, Integer::sum);
            } else {
                count(response);
            }
        });
    }

    private void count(HttpResponse<String> response) {
        answers.merge(response.statusCode() + " " + response.body(), 1, Integer::sum);
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + platform.runtime().loadBalancerPort()
                + "/ask?http://back:8080/")).timeout(Duration.ofSeconds(10)).build();
    }
}
