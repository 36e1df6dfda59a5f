// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.concurrent.atomic.LongAdder;

import io.highlands.local.forward.ConnectionCounter;
import io.highlands.local.forward.LatencyCounter;
import io.highlands.local.forward.StatusCounter;
import io.highlands.local.forward.Summary;

/** Counts the ingress side of one service. */
final class ServerMeter {

    /** Which service: its cluster, its name and its discovery name. */
    record Key(String cluster, String service, String discoveryName) {}

    private final LongAdder requests = new LongAdder();
    private final StatusCounter app = new StatusCounter();
    private final LongAdder proxy503 = new LongAdder();
    private final LongAdder proxy504 = new LongAdder();
    private final LongAdder denied = new LongAdder();
    private final LongAdder bytesReceived = new LongAdder();
    private final LongAdder bytesSent = new LongAdder();
    private final ConnectionCounter connections = new ConnectionCounter();
    private final LatencyCounter responseTime = new LatencyCounter();

    /** {@return what counts the accepted connections} */
    ConnectionCounter connections() {
        return connections;
    }

    void connectionDenied() {
        denied.increment();
    }

    void answeredByApp(int status, long nanos) {
        app.count(status);
        responseTime.count(nanos);
    }

    void finished(Summary summary) {
        requests.increment();
        bytesReceived.add(summary.bytesReceived());
        bytesSent.add(summary.bytesSent());
        if (summary.local() && summary.status() == 503) {
            proxy503.increment();
        } else if (summary.local() && summary.status() == 504) {
            proxy504.increment();
        }
    }

    ServerCounters snapshot(Key key, long hosts) {
        return new ServerCounters(key.cluster(), key.service(), key.discoveryName(), hosts, requests.sum(),
                app.snapshot(), proxy503.sum(), proxy504.sum(), denied.sum(), bytesReceived.sum(), bytesSent.sum(),
                connections.total(), connections.active(), responseTime.snapshot());
    }
}
