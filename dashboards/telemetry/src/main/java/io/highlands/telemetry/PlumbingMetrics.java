// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import java.util.List;

import static io.highlands.telemetry.Dimension.LOG_GROUP_NAME;
import static io.highlands.telemetry.Dimension.RULE_NAME;

/** What AWS publishes about the ways that telemetry takes: logs and events. */
public final class PlumbingMetrics {

    /** Log volume. */
    public static final Metric LOG_BYTES = Metric.of(Source.LOGS, "IncomingBytes", Unit.BYTES, Kind.COUNTER,
            "bytes of log events taken in; Sum", LOG_GROUP_NAME);
    /** Log events. */
    public static final Metric LOG_EVENTS = Metric.of(Source.LOGS, "IncomingLogEvents", Unit.COUNT, Kind.COUNTER,
            "log events taken in; Sum", LOG_GROUP_NAME);
    /** Events that a rule picked. */
    public static final Metric EVENTS_MATCHED = Metric.of(Source.EVENTS, "TriggeredRules", Unit.COUNT, Kind.COUNTER,
            "events that a rule matched; Sum; not published when none did", RULE_NAME);
    /** Events that a rule could not deliver. */
    public static final Metric EVENTS_FAILED = Metric.of(Source.EVENTS, "FailedInvocations", Unit.COUNT, Kind.COUNTER,
            "events that a rule's target did not take; Sum; not published when none failed", RULE_NAME);

    private PlumbingMetrics() {
    }

    /** All of them, in the order of the reference page. */
    public static List<Metric> all() {
        return List.of(LOG_BYTES, LOG_EVENTS, EVENTS_MATCHED, EVENTS_FAILED);
    }
}
