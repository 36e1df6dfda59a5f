// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.fault;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The faults that are injected now. A fault ends when it is cleared, when its time or its holder is over, and when the tasks
 * that it was injected into are gone; that is looked at every second, and whenever somebody asks.
 */
public final class Faults implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Faults.class.getName());

    private final Function<FaultSpec, Injection> injector;
    private final InstantSource clock;
    private final Map<String, Injected> injected = new LinkedHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("faults").factory());
    private int last;
    private Optional<Instant> lastEnded = Optional.empty();
    private boolean closed;

    private record Injected(FaultSpec spec, Injection injection, Instant since, Optional<Instant> until,
            Optional<Holder> holder) {

        boolean ends(Instant now) {
            return until.filter(end -> !now.isBefore(end)).isPresent()
                    || holder.filter(process -> !process.isAlive()).isPresent();
        }
    }

    /**
     * No faults yet.
     *
     * @param injector injects one
     * @param clock what time it is
     */
    public Faults(Function<FaultSpec, Injection> injector, InstantSource clock) {
        this.injector = injector;
        this.clock = clock;
        watch.scheduleWithFixedDelay(this::lookQuietly, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Injects a fault.
     *
     * @param spec what is asked for
     * @param holder the process with whose end it is cleared, if any
     * @param lasts after what time it is cleared by itself, if ever
     * @return the fault
     * @throws FaultException when it cannot be injected, or its holder is gone already
     */
    public synchronized Fault inject(FaultSpec spec, Optional<Holder> holder, Optional<Duration> lasts) {
        if (closed) {
            throw new FaultException("the platform is being stopped");
        }
        holder.filter(process -> !process.isAlive()).ifPresent(gone -> {
            throw new FaultException("holder " + gone + ": no such process runs");
        });
        look();
        Instant now = clock.instant();
        Injection injection = injector.apply(spec);
        String id = "f" + ++last;
        injected.put(id, new Injected(spec, injection, now, lasts.map(now::plus), holder));
        return fault(id);
    }

    /** {@return what is injected now, in the order of its injection} */
    public synchronized List<Fault> list() {
        look();
        return injected.keySet().stream().map(this::fault).toList();
    }

    /** {@return when the last of those that are over ended, if any is} */
    public synchronized Optional<Instant> lastEnded() {
        look();
        return lastEnded;
    }

    /**
     * Clears one fault, or all.
     *
     * @param id which; empty for all
     * @return the words of what was cleared
     * @throws FaultException when there is none of that id, or when something cannot be cleared, after the others were
     */
    public synchronized List<String> clear(Optional<String> id) {
        look();
        id.filter(name -> !injected.containsKey(name)).ifPresent(name -> {
            throw new FaultException("no fault '" + name + "'; there are: "
                    + (injected.isEmpty() ? "none" : String.join(", ", injected.keySet())));
        });
        List<String> cleared = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        // The last one first, as one may have found what another had changed.
        for (String each : id.map(List::of).orElseGet(() -> List.copyOf(injected.keySet())).reversed()) {
            end(each).ifPresentOrElse(problems::add, () -> cleared.add(each));
        }
        if (!problems.isEmpty()) {
            throw new FaultException(String.join("; ", problems));
        }
        return cleared;
    }

    private Fault fault(String id) {
        Injected one = injected.get(id);
        return new Fault(id, one.spec(), one.since(), one.until(), one.holder(), one.injection().tasks());
    }

    private void lookQuietly() {
        try {
            synchronized (this) {
                look();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "faults cannot be looked at: {0}", e.getMessage());
        }
    }

    private void look() {
        Instant now = clock.instant();
        for (String id : List.copyOf(injected.keySet())) {
            if (injected.get(id).ends(now)) {
                end(id).ifPresent(problem -> LOG.log(Level.WARNING, problem));
            } else if (injected.get(id).injection().isOver()) {
                end(id);
                forget(id);
            }
        }
    }

    /** Undoes it and forgets it; returns why it cannot be undone, in which case it stays and is tried again. */
    private Optional<String> end(String id) {
        try {
            injected.get(id).injection().clear();
            forget(id);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("fault '" + injected.get(id).spec().words() + "' cannot be cleared: " + e.getMessage());
        }
    }

    private void forget(String id) {
        injected.remove(id);
        lastEnded = Optional.of(clock.instant());
    }

    /** Clears all of them. */
    @Override
    public void close() {
        watch.shutdownNow();
        synchronized (this) {
            closed = true;
            for (String id : List.copyOf(injected.keySet()).reversed()) {
                end(id).ifPresent(problem -> LOG.log(Level.WARNING, problem));
            }
        }
    }
}
