// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.board;

import java.util.List;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.datadog.query.UserQueries;

/** Are users happy? */
final class UserGroup {

    private UserGroup() {
    }

    static Group of(MonitoredPlatform platform) {
        var users = new UserQueries(platform);
        var objectives = platform.objectives();
        var thresholds = platform.thresholds();
        Tile answers = Tile.of("Requests and failures of users",
                "By the load balancer. Its own 5xx are requests that no service saw.",
                Line.of(users.requests()).asBars(), Line.of(users.serviceErrors(), Palette.ERRORS).asBars(),
                Line.of(users.balancerErrors(), Palette.NO_ANSWER).asBars());
        Tile availability = Tile.of("Availability, percent", "Share of users' requests without a server error.",
                Line.of(users.availability())).with(
                        new Marker(objectives.availabilityPercent(), "objective",
                                "info dashed"));
        Tile burn = Tile.of("Burn rate of the error budget",
                "How many times faster than sustainable. The monitors look at 1 h and 5 min, and 6 h and 30 min.",
                Line.of(users.burnRate(), Palette.ERRORS))
                .with(Marker.page(thresholds.burnFast()), Marker.page(thresholds.burnSlow()));
        Tile times = Tile.of("Time of the entry services' answers, ms", "By their own spans, to the mesh too.")
                .and(Line.all(users.times("p50"), Palette.PLAIN)).and(Line.all(users.times("p99"), Palette.ERRORS))
                .with(Marker.limit(objectives.latency().toMillis(), "objective"));
        return new Group("Are users happy?", List.of(answers, availability, burn, times), 2);
    }
}
