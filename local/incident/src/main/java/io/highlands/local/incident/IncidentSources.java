// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.incident;

import java.util.Collection;
import java.util.function.Supplier;

import io.highlands.local.cloudwatch.alarms.AlarmService;
import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.ecs.ClusterSnapshot;
import io.highlands.local.edges.join.AccessLogSource;
import io.highlands.local.logs.LogService;
import io.highlands.local.mesh.MeshSnapshot;
import io.highlands.local.traces.Traces;

/**
 * Where an incident is read from.
 *
 * @param metrics what was published
 * @param alarms the alarms and their history
 * @param logs the log groups
 * @param traces the traces
 * @param cluster what runs now
 * @param mesh who calls whom
 * @param accessLogs where the access logs of the services' proxies are
 * @param notes what people wrote down
 */
public record IncidentSources(MetricService metrics, AlarmService alarms, LogService logs, Traces traces,
        Supplier<ClusterSnapshot> cluster, Supplier<MeshSnapshot> mesh,
        Supplier<Collection<AccessLogSource>> accessLogs, IncidentNotes notes) {}
