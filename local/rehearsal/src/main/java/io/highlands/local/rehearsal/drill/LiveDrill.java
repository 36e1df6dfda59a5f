// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.highlands.local.control.ControlClient;
import io.highlands.local.control.ControlException;
import io.highlands.local.control.message.AlarmEntry;
import io.highlands.local.control.message.DrillRequest;
import io.highlands.local.control.message.DrillStatus;
import io.highlands.local.control.message.PlatformStatus;
import io.highlands.local.fault.Holder;
import io.highlands.local.rehearsal.BurnRates;
import io.highlands.local.rehearsal.CloudWatchApi;
import io.highlands.local.rehearsal.PlatformReadiness;
import io.highlands.local.rehearsal.Polling;
import io.highlands.local.rehearsal.RehearsalException;

/** The running platform as a drill knows it. */
final class LiveDrill implements DrillTarget {

    /** A fault may deploy a release, and a service restart. */
    private static final Duration ACTION = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 500;
    /** What the alarms of edges need to fire by more than luck, in requests a second. */
    private static final int LEAST_LOAD = 4;

    private final ControlClient control;
    private final CloudWatchApi alarms;
    private final BudgetReader budget;
    private final String prefix;
    private volatile boolean ended;
    private boolean begun;
    private boolean cleared;

    LiveDrill(ControlClient control) {
        this.control = control;
        this.prefix = "highlands-" + control.environment() + "-";
        PlatformStatus status = control.status();
        URI apis = PlatformReadiness.apis(status);
        this.alarms = new CloudWatchApi(apis, control.environment());
        this.budget = new BudgetReader(apis, control.environment(), status.timeScale());
    }

    /**
     * {@return what the templates declare}
     *
     * @param kinds the kinds of alarms that have a runbook
     */
    Declared declared(List<String> kinds) {
        PlatformStatus status = control.status();
        Map<String, Declared.Service> services = new TreeMap<>();
        status.services().forEach(service -> services.put(service.name(),
                new Declared.Service(service.desired(), service.taskDefinition())));
        List<String> used = status.edges().stream().filter(edge -> edge.attempts() > 0)
                .map(edge -> edge.client() + ":" + edge.server()).toList();
        return Declared.of(services, used, control.alarms().stream().map(AlarmEntry::name)
                .filter(name -> name.startsWith(prefix)).map(name -> name.substring(prefix.length())).toList(), kinds,
                status.tracing().enabled());
    }

    @Override
    public String disturbance() {
        PlatformStatus status = control.status();
        if (status.phase() != PlatformStatus.Phase.RUNNING) {
            return "the platform is starting";
        }
        if (!status.faults().isEmpty()) {
            return "a fault is injected: " + status.faults().getFirst().specification();
        }
        String unsteady = PlatformReadiness.unsteady(status);
        if (!unsteady.isEmpty()) {
            return unsteady;
        }
        Map<String, Instant> alarms = this.alarms.standing();
        alarms.keySet().removeIf(BurnRates::are);
        return alarms.isEmpty() ? "" : String.join(", ", alarms.keySet()) + " in ALARM";
    }

    @Override
    public synchronized Instant begin(DrillPlan plan) {
        if (ended) {
            throw new RehearsalException("the drill is being ended");
        }
        List<String> specifications = new ArrayList<>(plan.faults().stream().map(HiddenFault::specification).toList());
        if (control.status().load().perSecond() < LEAST_LOAD) {
            // Ends as a fault does, so that the load is what it was, however the drill ends
            specifications.add("surge rate=" + LEAST_LOAD);
        }
        plan.deployed().ifPresent(service -> Thread.ofVirtual().start(() -> deploy(service)));
        begun = true;
        return control.beginDrill(new DrillRequest(specifications, Holder.current().toString()), ACTION).since();
    }

    /** Whether it succeeds is not the drill's matter: it is there to be seen. */
    private void deploy(String service) {
        try {
            control.restart(service, ACTION);
        } catch (ControlException notDeployed) {
            // The platform ends, or the trainee has deployed something else
        }
    }

    @Override
    public Look look() {
        DrillStatus status = control.drill();
        return new Look(Instant.now(), status.faults().stream().map(DrillStatus.HiddenFault::ended).toList(),
                alarms.standing());
    }

    @Override
    public Optional<SpentBudget> spent(Instant from, Instant to) {
        return budget.read(from, to);
    }

    @Override
    public void end() {
        ended = true;
        clear();
    }

    /** Waits for a drill that is just being begun. */
    private synchronized void clear() {
        boolean first = begun && !cleared;
        cleared = true;
        if (first) {
            try {
                control.endDrill(ACTION);
            } catch (ControlException over) {
                // The platform has stopped, and its faults with it
            }
        }
    }

    @Override
    public boolean isEnded() {
        return ended;
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
