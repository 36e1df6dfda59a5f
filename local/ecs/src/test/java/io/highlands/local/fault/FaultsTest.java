// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.highlands.local.ecs.process.Until;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** What was done, in order. */
    private final List<String> done = new CopyOnWriteArrayList<>();

    private volatile Instant now = START;

    private final Faults faults = new Faults(this::inject, () -> now);

    private volatile boolean tasksGone;

    private volatile boolean stuck;

    @AfterEach
    void close() {
        faults.close();
    }

    @Test
    void aFaultIsListedUntilItIsCleared() {
        Fault fault = inject("freeze service-a", null, null);

        assertThat(faults.list()).containsExactly(fault);
        assertThat(fault.tasks()).containsExactly("task-1");
        assertThat(fault.since()).isEqualTo(START);
        assertThat(faults.clear(Optional.of(fault.id()))).containsExactly(fault.id());
        assertThat(faults.list()).isEmpty();
        assertThat(done).containsExactly("inject freeze service-a", "clear freeze service-a");
    }

    @Test
    void allAreClearedTheLastOneFirst() {
        inject("freeze service-a", null, null);
        inject("zero-tasks service-a", null, null);

        assertThat(faults.clear(Optional.empty())).hasSize(2);
        assertThat(done).endsWith("clear zero-tasks service-a", "clear freeze service-a");
    }

    @Test
    void whenTheLastOneEndedIsKnown() {
        inject("freeze service-a", null, Duration.ofMinutes(5));
        inject("zero-tasks service-a", null, null);

        assertThat(faults.lastEnded()).isEmpty();
        now = START.plus(Duration.ofMinutes(5));
        assertThat(faults.lastEnded()).contains(now);
        now = START.plus(Duration.ofMinutes(6));
        faults.clear(Optional.empty());
        assertThat(faults.lastEnded()).contains(now);
    }

    @Test
    void anUnknownIdIsRefused() {
        assertThatThrownBy(() -> faults.clear(Optional.of("f9"))).hasMessage("no fault 'f9'; there are: none");
    }

    @Test
    void aFaultIsClearedAfterItsTime() {
        inject("freeze service-a", null, Duration.ofMinutes(5));

        now = START.plus(Duration.ofMinutes(5)).minusMillis(1);
        assertThat(faults.list()).hasSize(1);
        now = START.plus(Duration.ofMinutes(5));
        assertThat(faults.list()).isEmpty();
        assertThat(done).endsWith("clear freeze service-a");
    }

    @Test
    void aFaultWhoseTasksAreGoneIsOver() {
        inject("freeze service-a", null, null);

        tasksGone = true;

        assertThat(faults.list()).isEmpty();
    }

    @Test
    void aFaultEndsWithItsHolderThoughItWasKilledAndNobodyAsks() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        inject("freeze service-a", holder(process), null);
        assertThat(faults.list()).hasSize(1);

        process.destroyForcibly().waitFor();

        Until.holds("the fault is cleared", () -> done.contains("clear freeze service-a"));
        assertThat(faults.list()).isEmpty();
    }

    @Test
    void aProcessThatGotTheNumberOfTheHolderIsNotTheHolder() {
        Holder self = Holder.current();

        assertThat(self.isAlive()).isTrue();
        assertThat(Holder.parse(self.toString()).isAlive()).isTrue();
        assertThat(new Holder(self.pid(), self.startMillis() - 60_000).isAlive()).isFalse();
    }

    @Test
    void aHolderThatIsGoneAlreadyIsRefused() {
        Holder gone = new Holder(Holder.current().pid(), 1);

        assertThatThrownBy(() -> inject("freeze service-a", gone, null))
                .hasMessage("holder " + gone + ": no such process runs");
        assertThatThrownBy(() -> Holder.parse("me")).hasMessage("holder 'me': allowed is PID:STARTMILLIS");
        assertThat(done).isEmpty();
    }

    @Test
    void whatCannotBeClearedIsSaidAndStays() {
        inject("freeze service-a", null, null);
        stuck = true;

        assertThatThrownBy(() -> faults.clear(Optional.empty()))
                .hasMessage("fault 'freeze service-a' cannot be cleared: it is stuck");
        stuck = false;
        assertThat(faults.list()).hasSize(1);
        assertThat(faults.clear(Optional.empty())).hasSize(1);
    }

    @Test
    void theEndOfThePlatformClearsEverythingAndTakesNothingMore() {
        inject("freeze service-a", null, null);

        faults.close();

        assertThat(done).endsWith("clear freeze service-a");
        assertThatThrownBy(() -> inject("freeze service-a", null, null)).hasMessage("the platform is being stopped");
    }

    private static Holder holder(Process process) {
        return new Holder(process.pid(), process.info().startInstant().orElseThrow().toEpochMilli());
    }

    private Fault inject(String words, Holder holder, Duration lasts) {
        return faults.inject(FaultSpec.parse(words), Optional.ofNullable(holder), Optional.ofNullable(lasts));
    }

    private Injection inject(FaultSpec spec) {
        done.add("inject " + spec.words());
        return new Injection() {

            @Override
            public List<String> tasks() {
                return List.of("task-1");
            }

            @Override
            public boolean isOver() {
                return tasksGone;
            }

            @Override
            public void clear() {
                if (stuck) {
                    throw new IllegalStateException("it is stuck");
                }
                done.add("clear " + spec.words());
            }
        };
    }
}
