// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.ecs.process.LogFile;
import io.highlands.local.ecs.process.ManagedProcess;
import io.highlands.local.ecs.process.ProcessSpec;

import static org.assertj.core.api.Assertions.assertThat;

class TaskLifeTest {

    @TempDir
    Path folder;

    private TestImages images;

    @BeforeEach
    void writeImages() {
        images = new TestImages(folder.resolve("images")).with("app", TestImages.HEALTHY);
    }

    @Test
    void startsATaskUntilItIsHealthy() {
        try (RunningPlatform platform = start(new TestService("app"))) {
            TaskSnapshot task = platform.onlyTask("app");

            assertThat(task.lastStatus()).isEqualTo(TaskStatus.RUNNING);
            assertThat(task.health()).isEqualTo(HealthStatus.HEALTHY);
            assertThat(RunningPlatform.process(task, "app").isAlive()).isTrue();
            assertThat(platform.messages("app")).containsExactly(
                    "(service app) has started 1 tasks: (task " + task.id() + ").",
                    "(service app) (deployment " + task.deployment() + ") deployment completed.",
                    "(service app) has reached a steady state.");
        }
    }

    @Test
    void leavesNothingWhenItIsClosed() {
        ProcessHandle process;
        try (RunningPlatform platform = start(new TestService("app").desired(2))) {
            process = RunningPlatform.process(platform.tasks("app").getFirst(), "app");
        }
        assertThat(process.isAlive()).isFalse();
        assertThat(folder.resolve("state/tasks")).isEmptyDirectory();
    }

    /** The events outlive the platform, and runbooks of the next look in them for tasks that ended themselves or that a user stopped. */
    @Test
    void anEndOfThePlatformIsNeitherAFailureOfATaskNorSomebodysStop() {
        List<EcsEvent> events = new CopyOnWriteArrayList<>();
        try (EcsRuntime runtime = new EcsRuntime(new EcsOptions(folder.resolve("state"), folder.resolve("images"),
                Path.of(System.getProperty("java.home"))).withLoadBalancerPort(0).withFirstSlot(150)
                .withEvents(events::add), TestService.platform(new TestService("app")))) {
            runtime.start();
            runtime.awaitStable(RunningPlatform.TIMEOUT);
        }

        assertThat(events.stream().filter(EcsEvent.TaskStateChange.class::isInstance)
                .map(event -> ((EcsEvent.TaskStateChange) event).task())
                .filter(task -> task.lastStatus() == TaskStatus.STOPPED))
                .singleElement().extracting(TaskSnapshot::stopCode).isEqualTo(StopCode.ServiceSchedulerInitiated);
    }

    @Test
    void canBeClosedWhileItStarts() {
        RunningPlatform platform = new RunningPlatform(folder, TestService.platform(new TestService("app").desired(3)));
        platform.runtime().start();
        RunningPlatform.await("a first task", () -> Files.isDirectory(folder.resolve("state/tasks")));
        platform.close();

        assertThat(folder.resolve("state/tasks")).isEmptyDirectory();
    }

    @Test
    void replacesATaskWhoseProcessWasKilled() {
        try (RunningPlatform platform = start(new TestService("app"))) {
            TaskSnapshot killed = platform.onlyTask("app");
            RunningPlatform.signal("KILL", killed, "app");
            TaskSnapshot next = platform.replacement("app", killed.id());
            TaskSnapshot stopped = platform.stoppedTask("app", killed.id());

            assertThat(next.health()).isEqualTo(HealthStatus.HEALTHY);
            assertThat(next.slot()).isNotEqualTo(killed.slot());
            assertThat(stopped.stopCode()).isEqualTo(StopCode.EssentialContainerExited);
            assertThat(stopped.stoppedReason()).isEqualTo("Essential container in task exited");
            assertThat(stopped.container("app").exitCode()).isEqualTo(137);
        }
    }

    @Test
    void replacesATaskThatIsFrozenAndStopsItOnlyThen() {
        try (RunningPlatform platform = start(new TestService("app").stopTimeout(Duration.ofSeconds(1)))) {
            TaskSnapshot frozen = platform.onlyTask("app");
            RunningPlatform.signal("STOP", frozen, "app");
            // A frozen process answers no health command; this one asks a file, so the file has to go.
            assertThat(folder.resolve("state/tasks/" + frozen.id() + "/tmp/healthy").toFile().delete()).isTrue();
            TaskSnapshot next = platform.replacement("app", frozen.id());
            TaskSnapshot stopped = platform.stoppedTask("app", frozen.id());

            assertThat(stopped.stopCode()).isEqualTo(StopCode.ServiceSchedulerInitiated);
            assertThat(stopped.stoppedReason()).isEqualTo("Task failed container health checks");
            assertThat(stopped.container("app").exitCode()).isEqualTo(137);
            assertThat(next.startedAt()).isBefore(stopped.stoppedAt());
        }
    }

    @Test
    void killsWhatOutlivesItsStopTimeout() {
        images.with("app", TestImages.STUBBORN);
        try (RunningPlatform platform = start(new TestService("app").stopTimeout(Duration.ofMillis(300)))) {
            TaskSnapshot task = platform.onlyTask("app");
            platform.runtime().stopTask(task.id().substring(0, 8), "asked for");
            TaskSnapshot stopped = platform.stoppedTask("app", task.id());

            assertThat(stopped.container("app").exitCode()).isEqualTo(137);
            assertThat(stopped.container("app").reason()).startsWith("killed after its stop timeout");
            assertThat(stopped.stopCode()).isEqualTo(StopCode.UserInitiated);
            assertThat(stopped.stoppedReason()).isEqualTo("asked for");
        }
    }

    @Test
    void givesTimeToEndAndKeepsTheLastLines() throws Exception {
        try (RunningPlatform platform = start(new TestService("app"))) {
            TaskSnapshot task = platform.onlyTask("app");
            platform.runtime().stopTask(task.id(), "asked for");

            assertThat(platform.stoppedTask("app", task.id()).container("app").exitCode()).isZero();
            assertThat(task.container("app").log()).hasContent("started app\nterminated\n");
            assertThat(TaskLogs.of(folder.resolve("state"), "app")).extracting(TaskLogs.Entry::file)
                    .contains(task.container("app").log());
        }
    }

    @Test
    void setsAsManyTasksAsAreAskedFor() throws Exception {
        try (RunningPlatform platform = new RunningPlatform(folder, Map.of("app", 2),
                TestService.platform(new TestService("app"))).start()) {
            assertThat(platform.tasks("app")).hasSize(2);
            platform.runtime().setDesiredCount("app", 3).get(20, TimeUnit.SECONDS);
            assertThat(platform.tasks("app")).hasSize(3);
            platform.runtime().setDesiredCount("app", 0).get(20, TimeUnit.SECONDS);
            RunningPlatform.await("all tasks to be STOPPED", () -> platform.tasks("app").isEmpty());
        }
    }

    @Test
    void endsWhatAKilledPlatformLeftBeforeItStarts() throws Exception {
        Path task = Files.createDirectories(folder.resolve("state/tasks/left"));
        ManagedProcess orphan = ManagedProcess.start(
                new ProcessSpec(List.of("/bin/sleep", "60"), Map.of(), folder), task.resolve("app.process"),
                new LogFile(folder.resolve("log"), LogFile.DEFAULT_SIZE), line -> {});
        try (RunningPlatform platform = start(new TestService("app"))) {
            assertThat(orphan.exit().get(5, TimeUnit.SECONDS)).isEqualTo(137);
            assertThat(platform.tasks("app")).hasSize(1);
            assertThat(task).doesNotExist();
        }
    }

    private RunningPlatform start(TestService service) {
        return new RunningPlatform(folder, TestService.platform(service)).start();
    }
}
