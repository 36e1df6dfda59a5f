// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.undertow.server.HttpServerExchange;

import io.highlands.local.forward.RequestTarget;

/** The traffic faults in effect. Nearly always there are none, and then a request costs one read. */
final class TrafficFaults {

    private static final int ALL = 100;

    private volatile List<TrafficFault> standing = List.of();

    /**
     * What is done to one request.
     *
     * @param delayMillis how much later it arrives
     * @param status what it is answered with; 0 to be answered by the task's process
     */
    record Effect(long delayMillis, int status) {

        static final Effect NONE = new Effect(0, 0);

        Effect and(TrafficFault more) {
            return new Effect(delayMillis + more.delay().toMillis(), status == 0 ? more.status() : status);
        }
    }

    synchronized void add(TrafficFault fault) {
        List<TrafficFault> more = new ArrayList<>(standing);
        more.add(fault);
        standing = List.copyOf(more);
    }

    /** Takes one back, and not another one that is equal to it. */
    synchronized void remove(TrafficFault fault) {
        standing = standing.stream().filter(each -> each != fault).toList();
    }

    /** {@return what is done to a request, by each traffic fault with its own chance} */
    Effect on(HttpServerExchange request, TaskIdentity from, TaskIdentity to) {
        List<TrafficFault> all = standing;
        if (all.isEmpty() || from == null) {
            return Effect.NONE;
        }
        String path = RequestTarget.path(request);
        Effect effect = Effect.NONE;
        for (TrafficFault each : all) {
            if (each.concerns(from, to, path)
                    && (each.percent() >= ALL || ThreadLocalRandom.current().nextInt(ALL) < each.percent())) {
                effect = effect.and(each);
            }
        }
        return effect;
    }
}
