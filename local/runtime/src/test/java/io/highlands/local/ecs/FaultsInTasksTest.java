// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.fault.Fault;
import io.highlands.local.fault.FaultSpec;
import io.highlands.local.fault.Faults;
import io.highlands.local.fault.effects.LocalFaults;
import io.highlands.local.fault.effects.Switches;
import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.HealthCheckSpec;
import io.highlands.local.template.RestartPolicy;

import static io.highlands.local.ecs.RunningPlatform.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Faults in the tasks of a running service, with real processes. */
class FaultsInTasksTest {

    @TempDir
    Path folder;

    private RunningPlatform platform;

    private Faults faults;

    private final Others others = new Others();

    @BeforeEach
    void start() {
        new TestImages(folder.resolve("images")).with("app", TestImages.HEALTHY);
        ContainerSpec agent = new ContainerSpec("datadog-agent", "public.ecr.aws/datadog/agent:7.84.6", null, false,
                Map.of(), Map.of(), List.of(), List.of(), null, List.of(),
                new HealthCheckSpec(List.of("CMD", "/probe.sh"), Duration.ofMillis(100), Duration.ofSeconds(5), 3,
                        Duration.ofSeconds(60)),
                List.of(), Duration.ofSeconds(30), 256, null, 100, true, null, null, RestartPolicy.NONE);
        platform = new RunningPlatform(folder, TestService.platform(new TestService("app").container(agent)
                .healthCheck(new HealthCheckSpec(List.of("CMD", "/app/launch", "health"), Duration.ofSeconds(10),
                        Duration.ofSeconds(5), 2, Duration.ofSeconds(10)))))
                .start();
        faults = new Faults(new LocalFaults(platform.runtime(), others), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        faults.close();
        platform.close();
    }

    @Test
    void aKilledProcessIsReplacedByEcsAndThenTheFaultIsOver() {
        TaskSnapshot before = platform.onlyTask("app");

        assertThat(inject("kill-app app").tasks()).allMatch(before.id()::equals);

        platform.replacement("app", before.id());
        assertThat(faults.list()).isEmpty();
        assertThat(platform.stoppedTask("app", before.id()).container("app").exitCode()).isEqualTo(137);
    }

    @Test
    void aLostTaskIsReplacedByEcs() {
        TaskSnapshot before = platform.onlyTask("app");

        inject("lose-task app");

        assertThat(platform.stoppedTask("app", before.id()).stopCode()).isEqualTo(StopCode.TerminationNotice);
        await("the fault to be over", () -> faults.list().isEmpty());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFrozenProcessStandsStillUntilTheFaultIsCleared() {
        long pid = platform.onlyTask("app").container("app").pid();

        Fault fault = inject("freeze app");

        await("the process to stand still", () -> state(pid) == 'T');
        assertThat(fault.tasks()).containsExactly(platform.onlyTask("app").id());
        faults.clear(Optional.empty());
        await("the process to go on", () -> state(pid) != 'T');
    }

    @Test
    void aFrozenTaskThatIsReplacedTakesTheFaultWithIt() {
        TaskSnapshot frozen = platform.onlyTask("app");
        inject("freeze app");

        platform.runtime().stopTask(frozen.id(), "by hand");

        await("the fault to be over", () -> faults.list().isEmpty());
        await("a replacement", () -> platform.service("app").tasks().stream()
                .anyMatch(task -> task.lastStatus() == TaskStatus.RUNNING && !task.id().equals(frozen.id())));
    }

    @Test
    void stressIsAProcessOfTheTaskThatIsRecordedAndEndsWhenItIsCleared() throws IOException {
        inject("cpu-stress app cores=2");

        await("the process to be listed", () -> beside().isPresent());
        ProcessHandle stress = ProcessHandle.of(beside().orElseThrow().pid()).orElseThrow();
        await("two busy loops", () -> stress.children().count() == 2);
        List<ProcessHandle> all = stress.descendants().toList();
        try (var records = Files.list(folder.resolve("state/tasks").resolve(platform.onlyTask("app").id()))) {
            assertThat(records.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.matches("fault-injection-.*\\.process"));
        }

        faults.clear(Optional.empty());

        await("all of them to end", () -> !stress.isAlive() && all.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(beside()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void memoryStressHoldsAsManyMegabytesUntilItsTaskIsGone() {
        TaskSnapshot task = platform.onlyTask("app");
        inject("memory-stress app megabytes=100");
        await("the process to be listed", () -> beside().isPresent());
        ProcessHandle stress = ProcessHandle.of(beside().orElseThrow().pid()).orElseThrow();

        await("100 MiB",
                () -> stress.descendants().mapToLong(each -> resident(each.pid())).max().orElse(0) >= 100 << 20);
        List<ProcessHandle> all = stress.descendants().toList();
        platform.runtime().stopTask(task.id(), "by hand");

        await("all of them to end", () -> !stress.isAlive() && all.stream().noneMatch(ProcessHandle::isAlive));
        await("the fault to be over", () -> faults.list().isEmpty());
    }

    @Test
    void anAgentThatHangsBecomesUnhealthyAndTheTaskGoesOn() {
        TaskSnapshot task = platform.onlyTask("app");

        inject("agent-hang app");

        assertThat(others.lost).contains("app");
        await("the agent to be unhealthy", () -> agent().health() == HealthStatus.UNHEALTHY);
        assertThat(agent().status()).isEqualTo(ContainerStatus.RUNNING);
        faults.clear(Optional.empty());
        assertThat(agent().health()).isEqualTo(HealthStatus.HEALTHY);
        assertThat(others.lost).isEmpty();
        assertThat(platform.onlyTask("app").id()).isEqualTo(task.id());
    }

    @Test
    void anAgentThatIsGoneIsStoppedAndUnhealthyUntilItIsThereAgain() {
        inject("agent-dead app");

        await("the agent to be unhealthy", () -> agent().health() == HealthStatus.UNHEALTHY);
        assertThat(agent().status()).isEqualTo(ContainerStatus.STOPPED);
        assertThat(agent().exitCode()).isEqualTo(137);
        faults.clear(Optional.empty());
        assertThat(agent().status()).isEqualTo(ContainerStatus.RUNNING);
        assertThat(agent().restarts()).isEqualTo(1);
    }

    @Test
    void zeroTasksAreAsManyAsBeforeWhenItIsCleared() {
        inject("zero-tasks app");
        await("no task", () -> platform.tasks("app").isEmpty());
        assertThat(faults.list()).hasSize(1);

        faults.clear(Optional.empty());

        await("a task", () -> platform.service("app").stable() && platform.tasks("app").size() == 1);
    }

    @Test
    void zeroTasksThatSomebodyElseHasUndoneAreOverAndLeftAsTheyAre() {
        inject("zero-tasks app");

        platform.runtime().setDesiredCount("app", 2);

        assertThat(faults.list()).isEmpty();
        assertThat(platform.service("app").desired()).isEqualTo(2);
    }

    @Test
    void aReleaseThatCrashesIsRolledBackByEcsAndThenTheFaultIsOver() {
        inject("bad-release app how=crash");

        assertThat(platform.service("app").deployments().getFirst().taskDefinition()).isEqualTo("app:2");
        await("the release to be given up", () -> faults.list().isEmpty());
        assertThat(platform.service("app").deployments().getFirst().taskDefinition()).isEqualTo("app:1");
    }

    @Test
    void aReleaseIsReplacedByTheOneBeforeWhenItIsCleared() {
        inject("bad-release app how=unhealthy");

        faults.clear(Optional.empty());

        assertThat(platform.service("app").deployments().getFirst().taskDefinition()).isEqualTo("app:1");
        await("no task of the release", () -> platform.tasks("app").stream()
                .allMatch(task -> task.taskDefinition().equals("app:1")));
    }

    @Test
    void aReleaseOfAServiceThatCallsNobodyCannotCallWrongly() {
        assertThatThrownBy(() -> inject("bad-release app how=errors")).hasMessage("bad-release: app calls nobody, so "
                + "that its errors cannot be made; allowed: crash or unhealthy");
        assertThat(platform.service("app").deployments()).hasSize(1);
    }

    @Test
    void metricsAreRefusedByTheAccessKeysOfThePresentTasks() {
        inject("metrics-refused app");

        assertThat(others.refused).containsExactly(AwsEnvironment.accessKey(platform.onlyTask("app").id()));
        faults.clear(Optional.empty());
        assertThat(others.refused).isEmpty();
    }

    @Test
    void aSurgeGivesTheFormerRateBackUnlessSomebodyHasChangedIt() {
        inject("surge rate=50");
        assertThat(others.rate).isEqualTo(50);
        faults.clear(Optional.empty());
        assertThat(others.rate).isEqualTo(2);

        inject("surge rate=50");
        others.rate = 10;
        assertThat(faults.list()).isEmpty();
        assertThat(others.rate).isEqualTo(10);
    }

    @Test
    void whatIsNotThereCannotBeDisturbed() {
        assertThatThrownBy(() -> inject("freeze other")).hasMessage("no service 'other'; there are: app");
        assertThatThrownBy(() -> inject("latency other:app delay=1s"))
                .hasMessage("no service 'other'; there are: app");
        inject("zero-tasks app");
        await("no task", () -> platform.tasks("app").isEmpty());
        assertThatThrownBy(() -> inject("freeze app")).hasMessage("app has no task now");
        assertThatThrownBy(() -> inject("zero-tasks app"))
                .hasMessage("zero-tasks: the desired count of app is 0 already");
    }

    private Fault inject(String words) {
        return faults.inject(FaultSpec.parse(words), Optional.empty(), Optional.empty());
    }

    private Optional<ContainerSnapshot> beside() {
        return platform.onlyTask("app").containers().stream().filter(each -> each.name().equals(Beside.NAME))
                .findFirst();
    }

    private ContainerSnapshot agent() {
        return platform.onlyTask("app").container("datadog-agent");
    }

    /** The letter that Linux has for what a process does. */
    private static char state(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2);
        } catch (IOException gone) {
            return '-';
        }
    }

    private static long resident(long pid) {
        try {
            return Long.parseLong(Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ")[1]) * 4096;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** What is not a task, as far as these faults reach it. */
    private static final class Others implements Switches {

        private double rate = 2;
        private Set<String> refused = Set.of();
        private String lost = "";

        @Override
        public double load() {
            return rate;
        }

        @Override
        public void load(double perSecond) {
            rate = perSecond;
        }

        @Override
        public void storeFull(boolean full) {
            throw new AssertionError("the store is not concerned");
        }

        @Override
        public Runnable refuse(Set<String> accessKeys, String operation) {
            assertThat(operation).isEqualTo("cloudwatch:PutMetricData");
            refused = accessKeys;
            return () -> refused = Set.of();
        }

        @Override
        public Runnable loseSpans(String service) {
            lost = service;
            return () -> lost = "";
        }
    }
}
