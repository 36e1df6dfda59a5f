// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.highlands.local.control.message.ClearRequest;
import io.highlands.local.control.message.ClearedFaults;
import io.highlands.local.control.message.FaultRequest;
import io.highlands.local.control.message.InjectedFault;
import io.highlands.local.ecs.EcsRuntime;
import io.highlands.local.fault.Fault;
import io.highlands.local.fault.FaultSpec;
import io.highlands.local.fault.Faults;
import io.highlands.local.fault.Holder;
import io.highlands.local.fault.effects.LocalFaults;
import io.highlands.local.fault.effects.Switches;
import io.highlands.local.load.BackgroundLoad;

/** The faults of the running platform, as the control interface injects, lists and clears them. */
final class FaultControl implements AutoCloseable {

    private final Faults faults;

    FaultControl(EcsRuntime runtime, Observability observability, BackgroundLoad load) {
        this.faults = new Faults(new LocalFaults(runtime, new Reached(observability, load)), Clock.systemUTC());
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

    /** Injects a fault. */
    InjectedFault inject(FaultRequest request) {
        return message(faults.inject(FaultSpec.parse(request.specification()), request.holder().map(Holder::parse),
                request.lasting().map(Fault::lasting)));
    }

    /** Clears one fault, or all. */
    ClearedFaults clear(ClearRequest request) {
        return new ClearedFaults(faults.clear(request.id()));
    }

    /** {@return what is injected now} */
    List<InjectedFault> list() {
        return faults.list().stream().map(FaultControl::message).toList();
    }

    /** {@return when the last of those that are over ended, if any is} */
    Optional<Instant> lastEnded() {
        return faults.lastEnded();
    }

    private static InjectedFault message(Fault fault) {
        return new InjectedFault(fault.id(), fault.spec().words(), fault.spec().kind().word(), fault.since(),
                InjectedFault.INJECTED, fault.tasks(), fault.until(), fault.holder().map(Holder::toString));
    }

    @Override
    public void close() {
        faults.close();
    }
}
