// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cost;

/**
 * What a month's bill depends on and no template says.
 *
 * @param logGigabytes GB of logs that the environment writes in a month
 * @param natGigabytes GB that tasks receive from or send to the internet in a month
 * @param capacityUnits load balancer capacity units, mean; one is 25 new connections a second or 1 GB an hour
 * @param customMetrics custom metrics that a service publishes, as {@code highlands cost} counts them in local mode
 */
public record Usage(double logGigabytes, double natGigabytes, double capacityUnits, int customMetrics) {

    /**
     * An environment with little traffic. The 18 are the mean of 18, 25 and 8 series that {@code highlands cost} counted for
     * services A, B and C in local mode on 2026-11-29, and one of the platform.
     */
    public static final Usage LITTLE = new Usage(10, 5, 1, 18);
}
