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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.ecs.process.Until;
import io.highlands.local.template.Dependency;
import io.highlands.local.template.Dependency.Condition;
import io.highlands.local.template.HealthCheckSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests through load balancer and mesh while tasks come and go: one front, and two of back behind it. One platform serves
 * all tests, as its JVMs take a while to start.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrafficTest {

    private static final HealthCheckSpec CHECK = new HealthCheckSpec(
            List.of("CMD", "/app/launch", "health"), Duration.ofSeconds(1), Duration.ofSeconds(1), 2,
            Duration.ofSeconds(15));

    @TempDir
    static Path folder;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private RunningPlatform platform;

    @BeforeAll
    void start() {
        new TestImages(folder.resolve("images")).withHttp("front").withHttp("back");
        platform = new RunningPlatform(folder, Map.of("back", 2), TestService.platform(service("back", 8080),
                service("front", 8081).balanced())).start();
    }

    @AfterAll
    void stop() {
        platform.close();
        client.close();
    }

    @BeforeEach
    void forgetAnswers() {
        answers.clear();
    }

    private static TestService service(String name, int port) {
        TestService service = new TestService(name).mesh(port).healthCheck(CHECK);
        return service.container(service.helper("ready", false, "exit 0", new Dependency(name, Condition.HEALTHY)));
    }

    @Test
    @Order(1)
    void reachesAnotherServiceThroughLoadBalancerAndMesh() throws Exception {
        HttpResponse<String> answer = client.send(request(), BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("back");
        Until.holds("the request is counted", () -> platform.runtime().meshCounters().edges().stream()
                .anyMatch(edge -> edge.requests() > 0));
        assertThat(platform.runtime().meshCounters().edges()).anySatisfy(edge -> {
            assertThat(edge.client()).isEqualTo("front");
            assertThat(edge.discoveryName()).isEqualTo("back");
            assertThat(edge.requests()).isEqualTo(1);
        });
        assertThat(platform.tasks("front").getFirst().targetHealth()).containsExactly(Map.entry("targets", "healthy"));
    }

    @Test
    @Order(2)
    void losesNoRequestWhileServicesAreReplacedAndProcessesKilled() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService load = load(enough);
        try {
            platform.runtime().forceNewDeployment("back").get(60, TimeUnit.SECONDS);
            platform.runtime().forceNewDeployment("front").get(60, TimeUnit.SECONDS);
            TaskSnapshot killed = platform.tasks("back").stream()
                    .filter(task -> task.lastStatus() == TaskStatus.RUNNING).findFirst().orElseThrow();
            RunningPlatform.signal("KILL", killed, "back");
            RunningPlatform.await("the replacement", () -> {
                ServiceSnapshot back = platform.service("back");
                return back.stable() && back.tasks().stream().noneMatch(
                        task -> task.id().equals(killed.id()) && task.lastStatus() != TaskStatus.STOPPED);
            });
        } finally {
            enough.set(true);
            load.close();
        }
        assertThat(answers).containsOnlyKeys("200 back");
        assertThat(answers.get("200 back")).isGreaterThan(50);
    }

    @Test
    @Order(3)
    void goesAroundATaskThatIsLostWithItsProxy() throws Exception {
        platform.runtime().loseTask(platform.tasks("back").getFirst().id());
        for (int i = 0; i < 20; i++) {
            count(client.send(request(), BodyHandlers.ofString()));
        }
        assertThat(answers).containsOnly(Map.entry("200 back", 20));
    }

    /** Two clients, each of which asks again as soon as it is answered: as much as a slow machine can bear. */
    private ExecutorService load(AtomicBoolean enough) {
        ExecutorService load = Executors.newFixedThreadPool(2);
        for (int i = 0; i < 2; i++) {
            load.execute(() -> {
                while (!enough.get()) {
                    ask();
                }
            });
        }
        return load;
    }

    private void ask() {
        try {
            count(client.send(request(), BodyHandlers.ofString()));
        } catch (IOException e) {
            answers.merge(e.toString(), 1, Integer::sum);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(HttpResponse<String> response) {
        answers.merge(response.statusCode() + " " + response.body(), 1, Integer::sum);
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + platform.runtime().loadBalancerPort()
                + "/ask?http://back:8080/")).timeout(Duration.ofSeconds(30)).build();
    }
}
