// SPDX-License-Identifier: Apache-2.0
package io.highlands.telemetry;

import java.util.List;

import static io.highlands.telemetry.Dimension.LOAD_BALANCER;
import static io.highlands.telemetry.Dimension.TARGET_GROUP;

/**
 * What the load balancer publishes, every minute and only when not zero (Elastic Load Balancing user guide,
 * load-balancer-cloudwatch-metrics). Health checks are not among its requests.
 */
public final class LoadBalancerMetrics {

    /** Requests that reached a target. */
    public static final Metric REQUEST_COUNT = both("RequestCount", Unit.COUNT, Kind.COUNTER,
            "requests for which a target was chosen; those refused before are not among them; Sum");
    /** The load balancer's own 4xx. */
    public static final Metric ELB_4XX = balancer("HTTPCode_ELB_4XX_Count", "answers from 400 to 499 of its own; Sum");
    /** The load balancer's own 5xx, those that a caller provokes (501, 505, 561) among them. */
    public static final Metric ELB_5XX = balancer("HTTPCode_ELB_5XX_Count",
            "answers from 500 to 599 of its own, also 501, 505 and 561, which any caller can provoke; Sum");
    /** The load balancer's own 500. */
    public static final Metric ELB_500 = balancer("HTTPCode_ELB_500_Count", "answers 500 of its own; Sum");
    /** The load balancer's own 502. */
    public static final Metric ELB_502 = balancer("HTTPCode_ELB_502_Count", "answers 502 of its own; Sum");
    /** The load balancer's own 503. */
    public static final Metric ELB_503 = balancer("HTTPCode_ELB_503_Count",
            "answers 503 of its own, such as without a target; Sum");
    /** The load balancer's own 504. */
    public static final Metric ELB_504 = balancer("HTTPCode_ELB_504_Count", "answers 504 of its own; Sum");
    /** Answers of targets, 2xx. */
    public static final Metric TARGET_2XX = both("HTTPCode_Target_2XX_Count", Unit.COUNT, Kind.COUNTER,
            "answers from 200 to 299 of targets; Sum");
    /** Answers of targets, 3xx. */
    public static final Metric TARGET_3XX = both("HTTPCode_Target_3XX_Count", Unit.COUNT, Kind.COUNTER,
            "answers from 300 to 399 of targets; Sum");
    /** Answers of targets, 4xx. */
    public static final Metric TARGET_4XX = both("HTTPCode_Target_4XX_Count", Unit.COUNT, Kind.COUNTER,
            "answers from 400 to 499 of targets; Sum");
    /** Answers of targets, 5xx. */
    public static final Metric TARGET_5XX = both("HTTPCode_Target_5XX_Count", Unit.COUNT, Kind.COUNTER,
            "answers from 500 to 599 of targets; Sum");
    /** Time of targets. */
    public static final Metric TARGET_RESPONSE_TIME = both("TargetResponseTime", Unit.SECONDS, Kind.DISTRIBUTION,
            "time from the request to the first byte of the target's answer; Average and pNN");
    /** Targets that take traffic. */
    public static final Metric HEALTHY_HOSTS = targets("HealthyHostCount", "targets that are healthy; Minimum");
    /** Targets that do not. */
    public static final Metric UNHEALTHY_HOSTS = targets("UnHealthyHostCount", "targets that are unhealthy; Maximum");
    /** Connections to targets that failed. */
    public static final Metric TARGET_CONNECTION_ERRORS = both("TargetConnectionErrorCount", Unit.COUNT, Kind.COUNTER,
            "connections to a target that were not made; Sum");
    /** Requests turned away for want of connections. */
    public static final Metric REJECTED_CONNECTIONS = balancer("RejectedConnectionCount",
            "connections rejected because there were too many; Sum");
    /** Open connections. */
    public static final Metric ACTIVE_CONNECTIONS = balancer("ActiveConnectionCount",
            "connections open, from clients and to targets; Sum");
    /** New connections. */
    public static final Metric NEW_CONNECTIONS = balancer("NewConnectionCount",
            "new connections, from clients and to targets; Sum");

    private LoadBalancerMetrics() {
    }

    /** All of them, in the order of the reference page. */
    public static List<Metric> all() {
        return List.of(REQUEST_COUNT, ELB_4XX, ELB_5XX, ELB_500, ELB_502, ELB_503, ELB_504, TARGET_2XX, TARGET_3XX,
                TARGET_4XX, TARGET_5XX, TARGET_RESPONSE_TIME, HEALTHY_HOSTS, UNHEALTHY_HOSTS, TARGET_CONNECTION_ERRORS,
                REJECTED_CONNECTIONS, ACTIVE_CONNECTIONS, NEW_CONNECTIONS);
    }

    private static Metric balancer(String name, String meaning) {
        return Metric.of(Source.LOAD_BALANCER, name, Unit.COUNT, Kind.COUNTER, meaning, LOAD_BALANCER);
    }

    private static Metric both(String name, Unit unit, Kind kind, String meaning) {
        return Metric.of(Source.LOAD_BALANCER, name, unit, kind, meaning, LOAD_BALANCER).and(LOAD_BALANCER,
                TARGET_GROUP);
    }

    private static Metric targets(String name, String meaning) {
        return Metric.of(Source.LOAD_BALANCER, name, Unit.COUNT, Kind.GAUGE, meaning, LOAD_BALANCER, TARGET_GROUP);
    }
}
