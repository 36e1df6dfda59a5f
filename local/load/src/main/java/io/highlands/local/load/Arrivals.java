// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.load;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/** When requests are sent. All times are in nanoseconds since the load began. */
@FunctionalInterface
public interface Arrivals {

    /**
     * The time of the request after another.
     *
     * @param earlier when the one before was sent
     * @return later than that
     */
    long after(long earlier);

    /**
     * Equal gaps.
     *
     * @param perSecond requests a second, more than 0
     * @return the times
     */
    static Arrivals constant(double perSecond) {
        long gap = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        return earlier -> earlier + gap;
    }

    /**
     * Many users who do not know of each other, and think between two requests: a Poisson process whose rate changes, by thinning.
     *
     * @param highest requests a second, which the rate never exceeds, more than 0
     * @param share the rate as a share of the highest, more than 0 to 1, by the seconds since the load began
     * @param random where chance comes from
     * @return the times
     * @see <a href="https://doi.org/10.1002/nav.3800260304">Lewis and Shedler, Simulation of nonhomogeneous Poisson processes by
     * thinning, 1979</a>
     */
    static Arrivals ofUsers(double highest, DoubleUnaryOperator share, RandomGenerator random) {
        double second = TimeUnit.SECONDS.toNanos(1);
        return earlier -> {
            double time = earlier;
            do {
                time += Math.max(1, random.nextExponential() / highest * second);
            } while (random.nextDouble() >= share.applyAsDouble(time / second));
            return (long) time;
        };
    }
}
