// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console;

import java.util.function.Supplier;

import io.highlands.local.balancer.BalancerSnapshot;
import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.dashboards.DashboardData;
import io.highlands.local.cloudwatch.dashboards.DashboardService;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.console.drill.DrillRuns;
import io.highlands.local.console.runbook.Rehearsals;
import io.highlands.local.console.runbook.StepRuns;
import io.highlands.local.console.trace.TracingView;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.incident.IncidentNotes;
import io.highlands.local.logs.LogService;
import io.highlands.local.mesh.MeshSnapshot;
import io.highlands.local.store.StoreUsage;
import io.highlands.local.traces.Traces;

/**
 * What the console shows.
 *
 * @param dashboards the dashboards
 * @param widgets finds what widgets show
 * @param metrics what was published
 * @param alarms the alarms
 * @param logs the log groups
 * @param cluster what runs now
 * @param mesh the mesh's counters
 * @param balancer the load balancer's counters
 * @param traces the traces that were taken in
 * @param tracing how tracing stands now
 * @param rehearsals starts rehearsals of runbooks
 * @param steps runs steps of runbooks
 * @param drill runs drills
 * @param store what of the telemetry is kept, and what is lost
 * @param notes what people write down during an incident
 */
public record ConsoleSources(DashboardService dashboards, DashboardData widgets, MetricService metrics,
        AlarmService alarms,
        LogService logs,
        Supplier<ClusterSnapshot> cluster, Supplier<MeshSnapshot> mesh, Supplier<BalancerSnapshot> balancer,
        Traces traces, Supplier<TracingView> tracing, Rehearsals rehearsals, StepRuns steps, DrillRuns drill,
        Supplier<StoreUsage> store, IncidentNotes notes) {}
