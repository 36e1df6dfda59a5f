// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.Platform;
import io.highlands.local.template.RefreshSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeploymentTest {

    @TempDir
    Path folder;

    private TestImages images;

    @BeforeEach
    void writeImages() {
        images = new TestImages(folder.resolve("images")).with("app", TestImages.HEALTHY)
                .with("broken", TestImages.BROKEN);
    }

    @Test
    void replacesAllTasksAndNeverHasFewerHealthyOnesThanWanted() throws Exception {
        try (RunningPlatform platform = start(new TestService("app").desired(2))) {
            List<String> before = ids(platform, "app");
            CompletableFuture<Void> done = platform.runtime().forceNewDeployment("app");
            List<Long> healthy = new ArrayList<>();
            RunningPlatform.await("the deployment", () -> {
                healthy.add(platform.tasks("app").stream()
                        .filter(task -> task.lastStatus() == TaskStatus.RUNNING
                                && task.health() == HealthStatus.HEALTHY)
                        .count());
                return done.isDone();
            });
            done.get(1, TimeUnit.SECONDS);

            assertThat(healthy).allMatch(count -> count >= 2);
            assertThat(ids(platform, "app")).hasSize(2).doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    void failsToStartInOneLineWithTheLastWordsOfTheTask() {
        try (RunningPlatform platform = new RunningPlatform(folder,
                TestService.platform(new TestService("app").image("broken")))) {
            platform.runtime().start();

            assertThatThrownBy(() -> platform.runtime().awaitStable(RunningPlatform.TIMEOUT))
                    .isInstanceOf(EcsException.class)
                    .hasMessage("highlands-test-app/Service: app cannot be started: 3 tasks failed; the last one: "
                            + "container 'app' exited with code 3; its last line: no database");
            assertThat(platform.service("app").deployments().getFirst().rolloutState())
                    .isEqualTo(RolloutState.FAILED);
        }
    }

    @Test
    void failsToStartWithoutACircuitBreakerAsWell() {
        try (RunningPlatform platform = new RunningPlatform(folder,
                TestService.platform(new TestService("app").image("broken").withoutCircuitBreaker()))) {
            platform.runtime().start();

            assertThatThrownBy(() -> platform.runtime().awaitStable(RunningPlatform.TIMEOUT))
                    .hasMessageContaining("app cannot be started: 3 tasks failed");
            assertThat(platform.service("app").deployments().getFirst().rolloutState())
                    .isEqualTo(RolloutState.IN_PROGRESS);
        }
    }

    @Test
    void saysWhichServiceIsNotStableInTime() {
        images.with("slow", "case ${1:-} in health) exit 1 ;; esac; echo 'still loading'; exec sleep 60");
        try (RunningPlatform platform = new RunningPlatform(folder,
                TestService.platform(new TestService("app"), new TestService("slow")))) {
            platform.runtime().start();

            assertThatThrownBy(() -> platform.runtime().awaitStable(Duration.ofSeconds(1)))
                    .isInstanceOf(EcsException.class)
                    .hasMessage("highlands-test-slow/Service: slow is not stable after 1 s: 0 of 1 tasks are healthy; "
                            + "container 'slow' is not healthy yet; its last line: still loading");
        }
    }

    @Test
    void goesBackToTheLastGoodDeploymentWhenTheNewOneCannotStart() {
        TestService service = new TestService("app");
        try (RunningPlatform platform = start(service)) {
            String good = platform.onlyTask("app").id();
            CompletableFuture<Void> done = platform.runtime().apply(TestService.platform(service.image("broken")),
                    RollOrder.ONE_AFTER_ANOTHER, Duration.ofMinutes(1));

            assertThatThrownBy(() -> done.get(20, TimeUnit.SECONDS)).hasRootCauseInstanceOf(EcsException.class)
                    .hasMessageContaining("app cannot be started: 3 tasks failed");
            RunningPlatform.await("the rollback",
                    () -> platform.service("app").stable() && platform.tasks("app").size() == 1);
            assertThat(platform.messages("app")).anyMatch(message -> message.contains("deployment failed"))
                    .anyMatch(message -> message.contains("rolling back to deployment"));
            assertThat(platform.onlyTask("app").id()).isEqualTo(good);
            assertThat(platform.service("app").deployments()).extracting(DeploymentSnapshot::rolloutState)
                    .containsExactly(RolloutState.COMPLETED);
        }
    }

    @Test
    void leavesUnchangedServicesAloneAndAddsAndRemovesOthers() throws Exception {
        images.with("old", TestImages.HEALTHY).with("new", TestImages.HEALTHY);
        try (RunningPlatform platform = start(new TestService("app"), new TestService("old"))) {
            String unchanged = platform.onlyTask("app").id();
            platform.runtime().apply(TestService.platform(new TestService("app"), new TestService("new")),
                    RollOrder.SIDE_BY_SIDE, Duration.ofMinutes(1)).get(20, TimeUnit.SECONDS);
            platform.runtime().awaitStable(RunningPlatform.TIMEOUT);

            assertThat(platform.onlyTask("app").id()).isEqualTo(unchanged);
            assertThat(platform.runtime().snapshot().services()).extracting(ServiceSnapshot::name)
                    .containsExactly("app", "new");
        }
    }

    @Test
    void replacesTheTasksOfAllServicesSideBySideWhenToldTo() throws Exception {
        images.with("other", TestImages.HEALTHY);
        try (RunningPlatform platform = start(new TestService("app"), new TestService("other"))) {
            String app = platform.onlyTask("app").id();
            String other = platform.onlyTask("other").id();
            platform.runtime().apply(TestService.platform(new TestService("app").variable("HIGHLANDS_SERVICE", "two"),
                    new TestService("other").variable("HIGHLANDS_SERVICE", "two")), RollOrder.SIDE_BY_SIDE,
                    Duration.ofMinutes(1))
                    .get(20, TimeUnit.SECONDS);

            TaskSnapshot first = platform.replacement("app", app);
            TaskSnapshot second = platform.replacement("other", other);
            assertThat(Duration.between(first.startedAt(), second.startedAt()).abs())
                    .isLessThan(Duration.ofMillis(500));
        }
    }

    @Test
    void replacesTheTasksOfAServiceWhoseVariablesChanged() throws Exception {
        try (RunningPlatform platform = start(new TestService("app"))) {
            String before = platform.onlyTask("app").id();
            platform.runtime().apply(TestService.platform(new TestService("app").variable("HIGHLANDS_SERVICE", "two")),
                    RollOrder.ONE_AFTER_ANOTHER, Duration.ofMinutes(1)).get(20, TimeUnit.SECONDS);

            TaskSnapshot after = platform.replacement("app", before);
            assertThat(after.container("app").log()).hasContent("started two\n");
        }
    }

    @Test
    void resolvesOnlyEndpointsThatExistedWhenTheDeploymentBegan() {
        try (RunningPlatform platform = start(meshed("first", 8080), meshed("second", 8081))) {
            assertThat(resolves(platform, "first")).containsExactly("first");
            assertThat(resolves(platform, "second")).containsExactly("first", "second");
        }
    }

    @Test
    void refreshesAClientOnceAndAgainOnlyWhenItsEndpointsChange() {
        try (RunningPlatform platform = new RunningPlatform(folder, refreshed("second")).start()) {
            assertThat(resolves(platform, "first")).containsExactly("first", "second");
            assertThat(started(platform, "first")).isEqualTo(2);
        }
        try (RunningPlatform platform = new RunningPlatform(folder, refreshed("second")).start()) {
            assertThat(resolves(platform, "first")).containsExactly("first", "second");
            assertThat(started(platform, "first")).isEqualTo(1);
        }
        try (RunningPlatform platform = new RunningPlatform(folder, refreshed("second", "third")).start()) {
            assertThat(started(platform, "first")).isEqualTo(2);
        }
    }

    private Platform refreshed(String... endpoints) {
        TestService first = meshed("first", 8080);
        return TestService.platform(
                List.of(new RefreshSpec(first.source(), "first", "highlands-test", Set.of(endpoints))), first,
                meshed("second", 8081));
    }

    private TestService meshed(String name, int port) {
        images.with(name, TestImages.HEALTHY);
        return new TestService(name).mesh(port);
    }

    private static List<String> resolves(RunningPlatform platform, String service) {
        return platform.service(service).deployments().getFirst().resolves();
    }

    private static long started(RunningPlatform platform, String service) {
        return platform.messages(service).stream().filter(message -> message.contains("has started 1 tasks")).count();
    }

    private static List<String> ids(RunningPlatform platform, String service) {
        return platform.tasks(service).stream()
                .filter(task -> task.lastStatus() == TaskStatus.RUNNING).map(TaskSnapshot::id).toList();
    }

    private RunningPlatform start(TestService... services) {
        return new RunningPlatform(folder, TestService.platform(services)).start();
    }
}
