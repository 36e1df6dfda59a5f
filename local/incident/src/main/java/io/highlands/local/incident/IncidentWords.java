// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import io.highlands.local.control.message.IncidentReport;
import io.highlands.local.control.message.IncidentReport.Calls;
import io.highlands.local.control.message.IncidentReport.ChangedEdge;
import io.highlands.local.control.message.IncidentReport.FiredAlarm;

/** An incident's pieces in words: the same in a terminal, in Markdown and on a page. */
public final class IncidentWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter
            .ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** As the console does: what was later than this time yesterday needs no date. */
    private static final Duration SHORT = Duration.ofHours(20);

    /** The filter pattern that finds lines of level ERROR. */
    public static final String ERROR_LINES = "{ $.level = \"ERROR\" }";

    private IncidentWords() {
    }

    /**
     * {@return the findings, or a sentence that says that there is none}
     *
     * @param report the incident
     */
    public static List<String> findings(IncidentReport report) {
        return report.findings().isEmpty()
                ? List.of("Nothing changed that mesh, load balancer, alarms or ECS would show.")
                : report.findings();
    }

    /**
     * {@return who calls whom}
     *
     * @param edge the edge
     */
    public static String name(ChangedEdge edge) {
        return edge.caller() + " → " + edge.callee();
    }

    /**
     * {@return whether the load balancer calls}
     *
     * @param edge the edge
     */
    public static boolean isLoadBalancer(ChangedEdge edge) {
        return edge.caller().equals(BalancerEdges.CALLER);
    }

    /**
     * {@return the mean time in milliseconds; a hyphen without a call}
     *
     * @param calls the calls
     */
    public static String millis(Calls calls) {
        return calls.meanMillis().map(mean -> String.format(Locale.ROOT, "%.1f", mean)).orElse("-");
    }

    /**
     * {@return where the page of an alarm's kind is in the repository; a hyphen where its description names none}
     *
     * @param alarm the alarm
     */
    public static String runbook(FiredAlarm alarm) {
        return alarm.runbook().isEmpty() ? "-" : "runbooks/" + alarm.runbook() + ".md";
    }

    /**
     * {@return since when something stands, in UTC: the time of day, and the date where that is long ago}
     *
     * @param moment since when
     * @param now when it is read
     */
    public static String since(Instant moment, Instant now) {
        return (Duration.between(moment, now).compareTo(SHORT) < 0 ? TIME : DATE_AND_TIME).format(moment);
    }

    /**
     * {@return the time of day in UTC}
     *
     * @param moment the moment
     */
    public static String time(Instant moment) {
        return TIME.format(moment);
    }
}
