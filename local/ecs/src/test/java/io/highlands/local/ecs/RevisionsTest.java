// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.TaskDefinitionSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RevisionsTest {

    private static final TaskDefinitionSpec APP = new TestService("app").spec().taskDefinition();

    @TempDir
    Path folder;

    @BeforeEach
    void writeImages() {
        new TestImages(folder.resolve("images")).with("app", TestImages.HEALTHY)
                .with("broken", TestImages.BROKEN);
    }

    @Test
    void deploysANewRevisionAndAnEarlierOneAgain() throws Exception {
        try (RunningPlatform platform = start()) {
            String first = platform.onlyTask("app").id();
            String revision = platform.runtime().taskDefinitions().register("app", named("two"));
            assertThat(revision).isEqualTo("app:2");
            platform.runtime().deploy("app", revision).get(20, TimeUnit.SECONDS);
            TaskSnapshot second = platform.replacement("app", first);
            assertThat(second.taskDefinition()).isEqualTo("app:2");
            assertThat(second.container("app").log()).hasContent("started two\n");

            platform.runtime().deploy("app", "app:1").get(20, TimeUnit.SECONDS);
            TaskSnapshot third = platform.replacement("app", second.id());
            assertThat(third.taskDefinition()).isEqualTo("app:1");
            assertThat(third.container("app").log()).hasContent("started app\n");
            assertThat(platform.service("app").deployments()).extracting(DeploymentSnapshot::taskDefinition)
                    .containsExactly("app:1");
        }
    }

    @Test
    void goesBackWhileANewRevisionCannotStartAndNeverLosesTheLastHealthyTask() throws Exception {
        try (RunningPlatform platform = start()) {
            TaskSnapshot good = platform.onlyTask("app");
            CompletableFuture<Void> bad = platform.runtime().deploy("app",
                    platform.runtime().taskDefinitions().register("app", crashing()));
            RunningPlatform.await("a task of it that has failed", () -> platform.service("app").tasks().stream()
                    .anyMatch(task -> task.lastStatus() == TaskStatus.STOPPED
                            && task.taskDefinition().equals("app:2")));
            assertThat(platform.tasks("app")).extracting(TaskSnapshot::id).contains(good.id());

            platform.runtime().deploy("app", "app:1").get(20, TimeUnit.SECONDS);
            assertThat(bad).isCompletedExceptionally();
            assertThat(platform.replacement("app", good.id()).taskDefinition()).isEqualTo("app:1");
        }
    }

    @Test
    void keepsARevisionOverAForcedDeployment() throws Exception {
        try (RunningPlatform platform = start()) {
            platform.runtime().deploy("app", platform.runtime().taskDefinitions().register("app", named("two"))).get(20,
                    TimeUnit.SECONDS);
            platform.runtime().forceNewDeployment("app").get(20, TimeUnit.SECONDS);

            assertThat(platform.service("app").deployments().getFirst().taskDefinition()).isEqualTo("app:2");
        }
    }

    @Test
    void namesTheRevisionsThatThereAreWhenOneIsNotThere() {
        Revisions revisions = new Revisions();
        revisions.register(APP);

        assertThatThrownBy(() -> revisions.find("app:2")).isInstanceOf(EcsException.class)
                .hasMessage("no task definition 'app:2'; there are: app:1");
    }

    /** RegisterTaskDefinition adds a revision with each call. */
    @Test
    void theSameContentIsANewRevision() {
        Revisions revisions = new Revisions();

        assertThat(List.of(revisions.register(APP).name(), revisions.register(APP).name()))
                .containsExactly("app:1", "app:2");
    }

    /** UpdateService of ECS's API reference: without a revision the latest ACTIVE one is used. */
    @Test
    void aFamilyAloneIsItsLatestActiveRevision() {
        Revisions revisions = new Revisions();
        revisions.register(APP);
        revisions.register(APP);
        assertThat(revisions.find("app").name()).isEqualTo("app:2");

        revisions.deregister("app:2");
        assertThat(revisions.find("app").name()).isEqualTo("app:1");
        assertThat(revisions.register(APP).name()).isEqualTo("app:3");
    }

    @Test
    void anInactiveRevisionIsFoundAndNamedWhenSomebodyWantsToDeployIt() {
        Revisions revisions = new Revisions();
        revisions.register(APP);
        revisions.register(APP);
        revisions.deregister("app:1");

        assertThat(revisions.find("app:1").isActive()).isFalse();
        assertThatThrownBy(() -> revisions.active("app:1")).isInstanceOf(EcsException.class)
                .hasMessage("task definition 'app:1' is INACTIVE; allowed: app:2");
    }

    private static UnaryOperator<TaskDefinitionSpec> named(String name) {
        return changed(container -> renamed(container, name));
    }

    private static UnaryOperator<TaskDefinitionSpec> crashing() {
        return changed(
                container -> TestService.container(container.name(), "broken", true, container.environment(), List.of(),
                        container.healthCheck(), List.of(), container.stopTimeout(), container.ports()));
    }

    private static UnaryOperator<TaskDefinitionSpec> changed(UnaryOperator<ContainerSpec> change) {
        return definition -> definition.with(definition.containers().stream().map(change).toList());
    }

    private static ContainerSpec renamed(ContainerSpec container, String name) {
        Map<String, String> environment = new LinkedHashMap<>(container.environment());
        environment.put("HIGHLANDS_SERVICE", name);
        return TestService.container(container.name(), container.repository(), true, environment, List.of(),
                container.healthCheck(), List.of(), container.stopTimeout(), container.ports());
    }

    private RunningPlatform start() {
        return new RunningPlatform(folder, TestService.platform(new TestService("app"))).start();
    }
}
