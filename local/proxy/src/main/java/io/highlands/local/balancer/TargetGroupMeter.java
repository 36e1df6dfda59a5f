// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.util.concurrent.atomic.LongAdder;

import io.highlands.local.balancer.TargetHealth.State;
import io.highlands.local.forward.Hop;
import io.highlands.local.forward.LatencyCounter;
import io.highlands.local.forward.StatusCounter;

/** Counts what a target group is sent and answers. */
final class TargetGroupMeter implements Hop.Connections {

    private final LongAdder requests = new LongAdder();
    private final StatusCounter target = new StatusCounter();
    private final LongAdder connectionErrors = new LongAdder();
    private final LongAdder unhealthyRouting = new LongAdder();
    private final LongAdder connectionsOpened = new LongAdder();
    private final LongAdder connectionsClosed = new LongAdder();
    private final LatencyCounter responseTime = new LatencyCounter();

    @Override
    public void opened() {
        connectionsOpened.increment();
    }

    @Override
    public void closed() {
        connectionsClosed.increment();
    }

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

    void connectionFailed() {
        connectionErrors.increment();
    }

    long newConnections() {
        return connectionsOpened.sum();
    }

    long activeConnections() {
        return Math.max(0, connectionsOpened.sum() - connectionsClosed.sum());
    }

    TargetGroupCounters snapshot(TargetGroup group) {
        return new TargetGroupCounters(group.options().id(), group.options().name(), requests.sum(),
                target.snapshot(), connectionErrors.sum(), unhealthyRouting.sum(), group.count(State.HEALTHY),
                group.count(State.UNHEALTHY), responseTime.snapshot());
    }
}
