// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.platform;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.highlands.local.console.drill.RunningDrill;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.DrillRequest;
import io.highlands.local.control.message.DrillStatus;
import io.highlands.local.control.message.InjectedFault;
import io.highlands.local.fault.Fault;
import io.highlands.local.fault.FaultSpec;
import io.highlands.local.fault.Faults;
import io.highlands.local.fault.Holder;
import io.highlands.local.fault.Injection;

/**
 * The drill that runs, if one does. Its faults are injected as others are, and are in no list: one entry says that a drill
 * runs. It ends when it is told to, with its holder, and with the platform; its faults end with it. Where one cannot be
 * cleared, the drill stays, and clearing it is tried again.
 */
final class DrillControl implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DrillControl.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Function<FaultSpec, Injection> injector;
    private final InstantSource clock;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("drill").factory());
    private Optional<Running> running = Optional.empty();
    private Optional<Instant> lastEnded = Optional.empty();
    /** Whether the drill is over, and still has faults. */
    private boolean ending;
    private boolean closed;

    /**
     * A drill.
     *
     * @param faults its faults
     * @param ids of all of them, in the order of the request
     * @param ended when each ended
     */
    private record Running(Instant since, Holder holder, Faults faults, List<String> ids,
            List<Optional<Instant>> ended) {

        void look() {
            List<String> injected = faults.list().stream().map(Fault::id).toList();
            for (int i = 0; i < ids.size(); i++) {
                if (ended.get(i).isEmpty() && !injected.contains(ids.get(i))) {
                    ended.set(i, faults.lastEnded());
                }
            }
        }

        DrillStatus status() {
            return new DrillStatus(since, ended.stream().map(DrillStatus.HiddenFault::new).toList());
        }
    }

    /**
     * No drill runs yet.
     *
     * @param injector injects a fault
     * @param clock what time it is
     */
    DrillControl(Function<FaultSpec, Injection> injector, InstantSource clock) {
        this.injector = injector;
        this.clock = clock;
        watch.scheduleWithFixedDelay(this::watch, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Begins a drill: all of its faults, or none.
     *
     * @throws ControlException where one runs already
     * @throws io.highlands.local.fault.FaultException where a fault cannot be injected
     */
    synchronized DrillStatus begin(DrillRequest request) {
        look();
        if (closed) {
            throw new ControlException("the platform is being stopped");
        }
        if (ending) {
            throw new ControlException(
                    "the drill before has faults that cannot be cleared yet, see the platform's log; try again");
        }
        if (running.isPresent()) {
            throw new ControlException("a drill runs since %s, held by process %d; end it there with: give-up"
                    .formatted(running.get().since(), running.get().holder().pid()));
        }
        List<FaultSpec> specs = request.specifications().stream().map(FaultSpec::parse).toList();
        Holder holder = Holder.parse(request.holder());
        Faults faults = new Faults(injector, clock);
        List<String> ids = new ArrayList<>();
        List<Optional<Instant>> ended = new ArrayList<>();
        try {
            for (FaultSpec spec : specs) {
                ids.add(faults.inject(spec, Optional.of(holder), Optional.empty()).id());
                ended.add(Optional.empty());
            }
        } catch (RuntimeException e) {
            running = Optional.of(new Running(clock.instant(), holder, faults, ids, ended));
            stopQuietly();
            throw e;
        }
        running = Optional.of(new Running(clock.instant(), holder, faults, ids, ended));
        return running.get().status();
    }

    /**
     * {@return the drill that runs}
     *
     * @throws ControlException where none does
     */
    synchronized DrillStatus status() {
        return require().status();
    }

    /**
     * Ends the drill that runs, with its faults.
     *
     * @return the drill as it was before
     * @throws ControlException where none runs
     * @throws io.highlands.local.fault.FaultException where a fault cannot be cleared, which is tried again
     */
    synchronized DrillStatus end() {
        DrillStatus status = require().status();
        stop();
        return status;
    }

    /** {@return the entry that stands for the faults of a drill, while one runs} */
    synchronized Optional<InjectedFault> entry() {
        look();
        return running.map(drill -> new InjectedFault(InjectedFault.DRILL,
                ending ? "a drill has ended, its faults are being cleared" : "a drill runs, its faults are hidden",
                InjectedFault.DRILL, drill.since(), InjectedFault.INJECTED, List.of(), Optional.empty(),
                Optional.empty()));
    }

    /** {@return the process that holds the drill, while one runs} */
    synchronized Optional<Holder> holder() {
        look();
        return running.map(Running::holder);
    }

    /** {@return the drill as the console tells of it, while one runs} */
    synchronized Optional<RunningDrill> running() {
        look();
        return running.filter(drill -> !ending).map(drill -> new RunningDrill(drill.holder().pid(), drill.since()));
    }

    /** {@return when the last fault of a drill that is over ended, if any is; that of one that runs would tell of it} */
    synchronized Optional<Instant> lastEnded() {
        look();
        return lastEnded;
    }

    private Running require() {
        look();
        return running.orElseThrow(() -> new ControlException("no drill runs; begin one with: highlands drill"));
    }

    private synchronized void watch() {
        try {
            if (ending) {
                stop();
            } else {
                look();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the drill: {0}", e.getMessage());
        }
    }

    private synchronized void look() {
        if (ending) {
            return;
        }
        running.ifPresent(drill -> {
            if (drill.holder().isAlive()) {
                drill.look();
            } else {
                stopQuietly();
            }
        });
    }

    private void stopQuietly() {
        try {
            stop();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the drill: {0}", e.getMessage());
        }
    }

    private void stop() {
        running.ifPresent(drill -> {
            ending = true;
            drill.faults().clear(Optional.empty());
            forget(drill);
        });
    }

    private void forget(Running drill) {
        drill.faults().close();
        lastEnded = drill.faults().lastEnded();
        running = Optional.empty();
        ending = false;
    }

    @Override
    public void close() {
        watch.shutdownNow();
        synchronized (this) {
            closed = true;
            running.ifPresent(this::forget);
        }
    }
}
