// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

import java.util.Locale;

import static io.highlands.dashboards.cloudwatch.alarm.Severity.GUARD;
import static io.highlands.dashboards.cloudwatch.alarm.Severity.PAGE;
import static io.highlands.dashboards.cloudwatch.alarm.Severity.TICKET;

/**
 * The kinds of alarms. Each has one page in {@code runbooks}, named like the kind. Pages are for what users feel;
 * causes are tickets.
 */
public enum AlarmKind {

    /** The error budget burns so fast that it is gone within two days. */
    AVAILABILITY_BURN_FAST(PAGE, "Users get server errors, so many that the error budget is gone within days"),
    /** The error budget burns slowly but for long. */
    AVAILABILITY_BURN_SLOW(PAGE, "Users have been getting server errors for hours, and the error budget is going"),
    /** The load balancer has no healthy task of a public service left. */
    NO_HEALTHY_HOST(PAGE, "The load balancer sees no healthy task of this service"),
    /** Too many users wait longer than promised. */
    LATENCY_SLO(PAGE, "Users wait longer than promised, more of them than the objective bears"),
    /** Calls of one service by another fail. */
    EDGE_ERRORS(TICKET, "Calls on this edge of the mesh fail, as the caller counts them"),
    /** Answers on an edge come close to its timeout. */
    EDGE_LATENCY(TICKET, "Answers on this edge of the mesh come close to the timeout, after which they are errors"),
    /** Calls fail without the callee having answered. */
    PROXY_MADE_ERRORS(TICKET, "Calls on this edge fail between caller and callee: no task answered them with an error"),
    /** A service has fewer tasks than it should. */
    TASKS_BELOW_DESIRED(TICKET, "Fewer tasks of this service run than are wanted or declared"),
    /** A service runs and publishes nothing: users notice nothing, and neither would its alarms. */
    TELEMETRY_SILENT(TICKET, "Tasks of this service run and publish no metrics: its alarms and dashboards are blind"),
    /** A service is close to its limits. */
    SATURATION(TICKET, "This service is close to the CPU, memory or heap that it may use"),
    /** A circuit breaker has opened. */
    CIRCUIT_OPEN(TICKET, "The caller's circuit breaker on this edge is open: it fails calls at once"),
    /** ECS gave a deployment up. */
    DEPLOYMENT_ROLLED_BACK(TICKET, "ECS gave up a deployment and rolled it back"),
    /** The tracing sidecar is unhealthy. */
    TRACING_SIDECAR_UNHEALTHY(TICKET, "The tracing sidecar beside this service is unhealthy: its traces are lost"),
    /** A deployment made the service answer with errors. */
    DEPLOYMENT_GUARD(GUARD, "This service answers with errors; a deployment that is running is rolled back");

    private final Severity severity;
    private final String meaning;

    AlarmKind(Severity severity, String meaning) {
        this.severity = severity;
        this.meaning = meaning;
    }

    /** As names of alarms and of runbooks spell it: {@code availability-burn-fast}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whom it tells. */
    public Severity severity() {
        return severity;
    }

    /** What it means, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
