// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What users were promised.
 *
 * @param availabilityPercent
 *            share of requests that are answered without a server error; default 99.9
 * @param latency
 *            time within which the load balancer's targets answer; default 1 s
 * @param latencyPercentile
 *            share of requests that have to be answered within it, in percent; default 99
 * @param window
 *            time over which attainment and budget are counted; default 30 days
 */
public record Objectives(double availabilityPercent, Duration latency, double latencyPercentile, Duration window) {

    /** Where an environment says nothing. */
    public static final Objectives DEFAULTS = new Objectives(99.9, Duration.ofSeconds(1), 99, Duration.ofDays(30));

    /** Share of requests that may fail: 0.001 for 99.9 %. */
    public BigDecimal errorBudget() {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(availabilityPercent).movePointLeft(2));
    }

    /** CloudWatch's name of the statistic of the latency objective: {@code p99}. */
    public String latencyStatistic() {
        return "p" + BigDecimal.valueOf(latencyPercentile).stripTrailingZeros().toPlainString();
    }
}
