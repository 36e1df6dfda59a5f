// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.Dependency;
import io.highlands.local.template.Dependency.Condition;
import io.highlands.local.template.HealthCheckSpec;
import io.highlands.local.template.RestartPolicy;

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

            assertThatThrownBy(() -> platform.runtime().awaitStable(RunningPlatform.TIMEOUT))
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

    @Test
    void restartsAContainerByItsOwnPolicyAndKeepsTheTask() {
        ContainerSpec plain = service.helper("sidecar", false, "exit 9");
        RestartPolicy always = new RestartPolicy(true, List.of(), Duration.ZERO);
        try (RunningPlatform platform = start(service.container(restarted(plain, always)))) {
            String id = platform.onlyTask("app").id();
            RunningPlatform.await("two restarts",
                    () -> platform.onlyTask("app").container("sidecar").restarts() >= 2);

            assertThat(platform.onlyTask("app").id()).isEqualTo(id);
        }
    }

    @Test
    void leavesAnIgnoredExitCodeAlone() {
        ContainerSpec plain = service.helper("sidecar", false, "exit 9");
        RestartPolicy others = new RestartPolicy(true, List.of(9), Duration.ZERO);
        try (RunningPlatform platform = start(service.container(restarted(plain, others)))) {
            RunningPlatform.await("the sidecar to end",
                    () -> platform.onlyTask("app").container("sidecar").status() == ContainerStatus.STOPPED);

            assertThat(platform.onlyTask("app").container("sidecar").restarts()).isZero();
        }
    }

    @Test
    void takesWhatPreparesFilesForTheDatadogAgentForDoneAtOnce() {
        ContainerSpec init = new ContainerSpec("datadog-agent-init", "public.ecr.aws/datadog/agent:7.84.6", null, false,
                Map.of(), Map.of(), List.of("cp -R /etc/datadog-agent/. /agent-config/"), List.of("/bin/sh", "-c"),
                null,
                List.of(), null, List.of(), Duration.ofSeconds(30), 128, null, 0, true, null, null, RestartPolicy.NONE);
        try (RunningPlatform platform = start(service.container(init).container(service.helper("after", false,
                "exit 0", new Dependency("datadog-agent-init", Condition.SUCCESS))))) {
            assertThat(platform.onlyTask("app").container("datadog-agent-init").exitCode()).isZero();
        }
    }

    @Test
    void takesTheDatadogAgentForRunningWithoutAProcess() {
        ContainerSpec agent = new ContainerSpec("datadog-agent", "public.ecr.aws/datadog/agent:7.84.6", null, false,
                Map.of(), Map.of(), List.of(), List.of(), null, List.of(),
                new HealthCheckSpec(List.of("CMD", "/probe.sh"), Duration.ofSeconds(10), Duration.ofSeconds(5), 3,
                        Duration.ofSeconds(60)),
                List.of(), Duration.ofSeconds(30), 256, null, 100, true, null, null, RestartPolicy.NONE);
        try (RunningPlatform platform = start(service.container(agent).container(service.helper("after", false,
                "exit 0", new Dependency("datadog-agent", Condition.HEALTHY))))) {
            ContainerSnapshot running = platform.onlyTask("app").container("datadog-agent");

            assertThat(running.status()).isEqualTo(ContainerStatus.RUNNING);
            assertThat(running.health()).isEqualTo(HealthStatus.HEALTHY);
            assertThat(running.pid()).isEqualTo(-1);
            assertThat(platform.runtime().coverage().entries())
                    .anyMatch(entry -> entry.property().equals("ContainerDefinitions[1].Image")
                            && entry.note().contains("built-in intake"));
        }
    }

    @Test
    void saysWhyAContainerCannotBeStarted() throws Exception {
        Files.delete(folder.resolve("images/app/target/image/app/launch"));
        Files.delete(folder.resolve("images/app/target/image/app"));
        try (RunningPlatform platform = new RunningPlatform(folder, TestService.platform(service))) {
            platform.runtime().start();

            assertThatThrownBy(() -> platform.runtime().awaitStable(RunningPlatform.TIMEOUT))
                    .isInstanceOf(EcsException.class).hasMessageContaining("app cannot be started: 3 tasks failed")
                    .hasMessageContaining("CannotStartContainerError").hasMessageNotContaining("\n");
        }
    }

    private static ContainerSpec restarted(ContainerSpec plain, RestartPolicy policy) {
        return new ContainerSpec(plain.name(), plain.image(), plain.repository(), plain.essential(),
                plain.environment(), plain.secrets(), plain.command(), plain.entryPoint(), null, plain.ports(), null,
                plain.dependsOn(), plain.stopTimeout(), plain.memoryMiB(), null, 0, true, null, null, policy);
    }

    private RunningPlatform start(TestService declared) {
        return new RunningPlatform(folder, TestService.platform(declared)).start();
    }
}
