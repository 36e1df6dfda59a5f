// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.alarm;

import java.util.ArrayList;
import java.util.List;

import io.highlands.dashboards.cloudwatch.DashboardNames;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.cloudwatch.measure.AvailabilityMeasures;
import io.highlands.dashboards.cloudwatch.measure.EntryMeasures;

import static io.highlands.dashboards.cloudwatch.measure.AvailabilityMeasures.FAST_LONG;
import static io.highlands.dashboards.cloudwatch.measure.AvailabilityMeasures.FAST_SHORT;
import static io.highlands.dashboards.cloudwatch.measure.AvailabilityMeasures.SLOW_LONG;
import static io.highlands.dashboards.cloudwatch.measure.AvailabilityMeasures.SLOW_SHORT;

/** What users feel. */
final class Pages {

    private final MonitoredPlatform platform;
    private final DashboardNames dashboards;
    private final AvailabilityMeasures availability;
    private final EntryMeasures entry;

    private Pages(MonitoredPlatform platform) {
        this.platform = platform;
        this.dashboards = new DashboardNames(platform.environment());
        this.availability = new AvailabilityMeasures(platform);
        this.entry = new EntryMeasures(platform);
    }

    static List<Alert> of(MonitoredPlatform platform) {
        var pages = new Pages(platform);
        List<Alert> alerts = new ArrayList<>(List.of(pages.burnFast(), pages.burnSlow(), pages.latency()));
        platform.entries().stream().map(pages::noHealthyHost).forEach(alerts::add);
        return alerts;
    }

    /**
     * The long window says that it matters, the short one that it still goes on. No traffic is no data or a burn rate of
     * 0, which is right: where nobody asks, nobody is hurt.
     */
    private Alert burnFast() {
        double threshold = platform.thresholds().burnFast();
        return Alert.whenAll(AlarmKind.AVAILABILITY_BURN_FAST, "", dashboards.overview(),
                Watch.above("1h", availability.burnRate(FAST_LONG), threshold),
                Watch.above("5m", availability.burnRate(FAST_SHORT), threshold));
    }

    /**
     * An outage burns slowly too, and its short window remembers it for half an hour: one page for it is enough, so this
     * one stays back until its own window is past the end of the other.
     */
    private Alert burnSlow() {
        double threshold = platform.thresholds().burnSlow();
        return Alert.whenAll(AlarmKind.AVAILABILITY_BURN_SLOW, "", dashboards.overview(),
                Watch.above("6h", availability.burnRate(SLOW_LONG), threshold),
                Watch.above("30m", availability.burnRate(SLOW_SHORT), threshold))
                .suppressedBy(new AlarmNames(platform.environment()).of(AlarmKind.AVAILABILITY_BURN_FAST), SLOW_SHORT);
    }

    /** Slow requests burn a budget as failed ones do: the share that may be slow, times the fast burn rate. */
    private Alert latency() {
        double threshold = availability.slowPercentThreshold();
        return Alert.whenAll(AlarmKind.LATENCY_SLO, "", dashboards.overview(),
                Watch.above("1h", availability.slowPercent(FAST_LONG), threshold),
                Watch.above("5m", availability.slowPercent(FAST_SHORT), threshold));
    }

    /**
     * Maximum, because each zone's node of the load balancer counts: all have to see none, for a whole minute. A target
     * group without any target publishes nothing at all, so silence is the fault itself. One period, because CloudWatch
     * looks at two more than an alarm has and takes an older real point before a missing one: silence stands after three
     * minutes, and two late ones do no harm. A zero put in by FILL would make a new environment begin with this page.
     */
    private Alert noHealthyHost(MonitoredService service) {
        return Alert.of(AlarmKind.NO_HEALTHY_HOST, service.name(), dashboards.service(service.name()),
                Watch.below("", entry.healthyHosts(service).as("Maximum"), 1).treating(MissingData.BREACHING));
    }
}
