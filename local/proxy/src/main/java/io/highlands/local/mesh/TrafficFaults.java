// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;

import io.highlands.local.forward.RequestTarget;

/** The traffic faults in effect. Nearly always there are none, and then a request costs one read. */
final class TrafficFaults {

    private static final int ALL = 100;

    private volatile List<Standing> standing = List.of();

    /**
     * A fault in effect.
     *
     * @param fault the fault
     * @param share whether it concerns the next request
     */
    private record Standing(TrafficFault fault, BooleanSupplier share) {

        /** A proxy tries a 503 again: in groups, no request would meet one three times. */
        static Standing of(TrafficFault fault) {
            RequestShare share = new RequestShare(fault.percent(), new SplittableRandom());
            return new Standing(fault, fault.status() == StatusCodes.SERVICE_UNAVAILABLE
                    ? () -> ThreadLocalRandom.current().nextInt(ALL) < fault.percent()
                    : share::next);
        }
    }

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
        List<Standing> more = new ArrayList<>(standing);
        more.add(Standing.of(fault));
        standing = List.copyOf(more);
    }

    /** Takes one back, and not another one that is equal to it. */
    synchronized void remove(TrafficFault fault) {
        standing = standing.stream().filter(each -> each.fault() != fault).toList();
    }

    /** {@return what is done to a request, by each traffic fault with its own share} */
    Effect on(HttpServerExchange request, TaskIdentity from, TaskIdentity to) {
        List<Standing> all = standing;
        if (all.isEmpty() || from == null) {
            return Effect.NONE;
        }
        String path = RequestTarget.path(request);
        Effect effect = Effect.NONE;
        for (Standing each : all) {
            if (each.fault().concerns(from, to, path) && each.share().getAsBoolean()) {
                effect = effect.and(each.fault());
            }
        }
        return effect;
    }
}
