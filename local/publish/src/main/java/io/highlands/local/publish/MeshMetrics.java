// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.local.cloudwatch.metrics.AwsMetric;
import io.highlands.local.cloudwatch.metrics.AwsMetrics;
import io.highlands.local.forward.Latencies;
import io.highlands.local.forward.StatusClasses;
import io.highlands.local.mesh.EdgeCounters;
import io.highlands.local.mesh.MeshSnapshot;
import io.highlands.local.mesh.ServerCounters;

/**
 * Service Connect's metrics in AWS/ECS. On the inbound side ServiceName is the server, on the target side the calling
 * client. Proxy-made answers are in none of HTTPCode_Target_*.
 */
final class MeshMetrics {

    private static final String NAMESPACE = "AWS/ECS";
    private static final double MICROS_PER_MILLI = 1000;

    private record Edge(String client, String discoveryName) {}

    private record Server(String service, String discoveryName) {}

    private final AwsMetric active = AwsMetrics.documented(NAMESPACE, "ActiveConnectionCount");
    private final AwsMetric opened = AwsMetrics.documented(NAMESPACE, "NewConnectionCount");
    private final AwsMetric bytes = AwsMetrics.documented(NAMESPACE, "ProcessedBytes");
    private final AwsMetric requests = AwsMetrics.documented(NAMESPACE, "RequestCount");
    private final AwsMetric target2xx = AwsMetrics.documented(NAMESPACE, "HTTPCode_Target_2XX_Count");
    private final AwsMetric target3xx = AwsMetrics.documented(NAMESPACE, "HTTPCode_Target_3XX_Count");
    private final AwsMetric target4xx = AwsMetrics.documented(NAMESPACE, "HTTPCode_Target_4XX_Count");
    private final AwsMetric target5xx = AwsMetrics.documented(NAMESPACE, "HTTPCode_Target_5XX_Count");
    private final AwsMetric perTarget = AwsMetrics.documented(NAMESPACE, "RequestCountPerTarget");
    private final AwsMetric targetBytes = AwsMetrics.documented(NAMESPACE, "TargetProcessedBytes");
    private final AwsMetric responseTime = AwsMetrics.documented(NAMESPACE, "TargetResponseTime");

    private final Map<Edge, EdgeCounters> edges = new HashMap<>();
    private final Map<Server, ServerCounters> servers = new HashMap<>();

    /**
     * Adds what the mesh did since the last call.
     *
     * @param batch where it goes
     * @param mesh the mesh's counters
     * @param running services with a RUNNING task: nothing is published for others
     */
    void add(Batch batch, MeshSnapshot mesh, Set<String> running) {
        Map<String, Long> hosts = new HashMap<>();
        mesh.servers().forEach(server -> {
            hosts.merge(server.discoveryName(), server.hosts(), Long::sum);
            ServerCounters before = servers.put(new Server(server.service(), server.discoveryName()), server);
            if (running.contains(server.service())) {
                inbound(batch, server, before);
            }
        });
        mesh.edges().forEach(edge -> {
            EdgeCounters before = edges.put(new Edge(edge.client(), edge.discoveryName()), edge);
            if (running.contains(edge.client())) {
                outbound(batch, edge, before, hosts.getOrDefault(edge.discoveryName(), 0L));
            }
        });
    }

    private void inbound(Batch batch, ServerCounters now, ServerCounters before) {
        boolean first = before == null;
        Map<String, String> values = Map.of("ClusterName", now.cluster(), "ServiceName", now.service(),
                "DiscoveryName", now.discoveryName());
        batch.add(active, values, now.activeConnections());
        batch.add(opened, values, now.newConnections() - (first ? 0 : before.newConnections()));
        batch.add(bytes, values, now.bytesReceived() + now.bytesSent()
                - (first ? 0 : before.bytesReceived() + before.bytesSent()));
        batch.add(requests, values, now.requests() - (first ? 0 : before.requests()));
    }

    private void outbound(Batch batch, EdgeCounters now, EdgeCounters before, long hosts) {
        boolean first = before == null;
        Map<String, String> values = Map.of("ClusterName", now.cluster(), "ServiceName", now.client(),
                "TargetDiscoveryName", now.discoveryName());
        StatusClasses answers = first ? now.target() : now.target().since(before.target());
        batch.add(target2xx, values, answers.success());
        batch.add(target3xx, values, answers.redirection());
        batch.add(target4xx, values, answers.clientError());
        batch.add(target5xx, values, answers.serverError());
        if (hosts > 0) {
            batch.add(perTarget, values, (double) answers.total() / hosts);
        }
        batch.add(targetBytes, values, now.bytesToTarget() + now.bytesFromTarget()
                - (first ? 0 : before.bytesToTarget() + before.bytesFromTarget()));
        batch.add(responseTime, values,
                millis(first ? now.responseTime() : now.responseTime().since(before.responseTime())));
    }

    /** ECS's response time has a mean, a minimum and a maximum, and no percentiles: a statistic set. */
    private static Distribution millis(Latencies latencies) {
        if (latencies.count() == 0) {
            return Distribution.EMPTY;
        }
        // A reading while requests are counted may hold a bucket before its minimum or maximum.
        return Distribution.ofStatisticSet(latencies.count(), latencies.sumMicros() / MICROS_PER_MILLI,
                latencies.minMicros() / MICROS_PER_MILLI,
                Math.max(latencies.minMicros(), latencies.maxMicros()) / MICROS_PER_MILLI);
    }
}
