// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.highlands.cloudwatch.model.statistics.Distribution;
import io.highlands.local.balancer.BalancerSnapshot;
import io.highlands.local.balancer.TargetGroupCounters;
import io.highlands.local.cloudwatch.metrics.AwsMetric;
import io.highlands.local.cloudwatch.metrics.AwsMetrics;
import io.highlands.local.forward.Latencies;
import io.highlands.local.forward.StatusClasses;

/** The load balancer's metrics. Most of them AWS reports only when there is a nonzero value, and so does this. */
final class BalancerMetrics {

    private static final String NAMESPACE = "AWS/ApplicationELB";
    private static final double MICROS_PER_SECOND = 1_000_000;
    private static final StatusClasses NO_ANSWERS = new StatusClasses(0, 0, 0, 0, 0);

    private final String zone;
    private final Map<String, TargetGroupCounters> groups = new HashMap<>();
    private BalancerSnapshot before;

    /**
     * Begins to publish.
     *
     * @param zone the AvailabilityZone of all targets: one machine is one
     */
    BalancerMetrics(String zone) {
        this.zone = zone;
    }

    /**
     * Adds what the load balancer did since the last call.
     *
     * @param batch where it goes
     * @param now its counters
     * @param loadBalancer its full name, such as {@code app/name/1a2b}
     */
    void add(Batch batch, BalancerSnapshot now, String loadBalancer) {
        Map<String, String> values = Map.of("LoadBalancer", loadBalancer, "AvailabilityZone", zone);
        boolean first = before == null;
        StatusClasses elb = first ? now.elb() : now.elb().since(before.elb());
        nonzero(batch, "ActiveConnectionCount", values, now.activeConnections());
        nonzero(batch, "NewConnectionCount", values, now.newConnections() - (first ? 0 : before.newConnections()));
        nonzero(batch, "ProcessedBytes", values, now.processedBytes() - (first ? 0 : before.processedBytes()));
        nonzero(batch, "RejectedConnectionCount", values,
                now.rejectedConnections() - (first ? 0 : before.rejectedConnections()));
        nonzero(batch, "DroppedInvalidHeaderRequestCount", values,
                now.droppedHeaders() - (first ? 0 : before.droppedHeaders()));
        nonzero(batch, "HTTPCode_ELB_3XX_Count", values, elb.redirection());
        nonzero(batch, "HTTPCode_ELB_4XX_Count", values, elb.clientError());
        nonzero(batch, "HTTPCode_ELB_5XX_Count", values, elb.serverError());
        nonzero(batch, "HTTPCode_ELB_500_Count", values, now.elb500() - (first ? 0 : before.elb500()));
        nonzero(batch, "HTTPCode_ELB_502_Count", values, now.elb502() - (first ? 0 : before.elb502()));
        nonzero(batch, "HTTPCode_ELB_503_Count", values, now.elb503() - (first ? 0 : before.elb503()));
        nonzero(batch, "HTTPCode_ELB_504_Count", values, now.elb504() - (first ? 0 : before.elb504()));
        nonzero(batch, "HTTP_Fixed_Response_Count", values,
                now.fixedResponses() - (first ? 0 : before.fixedResponses()));
        nonzero(batch, "HTTP_Redirect_Count", values, now.redirects() - (first ? 0 : before.redirects()));
        now.targetGroups().forEach(group -> targetGroup(batch, group, loadBalancer));
        before = now;
    }

    private void targetGroup(Batch batch, TargetGroupCounters now, String loadBalancer) {
        TargetGroupCounters earlier = groups.put(now.id(), now);
        Map<String, String> values = Map.of("LoadBalancer", loadBalancer, "AvailabilityZone", zone, "TargetGroup",
                now.id().substring(now.id().indexOf(":targetgroup/") + 1));
        long requests = now.requests() - (earlier == null ? 0 : earlier.requests());
        StatusClasses answers = now.target().since(earlier == null ? NO_ANSWERS : earlier.target());
        nonzero(batch, "HTTPCode_Target_2XX_Count", values, answers.success());
        nonzero(batch, "HTTPCode_Target_3XX_Count", values, answers.redirection());
        nonzero(batch, "HTTPCode_Target_4XX_Count", values, answers.clientError());
        nonzero(batch, "HTTPCode_Target_5XX_Count", values, answers.serverError());
        nonzero(batch, "TargetConnectionErrorCount", values,
                now.connectionErrors() - (earlier == null ? 0 : earlier.connectionErrors()));
        nonzero(batch, "UnhealthyRoutingRequestCount", values,
                now.unhealthyRouting() - (earlier == null ? 0 : earlier.unhealthyRouting()));
        batch.add(metric("TargetResponseTime"), values,
                seconds(earlier == null ? now.responseTime() : now.responseTime().since(earlier.responseTime())));
        hosts(batch, now, values, requests);
    }

    /** Hosts are reported as long as health checks are enabled, requests as long as there are registered targets. */
    private void hosts(Batch batch, TargetGroupCounters now, Map<String, String> values, long requests) {
        batch.add(metric("HealthyHostCount"), values, now.healthyHosts());
        batch.add(metric("UnHealthyHostCount"), values, now.unhealthyHosts());
        long registered = now.healthyHosts() + now.unhealthyHosts();
        if (registered > 0) {
            batch.add(metric("RequestCount"), values, requests);
            batch.add(metric("RequestCountPerTarget"), values, (double) requests / registered);
        } else {
            nonzero(batch, "RequestCount", values, requests);
        }
    }

    /** Every duration, so that percentiles can be asked for; each is exact to an eighth of itself. */
    private static Distribution seconds(Latencies latencies) {
        List<Latencies.Part> parts = latencies.parts();
        return Distribution.of(parts.stream().mapToDouble(part -> part.micros() / MICROS_PER_SECOND).toArray(),
                parts.stream().mapToDouble(Latencies.Part::count).toArray());
    }

    private static void nonzero(Batch batch, String name, Map<String, String> values, double value) {
        batch.addNonzero(metric(name), values, value);
    }

    private static AwsMetric metric(String name) {
        return AwsMetrics.documented(NAMESPACE, name);
    }
}
