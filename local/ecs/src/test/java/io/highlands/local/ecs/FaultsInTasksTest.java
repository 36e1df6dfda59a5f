// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import io.highlands.local.fault.Fault;
import io.highlands.local.fault.Faults;

import static io.highlands.local.ecs.RunningPlatform.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Faults in the tasks of a running service, with real processes. */
class FaultsInTasksTest extends WithFaultKit {

    @Test
    void aKilledProcessIsReplacedByEcsAndThenTheFaultIsOver() {
        TaskSnapshot before = kit.platform.onlyTask("app");

        assertThat(kit.inject("kill-app app").tasks()).allMatch(before.id()::equals);

        kit.platform.replacement("app", before.id());
        assertThat(kit.faults.list()).isEmpty();
        assertThat(kit.platform.stoppedTask("app", before.id()).container("app").exitCode()).isEqualTo(137);
    }

    @Test
    void aLostTaskIsReplacedByEcs() {
        TaskSnapshot before = kit.platform.onlyTask("app");

        kit.inject("lose-task app");

        assertThat(kit.platform.stoppedTask("app", before.id()).stopCode()).isEqualTo(StopCode.TerminationNotice);
        await("the fault to be over", () -> kit.faults.list().isEmpty());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFrozenProcessStandsStillUntilTheFaultIsCleared() {
        long pid = kit.platform.onlyTask("app").container("app").pid();

        Fault fault = kit.inject("freeze app");

        await("the process to stand still", () -> state(pid) == 'T');
        assertThat(fault.tasks()).containsExactly(kit.platform.onlyTask("app").id());
        kit.faults.clear(Optional.empty());
        await("the process to go on", () -> state(pid) != 'T');
    }

    @Test
    void aFrozenTaskThatIsReplacedTakesTheFaultWithIt() {
        TaskSnapshot frozen = kit.platform.onlyTask("app");
        kit.inject("freeze app");

        kit.platform.runtime().stopTask(frozen.id(), "by hand");

        await("the fault to be over", () -> kit.faults.list().isEmpty());
        await("a replacement", () -> kit.platform.service("app").tasks().stream()
                .anyMatch(task -> task.lastStatus() == TaskStatus.RUNNING && !task.id().equals(frozen.id())));
    }

    @Test
    void stressIsAProcessOfTheTaskThatIsRecordedAndEndsWhenItIsCleared() throws IOException {
        kit.inject("cpu-stress app cores=2");

        await("the process to be listed", () -> injected().isPresent());
        ProcessHandle stress = ProcessHandle.of(injected().orElseThrow().pid()).orElseThrow();
        await("two busy loops", () -> stress.children().count() == 2);
        List<ProcessHandle> all = stress.descendants().toList();
        try (var records = Files.list(folder.resolve("state/tasks").resolve(kit.platform.onlyTask("app").id()))) {
            assertThat(records.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.matches("fault-injection-.*\\.process"));
        }

        kit.faults.clear(Optional.empty());

        await("all of them to end", () -> !stress.isAlive() && all.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(injected()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void memoryStressHoldsAsManyMegabytesUntilItsTaskIsGone() {
        TaskSnapshot task = kit.platform.onlyTask("app");
        kit.inject("memory-stress app megabytes=100");
        await("the process to be listed", () -> injected().isPresent());
        ProcessHandle stress = ProcessHandle.of(injected().orElseThrow().pid()).orElseThrow();

        await("100 MiB",
                () -> stress.descendants().mapToLong(each -> resident(each.pid())).max().orElse(0) >= 100 << 20);
        List<ProcessHandle> all = stress.descendants().toList();
        kit.platform.runtime().stopTask(task.id(), "by hand");

        await("all of them to end", () -> !stress.isAlive() && all.stream().noneMatch(ProcessHandle::isAlive));
        await("the fault to be over", () -> kit.faults.list().isEmpty());
    }

    @Test
    void anAgentThatHangsBecomesUnhealthyAndTheTaskGoesOn() {
        TaskSnapshot task = kit.platform.onlyTask("app");

        kit.inject("agent-hang app");

        assertThat(kit.others.lost).contains("app");
        await("the agent to be unhealthy", () -> agent().health() == HealthStatus.UNHEALTHY);
        assertThat(agent().status()).isEqualTo(ContainerStatus.RUNNING);
        kit.faults.clear(Optional.empty());
        assertThat(agent().health()).isEqualTo(HealthStatus.HEALTHY);
        assertThat(kit.others.lost).isEmpty();
        assertThat(kit.platform.onlyTask("app").id()).isEqualTo(task.id());
    }

    @Test
    void anAgentThatIsGoneIsStoppedAndUnhealthyUntilItIsThereAgain() {
        kit.inject("agent-dead app");

        await("the agent to be unhealthy", () -> agent().health() == HealthStatus.UNHEALTHY);
        assertThat(agent().status()).isEqualTo(ContainerStatus.STOPPED);
        assertThat(agent().exitCode()).isEqualTo(137);
        kit.faults.clear(Optional.empty());
        assertThat(agent().status()).isEqualTo(ContainerStatus.RUNNING);
        assertThat(agent().restarts()).isEqualTo(1);
    }

    private Optional<ContainerSnapshot> injected() {
        return kit.platform.onlyTask("app").containers().stream()
                .filter(ContainerSnapshot::isInjected)
                .findFirst();
    }

    private ContainerSnapshot agent() {
        return kit.platform.onlyTask("app").container("datadog-agent");
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
}
