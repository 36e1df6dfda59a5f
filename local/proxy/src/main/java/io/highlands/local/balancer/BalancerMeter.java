// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.balancer;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.concurrent.atomic.LongAdder;

import io.highlands.local.forward.ConnectionCounter;
import io.highlands.local.forward.ConnectionGate;
import io.highlands.local.forward.StatusCounter;
import io.highlands.local.forward.Summary;

/** Counts what the load balancer as a whole does, and takes every connection. */
final class BalancerMeter implements ConnectionGate {

    /** How the load balancer logs a request whose client left before the response. */
    private static final int CLIENT_CLOSED = 460;

    private final LongAdder requests = new LongAdder();
    private final StatusCounter elb = new StatusCounter();
    private final LongAdder elb500 = new LongAdder();
    private final LongAdder elb502 = new LongAdder();
    private final LongAdder elb503 = new LongAdder();
    private final LongAdder elb504 = new LongAdder();
    private final LongAdder fixedResponses = new LongAdder();
    private final LongAdder redirects = new LongAdder();
    private final LongAdder droppedHeaders = new LongAdder();
    private final ConnectionCounter connections = new ConnectionCounter();
    private final LongAdder bytes = new LongAdder();

    @Override
    public boolean admits(InetSocketAddress peer) {
        return true;
    }

    @Override
    public void refused(int status) {
        elb.count(status);
    }

    @Override
    public void opened() {
        connections.opened();
    }

    @Override
    public void closed() {
        connections.closed();
    }

    void routed() {
        requests.increment();
    }

    void fixedResponse() {
        fixedResponses.increment();
    }

    void redirect() {
        redirects.increment();
    }

    void droppedHeader() {
        droppedHeaders.increment();
    }

    void finished(Summary summary) {
        bytes.add(summary.bytesReceived() + summary.bytesSent());
        if (summary.status() == 0) {
            elb.count(CLIENT_CLOSED);
        }
        if (!summary.local()) {
            return;
        }
        elb.count(summary.status());
        switch (summary.status()) {
            case 500 -> elb500.increment();
            case 502 -> elb502.increment();
            case 503 -> elb503.increment();
            case 504 -> elb504.increment();
            default -> {
                // Counted by class alone.
            }
        }
    }

    BalancerSnapshot snapshot(Collection<TargetGroup> groups) {
        long toTargets = groups.stream().mapToLong(group -> group.meter().connections().total()).sum();
        long openToTargets = groups.stream().mapToLong(group -> group.meter().connections().active()).sum();
        return new BalancerSnapshot(requests.sum(), elb.snapshot(), elb500.sum(), elb502.sum(), elb503.sum(),
                elb504.sum(), fixedResponses.sum(), redirects.sum(), droppedHeaders.sum(), 0,
                connections.total() + toTargets, connections.active() + openToTargets, bytes.sum(),
                groups.stream().map(group -> group.meter().snapshot(group)).toList());
    }
}
