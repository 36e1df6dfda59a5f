// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.highlands.local.ecs.AttachedTask.State;
import io.highlands.local.ecs.process.Folders;
import io.highlands.local.ecs.process.Until;
import io.highlands.local.fault.FaultSpec;
import io.highlands.local.fault.Faults;
import io.highlands.local.fault.effects.LocalFaults;
import io.highlands.local.mesh.EdgeCounters;
import io.highlands.local.mesh.Loopback;
import io.highlands.local.template.HealthCheckSpec;
import io.highlands.local.template.Platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A process that the test starts, as an IDE does, in the place of front, which calls back. */
class TaskAttachmentsTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final HealthCheckSpec HEALTH = new HealthCheckSpec(List.of("CMD", "/app/launch", "health"),
            Duration.ofSeconds(2), Duration.ofSeconds(4), 3, Duration.ofMinutes(1));

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Integer> responses = new ConcurrentHashMap<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private Process process;
    private EcsRuntime runtime;
    private int port;

    @BeforeEach
    void findPort() throws IOException {
        new TestImages(folder.resolve("images")).withHttp("front").withHttp("back");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        enough.set(true);
        if (runtime != null) {
            runtime.close();
        }
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
        client.close();
    }

    @ParameterizedTest
    @EnumSource(Loopback.class)
    void aProcessTakesThePlaceOfTheTasksAndGivesItBackWithoutAFailedRequest(Loopback loopback) throws Exception {
        run(loopback);
        List<String> own = tasks();
        Thread load = Thread.ofVirtual().start(this::load);

        Map<String, String> variables = runtime.attachments().attach("front", port, TIMEOUT);
        awaitState(State.WAITING);
        assertThat(runtime.attachments().find("front").orElseThrow().waitsFor())
                .hasValue("nothing listens on 127.0.0.1:" + port + " yet");
        assertThat(get("/")).as("the tasks serve until the process listens").isEqualTo("200 front");
        assertThat(tasks()).as("all of them").containsAll(own);

        start(variables);
        awaitState(State.ATTACHED);
        assertThat(get("/")).isEqualTo("200 ide");
        assertThat(tasks()).as("one task, which is another").hasSize(1).doesNotContainAnyElementsOf(own);
        assertThat(variables.get("UPSTREAM")).matches("http://127\\.\\d+\\.\\d+\\.\\d+:\\d+/");
        assertThat(variables).containsEntry("SERVER_PORT", Integer.toString(port))
                .containsEntry("BIND_ADDRESS", "127.0.0.1:" + port)
                .doesNotContainKeys("HIGHLANDS_JVM_OPTIONS", "JAVA_HOME", "PATH", "TMPDIR");
        long before = requestsToBack();
        assertThat(get("/ask?" + variables.get("UPSTREAM"))).isEqualTo("200 back");
        Until.holds("its call is counted", () -> requestsToBack() > before);
        assertThat(requestsToBack()).as("its call is front's").isEqualTo(before + 1);

        runtime.attachments().detach("front").get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        runtime.drained().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        assertThat(process.isAlive()).isTrue();
        process.destroyForcibly().waitFor();
        assertThat(get("/")).isEqualTo("200 front");
        assertThat(runtime.attachments().find("front")).isEmpty();
        assertThat(tasks()).hasSize(2);
        enough.set(true);
        load.join();
        assertThat(responses).containsOnlyKeys("200 front", "200 ide");
    }

    @Test
    void noHealthCheckReplacesAProcessThatWasEndedAndStartedAgain() throws Exception {
        run(Loopback.ofThisMachine());
        Map<String, String> variables = runtime.attachments().attach("front", port, TIMEOUT);
        start(variables);
        awaitState(State.ATTACHED);
        List<String> attached = tasks();

        process.destroyForcibly().waitFor();
        awaitState(State.UNHEALTHY);
        Until.holds("given up by the target group", () -> runtime.snapshot().service("front").tasks().stream()
                .anyMatch(task -> task.targetHealth().containsValue("unhealthy")));
        // The service looks at its tasks once more, and would replace any other one now
        runtime.setDesiredCount("front", 2).get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        assertThat(tasks()).isEqualTo(attached);
        assertThat(runtime.attachments().find("front").orElseThrow().waitsFor())
                .hasValue("nothing listens on 127.0.0.1:" + port + " any more");

        start(variables);
        awaitState(State.ATTACHED);
        assertThat(get("/")).isEqualTo("200 ide");
        assertThat(tasks()).isEqualTo(attached);
    }

    @Test
    void aNewerDeploymentEndsIt() throws Exception {
        run(Loopback.ofThisMachine());
        start(runtime.attachments().attach("front", port, TIMEOUT));
        awaitState(State.ATTACHED);

        runtime.forceNewDeployment("front").get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);

        assertThat(runtime.attachments().find("front")).isEmpty();
        assertThat(get("/")).isEqualTo("200 front");
        assertThat(tasks()).hasSize(2);
    }

    @Test
    void anUpdateWaitsForNoProcessAndTheDeclaredCountStays() throws Exception {
        Platform platform = run(Loopback.ofThisMachine());
        runtime.attachments().attach("front", port, TIMEOUT);
        awaitState(State.WAITING);

        runtime.apply(platform, RollOrder.ONE_AFTER_ANOTHER, TIMEOUT).get(10, TimeUnit.SECONDS);
        runtime.setDesiredCount("front", 3).get(10, TimeUnit.SECONDS);

        assertThat(runtime.attachments().find("front").orElseThrow().state()).isEqualTo(State.WAITING);
        assertThat(runtime.snapshot().service("front")).returns(1, ServiceSnapshot::desired)
                .returns(3, ServiceSnapshot::declared);
    }

    @Test
    void zeroTasksAreClearedToTheDesiredCountAndNotToTheOneTaskOfTheProcess() {
        run(Loopback.ofThisMachine());
        runtime.attachments().attach("front", port, TIMEOUT);

        try (Faults faults = new Faults(new LocalFaults(runtime, new FaultKit.Others()), Clock.systemUTC())) {
            faults.inject(FaultSpec.parse("zero-tasks front"), Optional.empty(), Optional.empty());
            assertThat(runtime.snapshot().service("front").declared()).isZero();
            faults.clear(Optional.empty());
        }

        assertThat(runtime.snapshot().service("front").declared()).isEqualTo(2);
    }

    @Test
    void aServiceThatNothingReachesIsRefusedInOneLine() {
        runtime = new EcsRuntime(options(Loopback.ofThisMachine()),
                TestService.platform(new TestService("front").healthCheck(HEALTH)));
        runtime.start();
        runtime.awaitStable(TIMEOUT);

        assertThatThrownBy(() -> runtime.attachments().attach("front", port, TIMEOUT))
                .isInstanceOf(EcsException.class).hasMessage("highlands-test-front/Service: mesh and load balancer "
                        + "reach front on no port; allowed for a process that takes its place: one port");
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void aTaskThatCannotBeStartedForTheProcessIsOneLineAndTheOwnTasksStay() throws Exception {
        TestService front = new TestService("front").balanced().healthCheck(HEALTH);
        runtime = new EcsRuntime(options(Loopback.ofThisMachine()),
                TestService.platform(front.container(front.helper("beside", true, "exec sleep 600"))));
        runtime.start();
        runtime.awaitStable(TIMEOUT);
        List<String> own = tasks();
        Folders.delete(folder.resolve("images/front"));

        assertThatThrownBy(() -> runtime.attachments().attach("front", port, TIMEOUT))
                .isInstanceOf(EcsException.class).hasMessageContaining("front cannot be started: 1 tasks failed")
                .hasMessageNotContaining("\n");

        assertThat(runtime.attachments().find("front")).isEmpty();
        assertThat(tasks()).isEqualTo(own);
        assertThat(get("/")).isEqualTo("200 front");
    }

    private Platform run(Loopback loopback) {
        assumeTrue(loopback == Loopback.PORTS || Loopback.ofThisMachine() == Loopback.ADDRESSES);
        Platform platform = TestService.platform(new TestService("back").mesh(8080).healthCheck(HEALTH),
                new TestService("front").mesh(8081).balanced().desired(2).healthCheck(HEALTH).variable("UPSTREAM",
                        "http://back:8080/"));
        runtime = new EcsRuntime(options(loopback), platform);
        runtime.start();
        runtime.awaitStable(TIMEOUT);
        return platform;
    }

    private EcsOptions options(Loopback loopback) {
        return new EcsOptions(folder.resolve("state"), folder.resolve("images"),
                Path.of(System.getProperty("java.home"))).withLoadBalancerPort(0).withFirstSlot(120)
                .withLoopback(loopback);
    }

    /** As an IDE starts it: with the variables, and without a hosts file. */
    private void start(Map<String, String> variables) throws IOException {
        ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx32m", "-cp",
                HttpApp.class.getProtectionDomain().getCodeSource().getLocation().getPath(), HttpApp.class.getName());
        java.environment().putAll(variables);
        java.environment().put("HIGHLANDS_SERVICE", "ide");
        process = java.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private void awaitState(State state) {
        Until.holds(state.name(), () -> runtime.attachments().find("front").filter(task -> task.state() == state)
                .isPresent());
    }

    private List<String> tasks() {
        return runtime.snapshot().service("front").tasks().stream()
                .filter(task -> task.lastStatus() == TaskStatus.RUNNING).map(TaskSnapshot::id).sorted().toList();
    }

    private long requestsToBack() {
        return runtime.meshCounters().edges().stream()
                .filter(edge -> edge.client().equals("front") && edge.discoveryName().equals("back"))
                .mapToLong(EdgeCounters::requests).sum();
    }

    private void load() {
        while (!enough.get()) {
            try {
                responses.merge(get("/"), 1, Integer::sum);
                Thread.sleep(20);
            } catch (IOException e) {
                responses.merge(e.toString(), 1, Integer::sum);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + runtime.loadBalancerPort()).resolve(path)).build(),
                BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }
}
