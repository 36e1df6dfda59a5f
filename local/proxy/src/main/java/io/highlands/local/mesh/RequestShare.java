// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.util.random.RandomGenerator;

/**
 * Which requests a fault concerns that concerns a share of them. Each is as likely as any other, but a short run of
 * requests has its share too: of each {@code 100 / percent} consecutive ones it is one, at random. Where each request had
 * a chance of its own, a fault of 6 % at two requests a second would pass over half a minute now and then, and what is
 * seen of it would say nothing of it.
 */
final class RequestShare {

    private static final int ALL = 100;

    private final int rarer;
    private final boolean inverse;
    private final RandomGenerator random;
    private long request;
    private long group;
    private long chosen;

    /**
     * Chooses among the requests that come from now on.
     *
     * @param percent of the requests, 1 to 100
     * @param random chooses
     */
    RequestShare(int percent, RandomGenerator random) {
        this.inverse = percent > ALL / 2;
        this.rarer = inverse ? ALL - percent : percent;
        this.random = random;
    }

    /** {@return whether the next request is one of them} */
    synchronized boolean next() {
        if (rarer == 0) {
            return inverse;
        }
        if (request == begin(group)) {
            chosen = random.nextLong(request, begin(group + 1));
            group++;
        }
        return request++ == chosen != inverse;
    }

    /** The first request of a group: the share exactly, where 100 is no multiple of it. */
    private long begin(long index) {
        return Math.ceilDiv(index * ALL, rarer);
    }
}
