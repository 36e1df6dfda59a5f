// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

/**
 * Where alarms fire. A dashboard's line and its alarm take the same value from here.
 *
 * @param burnFast
 *            how many times faster than sustainable the error budget may be spent over an hour and five minutes, before
 *            someone is paged; default 14.4 (Google's SRE workbook: 2 % of 30 days' budget in an hour)
 * @param burnSlow
 *            the same over six hours and thirty minutes; default 6 (5 % of the budget in six hours)
 * @param minimumRequests
 *            requests in a window of an alarm on a share (burn rates, slow requests, the deployment guard's minute) below
 *            which the share says nothing; default 10
 * @param minimumFailures
 *            failed requests, or slow ones for the latency objective, in the same window below which the share says
 *            nothing; default 5. Without it one failure in an hour of 69 requests is a burn rate of 14.5
 * @param edgeErrorPercent
 *            share of the calls of an edge that the callee may answer with 5xx; default 5
 * @param edgeLatencyPercent
 *            share of an edge's timeout that a mean answer may take; default 80
 * @param proxyErrors
 *            calls per minute that may fail between caller and callee, where neither made the error; default 5
 * @param cpuPercent
 *            CPU that a task may use; default 80 (AWS's recommended alarms)
 * @param memoryPercent
 *            memory that a task may use; default 80 (AWS's recommended alarms)
 * @param heapPercent
 *            share of the maximum heap that may be in use; default 90
 * @param guardErrorPercent
 *            share of a service's answers that may be 5xx while a deployment runs, before it is rolled back; default 10
 */
public record Thresholds(double burnFast, double burnSlow, int minimumRequests, int minimumFailures,
        double edgeErrorPercent, double edgeLatencyPercent, int proxyErrors, double cpuPercent, double memoryPercent,
        double heapPercent, double guardErrorPercent) {

    /** Failed calls on an edge in a minute below which their share says nothing. */
    public static final int MIN_FAILED_CALLS = 3;

    /** Where an environment says nothing. */
    public static final Thresholds DEFAULTS = new Thresholds(14.4, 6, 10, 5, 5, 80, 5, 80, 80, 90, 10);

    /** Milliseconds that a mean answer on that edge may take. */
    public double edgeLatencyMillis(MonitoredEdge edge) {
        return edge.timeout().toMillis() * edgeLatencyPercent / 100;
    }
}
