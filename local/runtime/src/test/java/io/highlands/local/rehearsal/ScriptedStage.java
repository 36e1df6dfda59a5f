// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.highlands.local.rehearsal.shell.ShellResult;

/**
 * A platform that follows a script, in a time of its own that passes with every pause: a fault sets off alarms after a while,
 * a mitigation ends them after another.
 */
final class ScriptedStage implements Stage {

    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /** Alarms that fire, and how many seconds after the fault. */
    final Map<String, Integer> firing = new TreeMap<>();
    /** Seconds from the command {@code mitigate} until all of them are OK; never when it is negative. */
    int clearing = 20;
    /** Whether the mitigation takes the fault away. */
    boolean mitigates = true;
    /** Answers by command; a command that is not there answers by whether the fault is injected. */
    final Map<String, String> answers = new HashMap<>();
    final List<String> commands = new ArrayList<>();
    String refusal = "";
    String unsteady = "";

    private Instant now = BEGIN;
    private Instant faultAt = Instant.MAX;
    private Instant mitigatedAt = Instant.MAX;
    private boolean injected;

    boolean injected() {
        return injected;
    }

    @Override
    public Map<String, Instant> standing() {
        Map<String, Instant> standing = new TreeMap<>();
        boolean cleared = clearing >= 0 && mitigatedAt != Instant.MAX
                && !now.isBefore(mitigatedAt.plusSeconds(clearing));
        firing.forEach((alarm, after) -> {
            Instant since = faultAt == Instant.MAX ? Instant.MAX : faultAt.plusSeconds(after);
            if (!cleared && !now.isBefore(since)) {
                standing.put(alarm, since);
            }
        });
        return standing;
    }

    @Override
    public List<StateChange> changes(Instant from) {
        List<StateChange> changes = new ArrayList<>();
        if (faultAt != Instant.MAX) {
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
        return unsteady;
    }

    @Override
    public String inject(String words) {
        if (!refusal.isEmpty()) {
            throw new RehearsalException(refusal);
        }
        injected = true;
        faultAt = now;
        return "f1";
    }

    @Override
    public Set<String> faults() {
        return injected ? Set.of("f1") : Set.of();
    }

    @Override
    public void clear(String fault) {
        injected = false;
    }

    @Override
    public ShellResult run(String command, Map<String, String> variables, Duration patience) {
        String line = command.strip();
        commands.add(line);
        if (line.equals("mitigate")) {
            mitigatedAt = now;
            injected = injected && !mitigates;
        }
        boolean sick = faultAt != Instant.MAX && mitigatedAt == Instant.MAX;
        return new ShellResult(0, answers.getOrDefault(line, sick ? "bad 0\n" : "good 1\n"), "", Duration.ofSeconds(1),
                false);
    }

    @Override
    public List<Panel> panels(String board, Instant from, Instant until) {
        return List.of();
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
