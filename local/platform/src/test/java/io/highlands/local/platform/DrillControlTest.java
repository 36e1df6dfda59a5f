// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.ClearRequest;
import io.highlands.local.control.message.DrillRequest;
import io.highlands.local.control.message.FaultRequest;
import io.highlands.local.control.message.InjectedFault;
import io.highlands.local.fault.FaultException;
import io.highlands.local.fault.FaultSpec;
import io.highlands.local.fault.Holder;
import io.highlands.local.fault.Injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is seen of a drill, and what ends it. */
class DrillControlTest {

    private static final String SLOW = "latency service-b:service-c delay=3s";
    private static final String BUSY = "cpu-stress service-a";

    /** The faults that work, in words; a mitigation takes one away. */
    private final List<String> working = new CopyOnWriteArrayList<>();

    /** How often a fault is looked at and cannot be, and whether it can be cleared. */
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean blind;
    private volatile boolean stuck;

    private final FaultControl faults = new FaultControl(new Injector(), Clock.systemUTC());

    private final class Injector implements Function<FaultSpec, Injection> {

        @Override
        public Injection apply(FaultSpec spec) {
            if (spec.service().equals("service-x")) {
                throw new FaultException("service-x has no task now");
            }
            working.add(spec.words());
            return new Injection() {

                @Override
                public List<String> tasks() {
                    return List.of("0af7651916cd43dd8448eb211c80319c");
                }

                @Override
                public boolean isOver() {
                    if (blind) {
                        looks.incrementAndGet();
                        throw new IllegalStateException("the platform is busy");
                    }
                    return !working.contains(spec.words());
                }

                @Override
                public void clear() {
                    if (stuck) {
                        throw new FaultException("no revision is active");
                    }
                    working.remove(spec.words());
                }
            };
        }
    }

    @AfterEach
    void close() {
        stuck = false;
        faults.close();
    }

    @Test
    void theConsoleIsToldWhoseProcessRunsItAndNoFault() {
        assertThat(faults.drill().running()).isEmpty();

        begin(SLOW);

        assertThat(faults.drill().running()).hasValueSatisfying(drill -> {
            assertThat(drill.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(drill.toString()).doesNotContain("latency", "service-b");
        });
    }

    private void begin(String... specifications) {
        faults.begin(new DrillRequest(List.of(specifications), Holder.current().toString()));
    }

    @Test
    void oneEntryStandsForAllFaultsAndNamesNone() {
        begin(SLOW, BUSY);

        assertThat(working).containsExactly(SLOW, BUSY);
        assertThat(faults.list()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(InjectedFault.DRILL);
            assertThat(entry.toString()).doesNotContain("latency", "cpu", "service-", "0af765");
        });
    }

    @Test
    void thatAFaultHasEndedIsToldToTheDrillAndToNobodyElse() {
        begin(SLOW, BUSY);

        working.remove(SLOW);

        await(() -> faults.drill().status().faults().getFirst().ended().isPresent());
        assertThat(faults.drill().status().faults().getLast().ended()).isEmpty();
        assertThat(faults.list()).hasSize(1);
        assertThat(faults.lastEnded()).isEmpty();
    }

    @Test
    void endedItLeavesNoFaultAndItsEndIsSeen() {
        begin(SLOW, BUSY);

        faults.drill().end();

        assertThat(working).isEmpty();
        assertThat(faults.list()).isEmpty();
        assertThat(faults.lastEnded()).isPresent();
        assertThatThrownBy(() -> faults.drill().status()).isInstanceOf(ControlException.class)
                .hasMessage("no drill runs; begin one with: highlands drill");
    }

    @Test
    void itEndsWithTheProcessThatHoldsIt() throws Exception {
        Process holder = new ProcessBuilder("sleep", "60").start();
        long started = holder.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        faults.begin(new DrillRequest(List.of(SLOW), holder.pid() + ":" + started));

        holder.destroyForcibly().waitFor();

        await(working::isEmpty);
        assertThat(faults.list()).isEmpty();
    }

    @Test
    void itEndsWithThePlatform() {
        begin(SLOW);

        faults.close();

        assertThat(working).isEmpty();
    }

    @Test
    void whereOneOfItsFaultsCannotBeInjectedNoneIs() {
        assertThatThrownBy(() -> begin(SLOW, "cpu-stress service-x")).hasMessage("service-x has no task now");

        assertThat(working).isEmpty();
        assertThat(faults.list()).isEmpty();
    }

    @Test
    void aSecondDrillIsRefused() {
        begin(SLOW);

        assertThatThrownBy(() -> begin(BUSY)).isInstanceOf(ControlException.class)
                .hasMessageMatching("a drill runs since \\S+, held by process \\d+; end it there with: give-up");
        assertThat(working).containsExactly(SLOW);
    }

    @Test
    void besideAnInjectedFaultItIsRefused() {
        faults.inject(new FaultRequest(BUSY, Optional.empty(), Optional.empty()));

        assertThatThrownBy(() -> begin(SLOW)).isInstanceOf(ControlException.class).hasMessage(
                "a fault is injected already: cpu-stress service-a; clear it first with: highlands fault clear");
    }

    @Test
    void clearingAllFaultsDoesNotEndIt() {
        begin(SLOW);

        assertThat(faults.clear(new ClearRequest(Optional.empty())).cleared()).isEmpty();
        assertThatThrownBy(() -> faults.clear(new ClearRequest(Optional.of("drill"))))
                .isInstanceOf(ControlException.class).hasMessageStartingWith("the faults of a drill end by")
                .hasMessageEndingWith("or: kill " + ProcessHandle.current().pid());
        assertThat(working).containsExactly(SLOW);
    }

    @Test
    void besideADrillAFaultIsRefusedAsIsThatOfARehearsal() {
        begin(SLOW);

        assertThatThrownBy(() -> faults.inject(new FaultRequest(BUSY, Optional.of(Holder.current().toString()),
                Optional.empty()))).isInstanceOf(ControlException.class)
                .hasMessage("a drill runs; inject once it has ended");
        assertThat(working).containsExactly(SLOW);
    }

    @Test
    void aFaultThatCannotBeClearedIsNotForgottenAndIsClearedOnceItCanBe() {
        begin(SLOW, BUSY);
        blind = true;
        await(() -> looks.get() > 4);
        blind = false;
        stuck = true;

        assertThatThrownBy(() -> faults.drill().end()).isInstanceOf(FaultException.class)
                .hasMessageContaining("no revision is active");

        assertThat(faults.list()).singleElement().extracting(InjectedFault::specification)
                .isEqualTo("a drill has ended, its faults are being cleared");
        assertThatThrownBy(() -> begin(SLOW)).isInstanceOf(ControlException.class)
                .hasMessageStartingWith("the drill before has faults that cannot be cleared yet");
        stuck = false;
        await(() -> faults.list().isEmpty());
        assertThat(working).isEmpty();
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("within 20 s").isBefore(end);
            Thread.onSpinWait();
        }
    }
}
