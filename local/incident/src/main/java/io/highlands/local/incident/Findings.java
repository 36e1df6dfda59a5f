// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.highlands.local.control.message.IncidentReport.FiredAlarm;

/**
 * Orders what was found, the most likely cause first: services without their tasks, edges whose change no other edge explains, what
 * alarms name, and then the edges that only follow.
 */
final class Findings {

    private final List<String> services;
    private final List<EdgeChange> edges;
    private final List<FiredAlarm> alarms;

    Findings(List<String> services, List<EdgeChange> edges, List<FiredAlarm> alarms) {
        this.services = services;
        this.edges = edges;
        this.alarms = alarms;
    }

    List<String> sentences() {
        List<EdgeChange> changed = edges.stream().filter(EdgeChange::isChanged).toList();
        List<EdgeChange> first = changed.stream().filter(edge -> !edge.followsFrom(changed)).toList();
        // In a circle each follows from the next: the one that changed most is the first
        List<EdgeChange> causes = first.isEmpty() ? changed.stream().limit(1).toList() : first;
        List<String> said = new ArrayList<>(services);
        causes.stream().map(EdgeChange::sentence).forEach(said::add);
        // A ticket is a cause, a page a symptom
        List<FiredAlarm> standing = alarms.stream().filter(alarm -> alarm.state().equals("ALARM")).toList();
        Stream.of(AlarmSeverity.TICKET, AlarmSeverity.PAGE).forEach(severity -> standing.stream()
                .filter(alarm -> alarm.severity().equals(severity)).map(Findings::alarm).forEach(said::add));
        changed.stream().filter(edge -> !causes.contains(edge)).map(EdgeChange::sentence)
                .map(sentence -> sentence + " It follows from a change above.").forEach(said::add);
        if (changed.isEmpty() && !standing.isEmpty()) {
            edges.stream().filter(edge -> edge.timeOfItsOwn(edges) > 0)
                    .max(Comparator.comparingDouble(edge -> edge.timeOfItsOwn(edges))).map(EdgeChange::longest)
                    .ifPresent(said::add);
        }
        return said;
    }

    private static String alarm(FiredAlarm alarm) {
        return alarm.name() + " is in ALARM"
                + (alarm.runbook().isEmpty() ? "." : "; runbook: runbooks/" + alarm.runbook() + ".md.");
    }
}
