// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.measure;

import java.time.Duration;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;

/**
 * What users were promised against what they got. The failures that the load balancer made itself count as requests,
 * because RequestCount leaves them out: without them a total outage would be no traffic at all.
 */
public final class AvailabilityMeasures {

    /** The longer windows of the burn rate, each with the short one that lets an alarm clear soon. */
    public static final Duration FAST_LONG = Duration.ofHours(1);
    /** A twelfth of {@link #FAST_LONG}. */
    public static final Duration FAST_SHORT = Duration.ofMinutes(5);
    /** For what is not sudden. */
    public static final Duration SLOW_LONG = Duration.ofHours(6);
    /** A twelfth of {@link #SLOW_LONG}. */
    public static final Duration SLOW_SHORT = Duration.ofMinutes(30);

    /** Of {@link EntryMeasures#balancerErrorsByStatus()}, each published only when it is not zero. */
    private static final String BALANCER_ERRORS = " + FILL(elb500, 0) + FILL(elb502, 0) + FILL(elb503, 0) "
            + "+ FILL(elb504, 0)";
    /** In the unit of requests times percent. */
    private static final long HALF_A_REQUEST = 50;

    private final MonitoredPlatform platform;
    private final EntryMeasures entry;

    /** The measures of the platform's availability objective. */
    public AvailabilityMeasures(MonitoredPlatform platform) {
        this.platform = platform;
        this.entry = new EntryMeasures(platform);
    }

    /**
     * Requests that failed: answered with 5xx by a service, or with 500, 502, 503 or 504 by the load balancer itself. Sum.
     */
    public Formula bad() {
        return withBalancerErrors(Formula.of("bad", "FILL(target5xx, 0)" + BALANCER_ERRORS).with("target5xx",
                entry.targetErrors()));
    }

    /** Requests of users. Sum. */
    public Formula total() {
        return withBalancerErrors(Formula.of("total", "FILL(requests, 0)" + BALANCER_ERRORS).with("requests",
                entry.requests()));
    }

    private Formula withBalancerErrors(Formula sum) {
        Formula whole = sum;
        for (var error : entry.balancerErrorsByStatus().entrySet()) {
            whole = whole.with(error.getKey(), error.getValue());
        }
        return whole;
    }

    /** Share of users' requests that were answered without a server error. Percent; no traffic is 100. */
    public Formula attainment() {
        return Formula.of("availability", "100 * (1 - bad / IF(total > 0, total, 1))").with("bad", bad()).with("total",
                total());
    }

    /** Share of the error budget that is left, of a window as long as the period. Percent; below 0 it is overspent. */
    public Formula budgetLeft() {
        return Formula.of("error budget left",
                "100 * (1 - bad / IF(total > 0, total, 1) / %s)".formatted(budget())).with("bad", bad())
                .with("total", total());
    }

    /**
     * How many times faster than sustainable the error budget is spent over the window. 0 while it holds fewer requests
     * than {@link io.highlands.dashboards.cloudwatch.Thresholds#minimumRequests()}, or fewer failures than
     * {@link io.highlands.dashboards.cloudwatch.Thresholds#minimumFailures()}.
     *
     * @param window
     *            the length of its periods
     */
    public Formula burnRate(Duration window) {
        return Formula
                .of("burn rate over " + words(window),
                        "IF(total >= %d, 1, 0) * IF(bad >= %d, 1, 0) * bad / IF(total > 0, total, 1) / %s".formatted(
                                platform.thresholds().minimumRequests(), platform.thresholds().minimumFailures(),
                                budget()))
                .with("total", total()).with("bad", bad()).over(window);
    }

    /** Share of the requests that reached a service which were answered within the latency objective. Percent. */
    public MetricStat withinLatency() {
        return entry.latency("PR(:%s)".formatted(seconds())).labelled("answered within " + seconds() + " s");
    }

    /**
     * Share of the requests that were not answered within the latency objective. Percent; 0 while there are fewer
     * requests than {@link io.highlands.dashboards.cloudwatch.Thresholds#minimumRequests()}, or fewer slow ones than
     * {@link io.highlands.dashboards.cloudwatch.Thresholds#minimumFailures()}. {@code PR} is a share, so that the slow
     * ones are counted as requests times share, to half a request: 14 times the share of 5 in 14 may be less than 5.
     * Requests that nobody answered have no time, so that a period may have requests and none of them timed.
     *
     * @param window
     *            the length of its periods
     */
    public Formula slowPercent(Duration window) {
        return Formula
                .of("slow requests over " + words(window),
                        "IF(FILL(requests, 0) >= %d, IF(FILL(requests, 0) * (100 - FILL(fast, 100)) >= %d, 1, 0), 0) "
                                .formatted(platform.thresholds().minimumRequests(),
                                        100L * platform.thresholds().minimumFailures() - HALF_A_REQUEST)
                                + "* (100 - FILL(fast, 100))")
                .with("requests", entry.requests()).with("fast", withinLatency()).over(window);
    }

    /** Percent of slow requests at which the latency objective's budget burns as fast as the fast burn rate. */
    public double slowPercentThreshold() {
        double mayBeSlow = 100 - platform.objectives().latencyPercentile();
        return Math.round(mayBeSlow * platform.thresholds().burnFast() * 1000) / 1000.0;
    }

    /** The latency objective in seconds, as the load balancer measures. */
    public String seconds() {
        return Numbers.plain(platform.objectives().latency().toMillis() / 1000.0);
    }

    private String budget() {
        return platform.objectives().errorBudget().stripTrailingZeros().toPlainString();
    }

    private static String words(Duration window) {
        return window.toMinutesPart() == 0 ? window.toHours() + " h" : window.toMinutes() + " min";
    }
}
