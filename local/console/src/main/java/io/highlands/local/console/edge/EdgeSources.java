// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.edge;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.highlands.local.cloudwatch.metrics.MetricService;
import io.highlands.local.logs.LogService;
import io.highlands.local.mesh.MeshSnapshot;
import io.highlands.local.traces.Traces;

/**
 * Where the edge view reads.
 *
 * @param environment the environment's name, as in metric namespaces
 * @param cluster the name of the ECS cluster that runs
 * @param traces the spans
 * @param logs the access logs
 * @param metrics what callers and mesh published
 * @param mesh which edges there are
 * @param accessLogs log groups of the access logs, by service
 * @param names the host names by which the mesh serves a service
 */
public record EdgeSources(String environment, Supplier<String> cluster, Traces traces, LogService logs,
        MetricService metrics, Supplier<MeshSnapshot> mesh, Supplier<Map<String, String>> accessLogs,
        Function<String, Set<String>> names) {}
