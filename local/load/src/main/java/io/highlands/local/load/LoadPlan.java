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
 * @param perSecond requests started a second, more than 0
 * @param timeout how long a response is waited for
 */
public record LoadPlan(LongFunction<URI> target, double perSecond, Duration timeout) {

    /** Longer than the load balancer waits, so that it responds first. */
    private static final Duration USERS_TIMEOUT = Duration.ofSeconds(30);

    private static final List<String> NAMES = List.of("Aviemore", "Ben%20Nevis", "Cairngorm", "Dornoch", "Eilean",
            "Fort%20William", "Glencoe", "Helmsdale", "Inverness", "Kintail", "Lochaber", "Mallaig", "Nairn", "Oban");

    /**
     * The public routes in turn, as users ask for them.
     *
     * @param base where the load balancer listens
     * @param perSecond requests a second, more than 0
     * @return the plan
     */
    public static LoadPlan ofUsers(URI base, double perSecond) {
        return new LoadPlan(number -> base.resolve(number % 2 == 0
                ? "/?name=" + NAMES.get((int) (number / 2 % NAMES.size()))
                : "/time"), perSecond, USERS_TIMEOUT);
    }
}
