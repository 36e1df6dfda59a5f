// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.highlands.dashboards.cloudwatch.DashboardNames;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.MonitoredService;
import io.highlands.dashboards.cloudwatch.alarm.AlarmKind;
import io.highlands.dashboards.cloudwatch.alarm.AlarmNames;
import io.highlands.dashboards.cloudwatch.measure.AvailabilityMeasures;
import io.highlands.dashboards.datadog.query.UserQueries;

import static io.highlands.dashboards.cloudwatch.measure.AvailabilityMeasures.FAST_LONG;
import static io.highlands.dashboards.cloudwatch.measure.AvailabilityMeasures.FAST_SHORT;
import static io.highlands.dashboards.cloudwatch.measure.AvailabilityMeasures.SLOW_LONG;
import static io.highlands.dashboards.cloudwatch.measure.AvailabilityMeasures.SLOW_SHORT;

/** What users feel. */
final class PageAlerts {

    private static final String LONG_SHORT_ENOUGH = "{%s} && {%s} && {traffic} && {failures}";
    /** Datadog asks for at least twice the window of the monitor, and for no less than this with metrics of AWS. */
    static final int NO_DATA_MINUTES = 10;

    private final MonitoredPlatform platform;
    private final DashboardNames dashboards;
    private final UserQueries users;

    private PageAlerts(MonitoredPlatform platform) {
        this.platform = platform;
        this.dashboards = new DashboardNames(platform.environment());
        this.users = new UserQueries(platform);
    }

    static List<Alert> of(MonitoredPlatform platform) {
        var pages = new PageAlerts(platform);
        List<Alert> alerts = new ArrayList<>(List.of(pages.burnFast(), pages.burnSlow()));
        if (platform.links().datadog().isPresent()) {
            alerts.add(pages.latency());
        }
        platform.entries().stream().map(pages::noHealthyHost).forEach(alerts::add);
        return alerts;
    }

    private Alert burnFast() {
        return Alert.of(AlarmKind.AVAILABILITY_BURN_FAST, "", dashboards.overview(),
                LONG_SHORT_ENOUGH.formatted("1h", "5m"), burn("1h", FAST_LONG, platform.thresholds().burnFast()),
                burn("5m", FAST_SHORT, platform.thresholds().burnFast()), traffic(FAST_SHORT), failures(FAST_SHORT));
    }

    /** An outage burns slowly too, and one monitor for it is enough. */
    private Alert burnSlow() {
        String fast = new AlarmNames(platform.environment()).of(AlarmKind.AVAILABILITY_BURN_FAST);
        String rule = "%s && !(%s && %s)".formatted(LONG_SHORT_ENOUGH.formatted("6h", "30m"),
                Monitor.reference(fast + "-1h"), Monitor.reference(fast + "-5m"));
        return Alert.of(AlarmKind.AVAILABILITY_BURN_SLOW, "", dashboards.overview(), rule,
                burn("6h", SLOW_LONG, platform.thresholds().burnSlow()),
                burn("30m", SLOW_SHORT, platform.thresholds().burnSlow()), traffic(SLOW_SHORT), failures(SLOW_SHORT));
    }

    private Condition burn(String part, Duration window, double threshold) {
        return Condition.above(part, Window.over(window), users.burnRate(), threshold);
    }

    /** Of the short window, since what is in it is in the long one too. */
    private Condition traffic(Duration window) {
        return Condition.atLeast("traffic", Window.over(window), users.total(),
                platform.thresholds().minimumRequests());
    }

    /** Of the short window, as {@link #traffic}. */
    private Condition failures(Duration window) {
        return Condition.atLeast("failures", Window.over(window), users.bad(),
                platform.thresholds().minimumFailures());
    }

    /** By spans: the load balancer's share of fast answers is a statistic that Datadog does not bring over. */
    private Alert latency() {
        double threshold = new AvailabilityMeasures(platform).slowPercentThreshold();
        return Alert.of(AlarmKind.LATENCY_SLO, "", dashboards.overview(), LONG_SHORT_ENOUGH.formatted("1h", "5m"),
                Condition.above("1h", Window.over(FAST_LONG), users.slowPercent(), threshold),
                Condition.above("5m", Window.over(FAST_SHORT), users.slowPercent(), threshold),
                Condition.atLeast("traffic", Window.over(FAST_SHORT), users.answers(),
                        platform.thresholds().minimumRequests()),
                Condition.atLeast("failures", Window.over(FAST_SHORT), users.slow(),
                        platform.thresholds().minimumFailures()));
    }

    /** A target group without any target publishes nothing at all, so silence is the fault itself. */
    private Alert noHealthyHost(MonitoredService service) {
        return Alert.of(AlarmKind.NO_HEALTHY_HOST, service.name(), dashboards.service(service.name()),
                Condition.below("", Window.noneOf(1), users.healthyHosts(service), 1).orSilentFor(NO_DATA_MINUTES));
    }
}
