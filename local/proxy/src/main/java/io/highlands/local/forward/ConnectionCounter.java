// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.util.concurrent.atomic.LongAdder;

/** Counts connections that are made and ended. Safe for use from several threads. */
public final class ConnectionCounter implements UpstreamRoute.Connections {

    private final LongAdder opened = new LongAdder();
    private final LongAdder closed = new LongAdder();

    @Override
    public void opened() {
        opened.increment();
    }

    @Override
    public void closed() {
        closed.increment();
    }

    /** {@return connections made since the start} */
    public long total() {
        return opened.sum();
    }

    /** {@return connections that are open now} */
    public long active() {
        // In this order, a connection that begins and ends between the two reads cannot make the figure negative.
        long ended = closed.sum();
        return Math.max(0, opened.sum() - ended);
    }
}
