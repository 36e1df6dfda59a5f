// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.board;

import java.util.List;

import io.highlands.dashboards.cloudwatch.MonitoredEdge;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.datadog.query.EdgeQueries;

/** On this edge, where are errors and time: in the callee, between the two, or with the caller? */
final class EdgeGroup {

    private EdgeGroup() {
    }

    static Group of(MonitoredPlatform platform, MonitoredEdge edge) {
        var queries = new EdgeQueries(platform, edge);
        Tile traffic = Tile.of("Calls and attempts",
                """
                        The caller's spans count calls, its proxy the attempts that the callee answered: more attempts than \
                        calls are retries, fewer are calls that never reached it.""",
                Line.of(queries.attempts(),
                        Palette.PROXY))
                .and(Line.all(queries.calls(), Palette.CALLER));
        Tile failures = Tile.of("Failures, by who made them",
                """
                        Failed calls are 5xx and no answer, by the caller's spans. What the callee's tasks did not answer was \
                        made between: by a proxy, the network or the caller's own timeout. A lower bound, since a retry hides \
                        a callee's 5xx.""",
                Line.of(queries.calleeErrors(), Palette.ERRORS).asBars())
                .and(Line.all(queries.failedCalls(), Palette.CALLER))
                .and(Line.all(queries.madeBetween(), Palette.NO_ANSWER))
                .with(Marker.ticket(platform.thresholds().proxyErrors()));
        Tile times = Tile.of("Time until answered, ms",
                """
                        The proxy has a mean and no percentiles. The callee's own spans are of all its answers, whoever \
                        called.""",
                Line.of(queries.meanAtProxy(), Palette.PROXY))
                .and(Line.all(queries.callTimes("avg"), Palette.CALLER))
                .and(Line.all(queries.callTimes("p95"), Palette.CALLER))
                .and(Line.all(queries.answerTimes("p95"), Palette.CALLEE))
                .with(Marker.ticket(platform.thresholds().edgeLatencyMillis(edge)),
                        Marker.limit(edge.timeout().toMillis(), "timeout"));
        Tile added = Tile.of("Added to the callee's time, ms",
                "The caller's mean less its proxy's: client, connection pool, both proxies and network. By means.")
                .and(Line.all(queries.addedTime(), Palette.CALLER));
        return new Group(edge.label(), List.of(traffic, failures, times, added), 2);
    }
}
