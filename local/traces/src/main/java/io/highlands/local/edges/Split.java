// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.edges;

import java.util.OptionalDouble;

import io.highlands.local.edges.join.AccessLogEntry;
import io.highlands.local.edges.join.CallSpan;

/**
 * Where the time of one request went. Only durations are compared, each taken by one clock, so that clocks of hosts that
 * differ change nothing; the parts add up to the whole.
 *
 * @param total the whole: the caller's CLIENT span, or the line of its proxy where that is not known
 * @param waiting in the caller, before and after its proxy had the request; empty where the caller's span is not known
 * @param proxy between the caller's proxy and the callee's process: proxies, network, attempts that never arrived
 * @param own in the callee itself: its local root less the time in which it waited for at least one call of its own
 * @param upstreams in the callee, waiting for calls of its own
 * @param attempts how many attempts reached the callee
 * @param overran whether the callee went on after its caller's proxy had given up. Its time counts until the request's end,
 *            also where its span ends a little after its answer, as on a busy machine
 */
public record Split(double total, OptionalDouble waiting, double proxy, double own, double upstreams, int attempts,
        boolean overran) {

    /** Access logs cut times to whole milliseconds: less is no difference. */
    private static final double ROUNDING = 1;

    private static final double NANOS = 1_000_000;

    /** All times in milliseconds; there is at least one attempt. */
    static Split of(AccessLogEntry entry, Joined joined) {
        double spent = joined.attempts().stream().mapToDouble(attempt -> attempt.root().millis()).sum();
        double seen = spent - entry.millis() < ROUNDING ? Math.max(spent, entry.millis()) : entry.millis();
        double total = joined.client().map(CallSpan::millis).orElse(seen);
        double mesh = Math.min(seen, total);
        double callee = 0;
        double upstreams = 0;
        for (Attempt attempt : joined.attempts()) {
            double took = Math.min(attempt.root().millis(), mesh - callee);
            long from = attempt.root().startNanos();
            upstreams += Cover.nanos(attempt.clients(), from, from + Math.round(took * NANOS)) / NANOS;
            callee += took;
        }
        return new Split(total,
                joined.client().isPresent() ? OptionalDouble.of(total - mesh) : OptionalDouble.empty(), mesh - callee,
                callee - upstreams, upstreams, joined.attempts().size(), !entry.answered() && spent > mesh + ROUNDING);
    }
}
