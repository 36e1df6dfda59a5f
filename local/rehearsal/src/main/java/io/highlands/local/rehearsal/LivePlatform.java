// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.highlands.local.control.ControlClient;
import io.highlands.local.control.message.FaultRequest;
import io.highlands.local.control.message.InjectedFault;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.control.message.ServiceEntry;
import io.highlands.local.fault.Holder;
import io.highlands.local.rehearsal.shell.Shell;
import io.highlands.local.rehearsal.shell.ShellResult;

/** The platform that runs on this machine, through its control interface, its APIs and its console. */
final class LivePlatform implements RehearsalTarget {

    private static final long PAUSE_MILLIS = 500;

    /** A fault may deploy a release. */
    private static final Duration ACTION = Duration.ofMinutes(2);

    private final ControlClient control;
    private final CloudWatchApi alarms;
    private final ConsolePanels console;
    private final Shell shell;
    /** The process with whose end the platform clears its faults. */
    private final String holder = Holder.current().toString();
    private volatile boolean abandoned;

    LivePlatform(ControlClient control, Shell shell) {
        this.control = control;
        this.shell = shell;
        PlatformStatus status = control.status();
        this.alarms = new CloudWatchApi(PlatformReadiness.apis(status), control.environment());
        this.console = new ConsolePanels(status.console());
    }

    /** {@return the deployed alarms, without {@code highlands-ENV-}; a composite's parts are none of them} */
    Set<String> alarms() {
        return alarms.names();
    }

    @Override
    public Map<String, Instant> standing() {
        return alarms.standing();
    }

    @Override
    public List<StateChange> changes(Instant from) {
        return alarms.changes(from);
    }

    @Override
    public String unsteady() {
        return PlatformReadiness.unsteady(control.status());
    }

    @Override
    public Instant undisturbedSince() {
        PlatformStatus status = control.status();
        Stream<Instant> events = status.services().stream().flatMap(service -> service.events().stream())
                .map(ServiceEntry.Event::at);
        return Stream.concat(events, status.lastFaultEnded().stream()).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    /** Clears every fault of this process; from now on none is injected. */
    void abandon() {
        abandoned = true;
        for (InjectedFault fault : control.faults()) {
            if (fault.holder().filter(holder::equals).isPresent()) {
                clear(fault.id());
            }
        }
    }

    @Override
    public String inject(String words) {
        if (abandoned) {
            throw new RehearsalException("the rehearsal is being ended");
        }
        return control.inject(new FaultRequest(words, Optional.empty(), Optional.of(holder)), ACTION).id();
    }

    @Override
    public Set<String> faults() {
        return control.faults().stream().map(InjectedFault::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void clear(String fault) {
        // It may end by itself between the question and the answer.
        if (faults().contains(fault)) {
            control.clear(Optional.of(fault), ACTION);
        }
    }

    @Override
    public ShellResult run(String command, Map<String, String> variables, Duration timeout) {
        return shell.run(command, variables, timeout);
    }

    @Override
    public List<Panel> panels(String dashboard, Instant from, Instant until) {
        String name = "highlands-" + control.environment() + "-" + dashboard;
        return console.of(name, alarms.titles(name), from, until);
    }

    @Override
    public List<String> findings() {
        return control.incident(Optional.empty()).findings();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void pause() {
        Polling.pause(PAUSE_MILLIS);
    }
}
