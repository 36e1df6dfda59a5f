// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.control.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What changed in a window against the period of the same length before it: the response to {@code GET /incident}, and what
 * {@code highlands incident --json} prints.
 *
 * @param environment the environment
 * @param from when the window begins
 * @param until when it ends
 * @param findings one sentence each, the most likely cause first
 * @param alarms the alarms that were in ALARM in the window and notify somebody, page severity first
 * @param edges the edges that were called, those that changed first
 * @param timeline state changes of alarms, what ECS did, and notes, oldest first
 * @param notes what people wrote down in the window, oldest first
 */
public record IncidentReport(String environment, Instant from, Instant until, List<String> findings,
        List<FiredAlarm> alarms, List<ChangedEdge> edges, List<Moment> timeline, List<Note> notes) {

    /** The longest window: reading it takes as long as it is. */
    public static final Duration LONGEST = Duration.ofHours(6);

    /** Keeps the lists as they are now. */
    public IncidentReport {
        findings = List.copyOf(findings);
        alarms = List.copyOf(alarms);
        edges = List.copyOf(edges);
        timeline = List.copyOf(timeline);
        notes = List.copyOf(notes);
    }

    /**
     * An alarm that was in ALARM.
     *
     * @param name its name
     * @param severity {@code page} or {@code ticket}
     * @param state its state now
     * @param since when it went into that state
     * @param reason CloudWatch's {@code StateReason}
     * @param runbook the kind whose page says what to do; empty where its description names none
     */
    public record FiredAlarm(String name, String severity, String state, Instant since, String reason,
            String runbook) {}

    /**
     * The calls of one service by another.
     *
     * @param caller who calls; {@code load balancer} for requests from outside
     * @param callee who is called
     * @param now the window
     * @param before the period before it
     * @param change what changed and how sure that is; empty where nothing did
     * @param verdict what mesh, access logs and spans say of the window, a sentence each
     * @param failedTrace the id of the trace of the first failed request that is known, else empty
     * @param firstError the first line of level ERROR that one of the two services logged in the window
     */
    public record ChangedEdge(String caller, String callee, Calls now, Calls before, String change,
            List<String> verdict, String failedTrace, Optional<ErrorLine> firstError) {

        /** Keeps the list as it is now. */
        public ChangedEdge {
            verdict = List.copyOf(verdict);
        }
    }

    /**
     * Calls over a period.
     *
     * @param calls how many
     * @param failed those that ended with a 5xx or without a response
     * @param meanMillis their mean time in milliseconds; empty without a call
     */
    public record Calls(long calls, long failed, Optional<Double> meanMillis) {}

    /**
     * A line of a log.
     *
     * @param at its timestamp
     * @param group its log group
     * @param message its message, or the line where it has none
     */
    public record ErrorLine(Instant at, String group, String message) {}

    /**
     * Something that happened.
     *
     * @param at when
     * @param kind {@code alarm}, {@code service} or {@code note}
     * @param subject the alarm or the service; {@code note} for a note
     * @param what in one line
     */
    public record Moment(Instant at, String kind, String subject, String what) {}

    /**
     * What somebody wrote down.
     *
     * @param id names it among all notes
     * @param at the moment that it is about
     * @param text the text, which may have several lines
     */
    public record Note(String id, Instant at, String text) {}
}
