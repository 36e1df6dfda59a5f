// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;

/**
 * What a load asks for, and how often.
 *
 * @param target what request n asks for with GET, counted from 0
 * @param perSecond requests started a second at most, more than 0
 * @param arrivals when they are started
 * @param timeout how long a response is waited for
 */
public record LoadPlan(LongFunction<URI> target, double perSecond, Arrivals arrivals, Duration timeout) {

    /** Longer than the load balancer waits, so that it responds first. */
    private static final Duration USERS_TIMEOUT = Duration.ofSeconds(30);

    /**
     * Requests in equal gaps.
     *
     * @param target what request n asks for with GET, counted from 0
     * @param perSecond requests started a second, more than 0
     * @param timeout how long a response is waited for
     */
    public LoadPlan(LongFunction<URI> target, double perSecond, Duration timeout) {
        this(target, perSecond, Arrivals.constant(perSecond), timeout);
    }

    /**
     * Each public path in turn, as users ask for it.
     *
     * @param base where the load balancer listens
     * @param paths what is asked for: paths with their query, at least one
     * @param perSecond requests a second, more than 0
     * @return the plan
     */
    public static LoadPlan ofUsers(URI base, List<String> paths, double perSecond) {
        List<URI> targets = paths.stream().map(base::resolve).toList();
        return new LoadPlan(number -> targets.get((int) (number % targets.size())), perSecond, USERS_TIMEOUT);
    }

    LoadPlan with(LongFunction<URI> other, Arrivals at) {
        return new LoadPlan(other, perSecond, at, timeout);
    }
}
