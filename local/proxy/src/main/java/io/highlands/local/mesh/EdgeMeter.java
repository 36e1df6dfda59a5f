// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.concurrent.atomic.LongAdder;

import io.highlands.local.forward.ConnectionCounter;
import io.highlands.local.forward.LatencyCounter;
import io.highlands.local.forward.Outcome;
import io.highlands.local.forward.StatusCounter;
import io.highlands.local.forward.Summary;
import io.highlands.local.forward.UpstreamRoute;

/** Counts the egress side of one edge. */
final class EdgeMeter {

    /** Which edge: the client's cluster and service, and the discovery name it calls. */
    record Key(String cluster, String client, String discoveryName) {}

    private final LongAdder requests = new LongAdder();
    private final LongAdder attempts = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final StatusCounter target = new StatusCounter();
    private final LongAdder proxy503 = new LongAdder();
    private final LongAdder proxy504 = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final LongAdder connectFailures = new LongAdder();
    private final LongAdder ejections = new LongAdder();
    private final LongAdder bytesToTarget = new LongAdder();
    private final LongAdder bytesFromTarget = new LongAdder();
    private final ConnectionCounter connections = new ConnectionCounter();
    private final LatencyCounter responseTime = new LatencyCounter();

    /** {@return what counts the connections to hosts} */
    ConnectionCounter connections() {
        return connections;
    }

    void answeredByTarget(int status, long nanos) {
        target.count(status);
        responseTime.count(nanos);
    }

    void failed(Outcome outcome) {
        switch (outcome) {
            case TIMEOUT, IDLE_TIMEOUT -> timeouts.increment();
            case REFUSED, CONNECT_TIMEOUT -> connectFailures.increment();
            default -> {
                // What the client gets for it is counted when the request is over.
            }
        }
    }

    void ejected() {
        ejections.increment();
    }

    void finished(Summary summary, boolean byProxy) {
        requests.increment();
        attempts.add(summary.attempts());
        retries.add(Math.max(0, summary.attempts() - 1));
        bytesToTarget.add(summary.bytesReceived());
        if (!summary.local()) {
            bytesFromTarget.add(summary.bytesSent());
        }
        if (byProxy && summary.status() == 503) {
            proxy503.increment();
        } else if (byProxy && summary.status() == 504) {
            proxy504.increment();
        }
    }

    EdgeCounters snapshot(Key key) {
        return new EdgeCounters(key.cluster(), key.client(), key.discoveryName(), requests.sum(), attempts.sum(),
                retries.sum(), target.snapshot(), proxy503.sum(), proxy504.sum(), timeouts.sum(),
                connectFailures.sum(), ejections.sum(), bytesToTarget.sum(), bytesFromTarget.sum(),
                connections.total(), connections.active(), responseTime.snapshot());
    }
}
