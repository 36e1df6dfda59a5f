// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.Dependency;
import io.highlands.local.template.Dependency.Condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContainerOrderTest {

    @TempDir
    Path folder;

    private final TestService service = new TestService("app");

    @BeforeEach
    void writeImages() {
        new TestImages(folder.resolve("images")).with("app", TestImages.HEALTHY);
    }

    @Test
    void startsAHelperWhenTheServiceIsHealthyAndIsRunningOnlyThen() {
        try (RunningPlatform platform = start(
                service.container(service.helper("ready", false, "test -f $TMPDIR/healthy",
                        new Dependency("app", Condition.HEALTHY))))) {
            TaskSnapshot task = platform.onlyTask("app");
            RunningPlatform.await("the helper to end",
                    () -> platform.onlyTask("app").container("ready").status() == ContainerStatus.STOPPED);

            assertThat(platform.onlyTask("app").container("ready").exitCode()).isZero();
            assertThat(platform.onlyTask("app").lastStatus()).isEqualTo(TaskStatus.RUNNING);
            assertThat(platform.onlyTask("app").id()).isEqualTo(task.id());
        }
    }

    @Test
    void startsInTheOrderOfTheDependencies() throws Exception {
        try (RunningPlatform platform = start(
                service.container(service.helper("third", false, "echo third >>$TMPDIR/order",
                        new Dependency("second", Condition.COMPLETE)))
                        .container(service.helper("second", false, "echo second >>$TMPDIR/order; exit 1",
                                new Dependency("first", Condition.SUCCESS)))
                        .container(service.helper("first", false, "echo first >>$TMPDIR/order",
                                new Dependency("app", Condition.START))))) {
            String id = platform.onlyTask("app").id();
            RunningPlatform.await("the last helper to end",
                    () -> platform.onlyTask("app").container("third").status() == ContainerStatus.STOPPED);

            assertThat(Files.readAllLines(folder.resolve("state/tasks/" + id + "/tmp/order")))
                    .isEqualTo(List.of("first", "second", "third"));
        }
    }

    @Test
    void givesUpWhenADependencyCanNoLongerBeMet() {
        try (RunningPlatform platform = new RunningPlatform(folder, TestService.platform(
                service.container(service.helper("failing", false, "exit 4"))
                        .container(service.helper("waiting", false, "exit 0",
                                new Dependency("failing", Condition.SUCCESS)))))) {
            platform.runtime().start();

            assertThatThrownBy(() -> platform.runtime().awaitStable(RunningPlatform.PATIENCE))
                    .hasMessageContaining("app cannot be started: 3 tasks failed");
            assertThat(platform.service("app").tasks())
                    .anyMatch(task -> "Container 'waiting' cannot start: 'failing' did not reach SUCCESS"
                            .equals(task.stoppedReason()));
        }
    }

    @Test
    void stopsAContainerAfterThoseThatNeedIt() throws Exception {
        String order = folder.resolve("order").toString();
        String waiting = "trap 'echo %s >>" + order + "; exit 0' TERM; while :; do sleep 0.02; done";
        try (RunningPlatform platform = start(service
                .container(service.helper("base", false, waiting.formatted("base")))
                .container(service.helper("top", false, waiting.formatted("top"),
                        new Dependency("base", Condition.START))))) {
            platform.runtime().stopTask(platform.onlyTask("app").id(), "asked for");
            RunningPlatform.await("both to end", () -> Files.exists(Path.of(order))
                    && platform.tasks("app").size() == 1 && platform.service("app").stable());
        }
        assertThat(Files.readAllLines(Path.of(order)).subList(0, 2)).containsExactly("top", "base");
    }

    @Test
    void survivesTheEndOfAContainerThatIsNotEssential() {
        try (RunningPlatform platform = start(service.container(service.helper("sidecar", false, "exit 9")))) {
            RunningPlatform.await("the sidecar to end",
                    () -> platform.onlyTask("app").container("sidecar").status() == ContainerStatus.STOPPED);

            assertThat(platform.onlyTask("app").container("sidecar").exitCode()).isEqualTo(9);
            assertThat(platform.onlyTask("app").lastStatus()).isEqualTo(TaskStatus.RUNNING);
        }
    }

    private RunningPlatform start(TestService declared) {
        return new RunningPlatform(folder, TestService.platform(declared)).start();
    }
}
