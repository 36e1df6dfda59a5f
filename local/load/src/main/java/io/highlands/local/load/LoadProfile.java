// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.load;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;

/**
 * How the rate of a load changes while it lasts. Those of users come at random times, more of them for the paths that are declared
 * first, and one in a hundred for a page that is not there.
 */
public enum LoadProfile {

    /** Each path in turn, in equal gaps. */
    STEADY(over -> 1),

    /**
     * Each path once a minute of AWS's time, in equal gaps.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries.html">Canaries of
     * CloudWatch Synthetics</a>, which run at most once a minute
     */
    CANARY(over -> 1),

    /** Users: a day in the time of the load: a tenth of the rate at its begin and end, at night, and all of it at noon. */
    DAY(over -> 0.55 - 0.45 * Math.cos(2 * Math.PI * over)),

    /** Users: a fifth of the rate, and all of it in the middle fifth of the time. */
    SPIKE(over -> over >= 0.4 && over < 0.6 ? 1 : 0.2);

    /** A page that no service has: what a user asks for who has mistyped an address. */
    static final String NO_PAGE = "/no-such-page";

    /** Share of requests for {@link #NO_PAGE}. */
    private static final double BAD = 0.01;

    private final DoubleUnaryOperator rate;

    LoadProfile(DoubleUnaryOperator rate) {
        this.rate = rate;
    }

    /**
     * Finds a profile.
     *
     * @param name in lower case
     * @return empty when none has it
     */
    public static Optional<LoadProfile> named(String name) {
        return Arrays.stream(values()).filter(profile -> profile.toString().equals(name)).findFirst();
    }

    /** {@return its name as users type it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether requests come as those of users, in place of equal gaps} */
    public boolean isOfUsers() {
        return this != STEADY && this != CANARY;
    }

    /**
     * The rate at the busiest time.
     *
     * @param asked requests a second, where the user may choose
     * @param paths how many paths are requested
     * @param timeScale how many of AWS's seconds pass in one of this machine
     * @return requests a second
     */
    public double highest(double asked, int paths, double timeScale) {
        return this == CANARY ? paths / canarySeconds(timeScale) : asked;
    }

    /**
     * The time from one request of a canary for a path to the next.
     *
     * @param timeScale how many of AWS's seconds pass in one of this machine
     * @return seconds of this machine
     */
    public static double canarySeconds(double timeScale) {
        return TimeUnit.MINUTES.toSeconds(1) / timeScale;
    }

    /** Of the highest rate, by how much of the load's time is over: both from 0 to 1. */
    double share(double over) {
        return rate.applyAsDouble(Math.min(over, 1));
    }

    /**
     * What is asked for, and when.
     *
     * @param base where the load balancer listens
     * @param paths what is asked for: paths with their query, at least one
     * @param highest requests a second at the busiest time, more than 0
     * @param lasts the time in which the rate changes once as the profile says
     * @param random where chance comes from, for several threads
     * @return the plan
     */
    public LoadPlan plan(URI base, List<String> paths, double highest, Duration lasts, Random random) {
        if (!isOfUsers()) {
            return LoadPlan.ofUsers(base, paths, highest);
        }
        double seconds = lasts.toMillis() / 1e3;
        return LoadPlan.ofUsers(base, paths, highest).with(targets(base, paths, random),
                Arrivals.ofUsers(highest, time -> share(time / seconds), random));
    }

    /** The first path twice as often as the second, and three times as often as the third. */
    private static LongFunction<URI> targets(URI base, List<String> paths, Random random) {
        List<URI> targets = paths.stream().map(base::resolve).toList();
        URI none = base.resolve(NO_PAGE);
        double all = 0;
        for (int place = 1; place <= targets.size(); place++) {
            all += 1.0 / place;
        }
        double sum = all;
        return number -> {
            if (random.nextDouble() < BAD) {
                return none;
            }
            double left = random.nextDouble() * sum;
            int place = 1;
            while (place < targets.size() && left >= 1.0 / place) {
                left -= 1.0 / place;
                place++;
            }
            return targets.get(place - 1);
        };
    }
}
