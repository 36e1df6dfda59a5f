// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

import java.util.stream.Stream;

import io.highlands.dashboards.cloudwatch.DashboardNames;
import io.highlands.dashboards.cloudwatch.MonitoredEdge;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.Thresholds;
import io.highlands.dashboards.cloudwatch.measure.EdgeMeasures;
import io.highlands.dashboards.cloudwatch.measure.Formula;
import io.highlands.telemetry.Status;

/** What goes wrong between one service and another. */
final class EdgeTickets {

    private final MonitoredPlatform platform;
    private final MonitoredEdge edge;
    private final EdgeMeasures measures;

    EdgeTickets(MonitoredPlatform platform, MonitoredEdge edge) {
        this.platform = platform;
        this.edge = edge;
        this.measures = new EdgeMeasures(platform, edge);
    }

    Stream<Alert> all() {
        return edge.client().publishes()
                ? Stream.of(errors(), latency(), proxyMade(), circuitOpen())
                : Stream.of(answeredErrors(), latency());
    }

    /**
     * By the caller's own count, which holds what its proxy answered and what was never answered. A call that an open
     * circuit turned away has failed too, or the alarm would clear as soon as the circuit opens. Fewer failures than
     * {@link Thresholds#MIN_FAILED_CALLS} in a minute are none.
     */
    private Alert errors() {
        var share = Formula
                .of("failed calls",
                        "IF((%1$s) >= %2$d, 100 * (%1$s) / (FILL(made, 0) + FILL(rejected, 0)), 0)".formatted(
                                "FILL(failed, 0) + FILL(lost, 0) + FILL(rejected, 0)", Thresholds.MIN_FAILED_CALLS))
                .with("made", measures.calls()).with("rejected", measures.rejectedCalls())
                .with("failed", measures.failedCalls(Status.SERVER_ERROR))
                .with("lost", measures.failedCalls(Status.NO_ANSWER));
        return ticket(AlarmKind.EDGE_ERRORS,
                Watch.above("calls", share, platform.thresholds().edgeErrorPercent()).forAny(2, 3));
    }

    /**
     * Of a caller that publishes nothing: the 5xx of the callee's tasks among all that they answered, as the caller's proxy
     * counts them. Calls that nobody answered are in no metric of AWS.
     */
    private Alert answeredErrors() {
        var share = Formula
                .of("5xx answers",
                        "IF(FILL(failed, 0) >= %d, 100 * FILL(failed, 0) / FILL(answered, 0), 0)"
                                .formatted(Thresholds.MIN_FAILED_CALLS))
                .with("failed", measures.answered(Status.SERVER_ERROR)).with("answered", measures.answered());
        return ticket(AlarmKind.EDGE_ERRORS,
                Watch.above("answers", share, platform.thresholds().edgeErrorPercent()).forAny(2, 3));
    }

    /** The mesh's metric has a mean and no percentiles. No answer at all is no latency: then calls fail. */
    private Alert latency() {
        return ticket(AlarmKind.EDGE_LATENCY, Watch.above("mean", measures.meanLatency(),
                platform.thresholds().edgeLatencyMillis(edge)).forAny(2, 3));
    }

    /** Failures that the caller counted less those that a task of the callee made. No calls, no failures. */
    private Alert proxyMade() {
        return ticket(AlarmKind.PROXY_MADE_ERRORS,
                Watch.above("calls", measures.proxyMadeErrors(), platform.thresholds().proxyErrors()).forAny(2, 3));
    }

    /** A caller that does not publish has no circuit to speak of, and telemetry-silent or its tasks to. */
    private Alert circuitOpen() {
        return ticket(AlarmKind.CIRCUIT_OPEN, Watch.atLeast("breaker", measures.circuitOpen(), 1).forAny(2, 3));
    }

    private Alert ticket(AlarmKind kind, Watch watch) {
        return Alert.of(kind, edge.id(), new DashboardNames(platform.environment()).mesh(), watch);
    }
}
