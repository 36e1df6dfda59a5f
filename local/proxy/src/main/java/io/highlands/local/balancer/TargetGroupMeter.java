// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.util.concurrent.atomic.LongAdder;

import io.highlands.local.balancer.TargetHealth.State;
import io.highlands.local.forward.ConnectionCounter;
import io.highlands.local.forward.LatencyCounter;
import io.highlands.local.forward.StatusCounter;
import io.highlands.local.forward.UpstreamRoute;

/** Counts what a target group is sent and answers. */
final class TargetGroupMeter {

    private final LongAdder requests = new LongAdder();
    private final StatusCounter target = new StatusCounter();
    private final LongAdder failedHere = new LongAdder();
    private final LongAdder connectionErrors = new LongAdder();
    private final LongAdder unhealthyRouting = new LongAdder();
    private final ConnectionCounter connections = new ConnectionCounter();
    private final LatencyCounter responseTime = new LatencyCounter();

    void routed(boolean healthy) {
        requests.increment();
        if (!healthy) {
            unhealthyRouting.increment();
        }
    }

    void answered(int status, long nanos) {
        target.count(status);
        responseTime.count(nanos);
    }

    /** The load balancer has itself responded with 5xx to a request of the group. */
    void failedHere() {
        failedHere.increment();
    }

    void connectionFailed() {
        connectionErrors.increment();
    }

    /** {@return what counts the connections to targets} */
    ConnectionCounter connections() {
        return connections;
    }

    TargetGroupCounters snapshot(TargetGroup group) {
        return new TargetGroupCounters(group.options().id(), group.options().name(), requests.sum(),
                target.snapshot(), failedHere.sum(), connectionErrors.sum(), unhealthyRouting.sum(),
                group.count(State.HEALTHY),
                group.count(State.UNHEALTHY), responseTime.snapshot());
    }
}
