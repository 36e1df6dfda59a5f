// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.intake.batch;

import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of the spans of one protocol. */
public final class SpanCounters {

    final LongAdder received = new LongAdder();
    final LongAdder taken = new LongAdder();
    final LongAdder sampledAway = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder requests = new LongAdder();
    private final LongAdder unread = new LongAdder();

    /** Counts a body that was not taken in. */
    public void unread() {
        unread.increment();
    }

    /** Counts spans that their tracer did not send, because it had sampled them away. */
    public void sampledByTracer(long spans) {
        sampledAway.add(spans);
    }

    /** {@return the figures of this moment} */
    public SpanCounts counts() {
        return new SpanCounts(received.sum(), taken.sum(), sampledAway.sum(), refused.sum(), dropped.sum(),
                requests.sum(), unread.sum());
    }
}
