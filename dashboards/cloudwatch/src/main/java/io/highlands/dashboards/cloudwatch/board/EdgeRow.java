// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import io.highlands.dashboards.cloudwatch.MonitoredEdge;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.Thresholds;
import io.highlands.dashboards.cloudwatch.measure.EdgeMeasures;
import io.highlands.dashboards.cloudwatch.measure.RequestMeasures;
import io.highlands.telemetry.Status;
import io.highlands.telemetry.Unit;

/** One edge, seen by the three who have a part in it. */
final class EdgeRow {

    private final DashboardContext context;
    private final MonitoredEdge edge;
    private final EdgeMeasures measures;
    private final RequestMeasures callee;
    private final Thresholds thresholds;

    EdgeRow(DashboardContext context, MonitoredEdge edge) {
        this.context = context;
        this.edge = edge;
        MonitoredPlatform platform = context.platform();
        measures = new EdgeMeasures(platform, edge);
        callee = new RequestMeasures(platform, edge.server());
        thresholds = platform.thresholds();
    }

    Row create() {
        if (!edge.client().publishes()) {
            return Row.of(edge.label(),
                    "Proxy: %s's own, which counts answers of %s and none that it made itself. %s publishes nothing itself."
                            .formatted(edge.client().name(), edge.server().name(), edge.client().name()),
                    answered(), answeredErrors(), answeredLatency());
        }
        return Row.of(edge.label(),
                "Caller: %s's HTTP client. Proxy: %s's own, which counts answers of %s and none that it made itself. "
                        .formatted(edge.client().name(), edge.client().name(), edge.server().name())
                        + "Callee: %s, from all its callers.".formatted(edge.server().name()),
                requests(), errors(), proxyMade(), latency());
    }

    private Panel requests() {
        return calleeRate(
                graph("Requests", Units.PER_SECOND).line(measures.callRate().labelled("caller"), Palette.CALLER)
                        .line(measures.answerRate().labelled("proxy"), Palette.PROXY))
                .panel();
    }

    private Panel answered() {
        return calleeRate(graph("Requests", Units.PER_SECOND).line(measures.answerRate().labelled("proxy"),
                Palette.PROXY)).panel();
    }

    private Graph calleeRate(Graph graph) {
        return edge.server().publishes()
                ? graph.line(callee.requestRate().labelled("callee, from all"), Palette.CALLEE)
                : graph;
    }

    private Panel answeredErrors() {
        return graph("Errors", Units.PER_PERIOD)
                .line(measures.calleeErrors().labelled("proxy: callee's 5xx"), Palette.PROXY)
                .right(Units.PERCENT, measures.errorPercent().labelled("share of 5xx that the callee made"),
                        Palette.SERVER_ERROR)
                .panel();
    }

    private Panel answeredLatency() {
        return calleeMean(graph("Time", Units.of(Unit.MILLISECONDS))
                .line(measures.meanLatency().labelled("proxy, mean"), Palette.PROXY)).threshold(
                        thresholds.edgeLatencyMillis(edge), "ticket: proxy's mean above {} ms", Palette.TICKET)
                .panel();
    }

    private Graph calleeMean(Graph graph) {
        return edge.server().publishes()
                ? graph.line(callee.meanLatency().labelled("callee, mean of all"), Palette.CALLEE)
                : graph;
    }

    private Panel errors() {
        return graph("Errors", Units.PER_PERIOD)
                .line(measures.failedCalls(Status.CLIENT_ERROR).labelled("caller: 4xx"), Palette.CLIENT_ERROR)
                .line(measures.failedCalls(Status.SERVER_ERROR).labelled("caller: 5xx"), Palette.SERVER_ERROR)
                .line(measures.failedCalls(Status.NO_ANSWER).labelled("caller: timeout or no answer"),
                        Palette.NO_ANSWER)
                .line(measures.calleeErrors().labelled("proxy: callee's 5xx"), Palette.PROXY).panel();
    }

    private Panel proxyMade() {
        return graph("Errors that only the proxy made", Units.PER_PERIOD)
                .line(measures.knownProxyMadeErrors().labelled("caller's failures less the callee's"),
                        Palette.NO_ANSWER)
                .threshold(thresholds.proxyErrors(), "ticket: {} per period", Palette.TICKET)
                .right(Units.PERCENT, measures.errorPercent().labelled("share of 5xx that the callee made"),
                        Palette.SERVER_ERROR)
                .panel();
    }

    private Panel latency() {
        return calleeMean(graph("Time", Units.of(Unit.MILLISECONDS))
                .line(measures.callLatency("Average").labelled("caller, mean"), Palette.CALLER)
                .line(measures.callLatency("p99").labelled("caller, p99"), Palette.P99)
                .line(measures.meanLatency().labelled("proxy, mean"), Palette.PROXY))
                .threshold(thresholds.edgeLatencyMillis(edge), "ticket: proxy's mean above {} ms", Palette.TICKET)
                .limit(edge.timeout().toMillis(), "gives up at {} ms").panel();
    }

    /** Titles name the edge, so that each is found once on the dashboard. */
    private Graph graph(String title, String unit) {
        return context.graph(edge.label() + ": " + title, unit).size(Grid.QUARTER, Grid.GRAPH);
    }
}
