// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import io.highlands.dashboards.cloudwatch.MonitoredEdge;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.measure.EdgeMeasures;
import io.highlands.dashboards.cloudwatch.measure.MetricStat;
import io.highlands.telemetry.Status;
import io.highlands.telemetry.Unit;

/**
 * One edge of the mesh: what the caller's proxy counted, by Service Connect's metrics, beside what the caller's client
 * spans and the callee's own spans say.
 */
public final class EdgeQueries {

    private final MonitoredEdge edge;
    private final EdgeMeasures mesh;
    private final Traces calls;
    private final Traces answers;

    /** Queries for the calls from one client to one server. */
    public EdgeQueries(MonitoredPlatform platform, MonitoredEdge edge) {
        this.edge = edge;
        this.mesh = new EdgeMeasures(platform, edge);
        this.calls = Traces.callsOn(edge, platform.environment());
        this.answers = Traces.answeredBy(edge.server(), platform.environment());
    }

    /** Attempts that the callee answered, by the caller's proxy: a retried call is several. */
    public Expression attempts() {
        SequencedMap<String, Query> classes = new LinkedHashMap<>();
        mesh.answered().inputs().forEach((id, input) -> classes.put(id, Query.of((MetricStat) input)));
        return new Expression("attempts answered, proxy", classes.keySet().stream().map("default_zero(%s)"::formatted)
                .collect(Collectors.joining(" + ")), classes, Unit.COUNT);
    }

    /** Calls, by the caller's spans. */
    public List<Expression> calls() {
        return named("calls, ", calls.each(AgentTraces::rate));
    }

    /** Attempts that a task of the callee answered with 5xx, by the caller's proxy. */
    public Expression calleeErrors() {
        return Expression.of("callee's 5xx, proxy", Unit.COUNT, Query.of(mesh.answered(Status.SERVER_ERROR)));
    }

    /** Calls that were not answered, or with 5xx, by the caller's spans. */
    public List<Expression> failedCalls() {
        return named("failed calls, ", calls.each(AgentTraces::failed));
    }

    /** Failed calls less the callee's 5xx: what was made between the two, a lower bound, by spans and proxy together. */
    public List<Expression> madeBetween() {
        return named("made between, ", calls.each(agent -> Expression
                .of(agent.agent(), Unit.COUNT, "clamp_min(failed - default_zero(told), 0)")
                .with("failed", agent.failed()).with("told", told())));
    }

    /** Mean time of the callee, as the caller's proxy saw it. */
    public Expression meanAtProxy() {
        return Expression.of("mean, proxy", Unit.MILLISECONDS, Query.of(mesh.meanLatency()));
    }

    /** Time of the calls, by the caller's spans. */
    public List<Expression> callTimes(String aggregator) {
        return named("calls, ", calls.each(agent -> agent.time(aggregator)));
    }

    /** Time of all the callee's answers, to whomever, by its own spans. */
    public List<Expression> answerTimes(String aggregator) {
        return named(edge.server().name() + "'s own, ", answers.each(agent -> agent.time(aggregator)));
    }

    /** What proxies, network and the caller's client add to the callee's time, by means. */
    public List<Expression> addedTime() {
        return named("added, ", calls.each(agent -> Expression.of(agent.agent(), Unit.MILLISECONDS, "call - callee")
                .with("call", agent.time("avg")).with("callee", Query.of(mesh.meanLatency()))));
    }

    /** Share of the calls that failed, whichever agent counts them: for monitors, whose window it is of. */
    public Expression failedPercent() {
        return Expression.of("failed calls", Unit.PERCENT, "100 * failed / calls").with("failed", calls.failed())
                .with("calls", calls.hits());
    }

    /** Calls that failed, whichever agent counts them: for monitors. */
    public Expression allFailedCalls() {
        return calls.failed().labelled("failed calls");
    }

    /**
     * Calls per minute that failed though the callee did not say so, whichever agent counts them: for monitors.
     *
     * @param minutes
     *            length of the monitor's window
     */
    public Expression madeBetweenPerMinute(int minutes) {
        return Expression.of("failed calls that no task of the callee made", Unit.COUNT,
                "(failed - default_zero(told)) / " + minutes).with("failed", calls.failed()).with("told", told());
    }

    /** 1 where the caller's circuit was open at some moment, else 0. */
    public Expression circuitOpen() {
        return Expression.of("circuit open", Unit.COUNT, Query.of(mesh.circuitOpen()));
    }

    private Query told() {
        return Query.of(mesh.answered(Status.SERVER_ERROR));
    }

    private static List<Expression> named(String prefix, List<Expression> lines) {
        return lines.stream().map(line -> line.labelled(prefix + line.label())).toList();
    }
}
