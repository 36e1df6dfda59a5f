// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A platform with one fault, in a time of its own that passes with every pause: it sets off alarms after a while, a mitigation
 * ends them after another.
 */
abstract class ScriptedFault implements RehearsalTarget {

    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final String FAULT = "f1";

    /** Alarms that fire, and how many seconds after the fault. */
    final Map<String, Integer> firing = new TreeMap<>();
    /** Seconds from the mitigation until all of them are OK; never when it is negative. */
    int clearing = 20;
    /** When the last service became steady. */
    Instant steadySince = BEGIN.minusSeconds(3600);

    private Instant now = BEGIN;
    private Instant faultAt = Instant.MAX;
    private Instant mitigatedAt = Instant.MAX;
    private boolean injected;

    final boolean injected() {
        return injected;
    }

    /** {@return whether the fault was ever injected} */
    final boolean disturbed() {
        return faultAt != Instant.MAX;
    }

    final boolean mitigated() {
        return mitigatedAt != Instant.MAX;
    }

    /** The alarms begin to clear. */
    final void mitigate() {
        mitigatedAt = now;
    }

    @Override
    public Map<String, Instant> standing() {
        Map<String, Instant> standing = new TreeMap<>();
        boolean cleared = clearing >= 0 && mitigated() && !now.isBefore(mitigatedAt.plusSeconds(clearing));
        if (disturbed() && !cleared) {
            firing.forEach((alarm, after) -> {
                Instant since = faultAt.plusSeconds(after);
                if (!now.isBefore(since)) {
                    standing.put(alarm, since);
                }
            });
        }
        return standing;
    }

    @Override
    public List<StateChange> changes(Instant from) {
        List<StateChange> changes = new ArrayList<>();
        if (disturbed()) {
            firing.forEach((alarm, after) -> {
                Instant at = faultAt.plusSeconds(after);
                if (!at.isBefore(from) && !at.isAfter(now)) {
                    changes.add(new StateChange(at, alarm, StateChange.ALARM, "Threshold Crossed"));
                }
            });
        }
        return changes;
    }

    @Override
    public String unsteady() {
        return "";
    }

    @Override
    public Instant undisturbedSince() {
        return steadySince;
    }

    @Override
    public String inject(String words) {
        injected = true;
        faultAt = now;
        return FAULT;
    }

    @Override
    public Set<String> faults() {
        return injected ? Set.of(FAULT) : Set.of();
    }

    @Override
    public void clear(String fault) {
        injected = false;
    }

    @Override
    public List<Panel> panels(String dashboard, Instant from, Instant until) {
        return List.of();
    }

    @Override
    public List<String> findings() {
        return List.of("service-c: 0 of 1 tasks run.", "service-b → service-c: 40 % of 100 calls failed.");
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause() {
        now = now.plusSeconds(1);
    }
}
