// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.ClearRequest;
import io.highlands.local.control.message.ClearedFaults;
import io.highlands.local.control.message.DrillRequest;
import io.highlands.local.control.message.DrillStatus;
import io.highlands.local.control.message.FaultRequest;
import io.highlands.local.control.message.InjectedFault;
import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.fault.Fault;
import io.highlands.local.fault.FaultSpec;
import io.highlands.local.fault.Faults;
import io.highlands.local.fault.Holder;
import io.highlands.local.fault.Injection;
import io.highlands.local.fault.effects.LocalFaults;
import io.highlands.local.fault.effects.Switches;
import io.highlands.local.load.BackgroundLoad;

/** The faults of the running platform, as the control interface injects, lists and clears them. */
final class FaultControl implements AutoCloseable {

    private final Faults faults;
    private final DrillControl drill;
    /** Held while a fault is injected or a drill begins, as neither may come beside a drill. */
    private final Object beginning = new Object();

    FaultControl(EcsRuntime runtime, Observability observability, BackgroundLoad load) {
        this(new LocalFaults(runtime, new Reached(observability, load)), Clock.systemUTC());
    }

    FaultControl(Function<FaultSpec, Injection> injector, InstantSource clock) {
        this.faults = new Faults(injector, clock);
        this.drill = new DrillControl(injector, clock);
    }

    private record Reached(Observability observability, BackgroundLoad background) implements Switches {

        @Override
        public double load() {
            return background.perSecond();
        }

        @Override
        public void load(double perSecond) {
            background.set(perSecond);
        }

        @Override
        public void storeFull(boolean full) {
            observability.storeFull(full);
        }

        @Override
        public Runnable refuse(Set<String> accessKeys, String operation) {
            return observability.refuse(accessKeys, operation);
        }

        @Override
        public Runnable loseSpans(String service) {
            return observability.tracing().lose(service);
        }
    }

    /** Injects a fault, which needs a platform without a drill. */
    InjectedFault inject(FaultRequest request) {
        synchronized (beginning) {
            if (drill.holder().isPresent()) {
                throw new ControlException("a drill runs; inject once it has ended");
            }
            return message(faults.inject(FaultSpec.parse(request.specification()),
                    request.holder().map(Holder::parse), request.lasting().map(Fault::lasting)));
        }
    }

    /** Clears one fault, or all but those of a drill. */
    ClearedFaults clear(ClearRequest request) {
        request.id().filter(InjectedFault.DRILL::equals).flatMap(id -> drill.holder()).ifPresent(holder -> {
            throw new ControlException("the faults of a drill end by their mitigation, and with the drill: "
                    + "give-up ends it in its terminal, or: kill " + holder.pid());
        });
        return new ClearedFaults(faults.clear(request.id()));
    }

    /** Begins a drill, which needs a platform without faults. */
    DrillStatus begin(DrillRequest request) {
        synchronized (beginning) {
            List<Fault> injected = faults.list();
            if (!injected.isEmpty()) {
                throw new ControlException(
                        "a fault is injected already: %s; clear it first with: highlands fault clear"
                                .formatted(injected.getFirst().spec().words()));
            }
            return drill.begin(request);
        }
    }

    /** {@return the drill that runs} */
    DrillControl drill() {
        return drill;
    }

    /** {@return what is injected now; one entry stands for all faults of a drill} */
    List<InjectedFault> list() {
        return Stream.concat(faults.list().stream().map(FaultControl::message), drill.entry().stream()).toList();
    }

    /** {@return when the last of those that are over ended, if any is; of a drill, once it is over} */
    Optional<Instant> lastEnded() {
        return Stream.concat(faults.lastEnded().stream(), drill.lastEnded().stream()).max(Instant::compareTo);
    }

    private static InjectedFault message(Fault fault) {
        return new InjectedFault(fault.id(), fault.spec().words(), fault.spec().kind().word(), fault.since(),
                InjectedFault.INJECTED, fault.tasks(), fault.until(), fault.holder().map(Holder::toString));
    }

    @Override
    public void close() {
        drill.close();
        faults.close();
    }
}
