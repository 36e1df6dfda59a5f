// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.List;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.Objectives;
import io.highlands.dashboards.cloudwatch.Thresholds;
import io.highlands.dashboards.cloudwatch.measure.AvailabilityMeasures;
import io.highlands.dashboards.cloudwatch.measure.EntryMeasures;
import io.highlands.dashboards.cloudwatch.measure.Measure;
import io.highlands.dashboards.cloudwatch.measure.Numbers;
import io.highlands.telemetry.Unit;

/** What users were promised, and what they get. */
final class ObjectiveRows {

    /** A dashboard's three hours may hold no beginning of a period of six, and then no point. */
    private static final String DAY = "-P1D";

    private final DashboardContext context;
    private final AvailabilityMeasures availability;
    private final EntryMeasures entry;
    private final Objectives objectives;

    ObjectiveRows(DashboardContext context) {
        this.context = context;
        MonitoredPlatform platform = context.platform();
        availability = new AvailabilityMeasures(platform);
        entry = new EntryMeasures(platform);
        objectives = platform.objectives();
    }

    Row numbers() {
        long length = objectives.window().toDays();
        String days = length + (length == 1 ? " day" : " days");
        String range = "-P" + length + "D";
        return Row.of("Are users happy?",
                "Promised over %s: %s %% answered without a server error, %s %% within %s s.".formatted(days,
                        Numbers.plain(objectives.availabilityPercent()), Numbers.plain(objectives.latencyPercentile()),
                        availability.seconds()),
                context.graph("Availability over %s".formatted(days), Units.PERCENT)
                        .line(percent(availability.attainment()), Palette.GOOD).numberOver(range).panel(),
                context.graph("Error budget left of %s".formatted(days), Units.PERCENT)
                        .line(percent(availability.budgetLeft()), Palette.GOOD).numberOver(range).panel(),
                context.graph("Answered within %s s over %s".formatted(availability.seconds(), days), Units.PERCENT)
                        .line(percent(availability.withinLatency()), Palette.GOOD).numberOver(range).panel(),
                context.graph("Requests over %s".formatted(days), Units.of(Unit.COUNT))
                        .line(entry.allRequests(), Palette.CALLER).numberOver(range)
                        .panel());
    }

    Row graphs() {
        return new Row(List.of(burnRate(), slow(), requests(), latency()));
    }

    private Panel burnRate() {
        Thresholds thresholds = context.platform().thresholds();
        return quarter("Burn rate of the error budget, last day", Units.TIMES)
                .line(availability.burnRate(AvailabilityMeasures.FAST_SHORT), Palette.SERVER_ERROR)
                .line(availability.burnRate(AvailabilityMeasures.FAST_LONG), Palette.CLIENT_ERROR)
                .line(availability.burnRate(AvailabilityMeasures.SLOW_SHORT), Palette.P95)
                .line(availability.burnRate(AvailabilityMeasures.SLOW_LONG), Palette.P99).over(DAY)
                .threshold(thresholds.burnFast(), "page: fast, {} times over 1 h and 5 min", Palette.PAGE)
                .threshold(thresholds.burnSlow(), "page: slow, {} times over 6 h and 30 min", Palette.TICKET).panel();
    }

    private Panel requests() {
        return quarter("Requests of users", Units.PER_SECOND).line(entry.requestRate(), Palette.GOOD)
                .line(entry.perSecond(entry.targetRefusals()), Palette.CLIENT_ERROR)
                .line(entry.perSecond(entry.balancerRefusals()), Palette.clientError(1))
                .line(entry.perSecond(entry.targetErrors()), Palette.SERVER_ERROR)
                .line(entry.balancerErrorRate(), Palette.NO_ANSWER).panel();
    }

    private Panel latency() {
        double limit = objectives.latency().toMillis() / 1000.0;
        return quarter("Time until services answer", Units.of(Unit.SECONDS))
                .line(entry.latency("p50"), Palette.MEDIAN).line(entry.latency("p95"), Palette.P95)
                .line(entry.latency(objectives.latencyStatistic()), Palette.P99)
                .limit(limit, "promised: %s within {} s".formatted(objectives.latencyStatistic())).panel();
    }

    private Panel slow() {
        return quarter("Requests slower than %s s, last day".formatted(availability.seconds()), Units.PERCENT)
                .line(availability.slowPercent(AvailabilityMeasures.FAST_SHORT), Palette.SERVER_ERROR)
                .line(availability.slowPercent(AvailabilityMeasures.FAST_LONG), Palette.CLIENT_ERROR).over(DAY)
                .threshold(availability.slowPercentThreshold(), "page: {} % over 1 h and 5 min", Palette.PAGE).panel();
    }

    /** A number has no axis to say what it is. */
    private static Measure percent(Measure share) {
        return share.labelled(share.label() + ", " + Units.PERCENT);
    }

    private Graph quarter(String title, String unit) {
        return context.graph(title, unit).size(Grid.QUARTER, Grid.GRAPH);
    }
}
