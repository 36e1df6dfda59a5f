// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.datadog.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.alarm.AlarmKind;
import io.highlands.dashboards.cloudwatch.alarm.AlarmLevel;
import io.highlands.dashboards.cloudwatch.alarm.Severity;
import io.highlands.dashboards.datadog.Notifications;
import io.highlands.dashboards.datadog.SamplePlatform;

import static org.assertj.core.api.Assertions.assertThat;

class MonitorsTest {

    private static final Notifications SOMEBODY = new Notifications(List.of("@pagerduty-oncall"),
            List.of("@slack-backlog"), Duration.ofMinutes(5));

    @Test
    void everyKindOfAlarmThatTellsSomebodyHasAMonitor() {
        assertThat(Arrays.stream(AlarmKind.values()).filter(kind -> kind.severity() != Severity.GUARD)).allSatisfy(
                kind -> assertThat(all(SamplePlatform.traced())).anyMatch(monitor -> monitor.priority().isPresent()
                        && monitor.tags().contains("alarm:" + kind.id())));
    }

    @Test
    void whatNeedsSpansIsLeftOutWhereTracingIsOff() {
        assertThat(all(SamplePlatform.untraced())).isNotEmpty()
                .noneMatch(monitor -> monitor.query().contains("trace."));
    }

    @Test
    void whatNeedsSpansIsLeftOutWhereTheyAreInCloudWatch() {
        assertThat(all(SamplePlatform.tracedInCloudWatch()))
                .anyMatch(monitor -> monitor.name().contains("tracing-sidecar-unhealthy"))
                .noneMatch(monitor -> monitor.query().contains("trace."));
    }

    @Test
    void monitorsOfAwsMetricsWaitForThemAndThoseOfSpansDoNot() {
        assertThat(all(SamplePlatform.traced())).allSatisfy(monitor -> {
            boolean aws = monitor.query().contains("aws.") || monitor.query().contains("containerinsights.")
                    || monitor.query().contains("highlands.test.");
            if (aws) {
                assertThat(monitor.options()).containsEntry("evaluation_delay", 300L);
            } else {
                assertThat(monitor.options()).doesNotContainKey("evaluation_delay");
            }
        });
    }

    @Test
    void thresholdsStandInTheQueryToo() {
        assertThat(metrics()).isNotEmpty().allSatisfy(monitor -> assertThat(monitor.query())
                .endsWith(" " + ((Map<?, ?>) monitor.options().get("thresholds")).get("critical")));
    }

    @Test
    void shareOfFailedCallsIsThatOfAllCallsInTheWindow() {
        assertThat(query("highlands-test-edge-errors-service-b-service-a-calls"))
                .startsWith("sum(last_3m):100 * (").endsWith(" > 5");
        assertThat(query("highlands-test-edge-errors-service-b-service-a-failures")).endsWith(" >= 6");
    }

    @Test
    void latencyOfAnEdgeHasToBreachInEveryMinute() {
        assertThat(query("highlands-test-edge-latency-service-b-service-a")).isEqualTo(
                "min(last_2m):avg:aws.ecs.target_response_time{clustername:highlands-test,servicename:service-b,"
                        + "targetdiscoveryname:service-a} > 8000");
    }

    @Test
    void noTargetAtAllIsSilenceAndIsToldOf() {
        assertThat(monitor("highlands-test-no-healthy-host-service-b").options()).containsEntry("notify_no_data", true)
                .containsEntry("no_data_timeframe", 10);
    }

    /** ecs.containerinsights.* comes from Container Insights, which sends nothing of a service without a RUNNING task. */
    @Test
    void noTaskAtAllIsSilenceAndIsToldOf() {
        assertThat(monitor("highlands-test-tasks-below-desired-service-b").options())
                .containsEntry("notify_no_data", true).containsEntry("no_data_timeframe", 10);
    }

    @Test
    void sharesOfFewFailuresTellNobody() {
        for (String kind : List.of("availability-burn-fast", "availability-burn-slow", "latency-slo")) {
            assertThat(query("highlands-test-" + kind)).contains("${highlands-test-" + kind + "-failures}");
            assertThat(query("highlands-test-" + kind + "-failures")).endsWith(" >= 5");
        }
    }

    @Test
    void ticketsLevelPagesNobody() {
        List<Monitor> monitors = Monitors.of(SamplePlatform.traced(), SOMEBODY, AlarmLevel.TICKETS);

        assertThat(monitors).extracting(Monitor::name).containsExactlyElementsOf(
                all(SamplePlatform.traced()).stream().map(Monitor::name).toList());
        assertThat(monitors).noneMatch(monitor -> monitor.tags().contains("severity:page")
                || monitor.message().contains("@pagerduty") || monitor.priority().equals(Optional.of(1)));
    }

    @Test
    void noneLevelHasNoMonitor() {
        assertThat(Monitors.of(SamplePlatform.traced(), SOMEBODY, AlarmLevel.NONE)).isEmpty();
    }

    @Test
    void slowBurnStaysBackWhileTheFastOneStands() {
        assertThat(query("highlands-test-availability-burn-slow")).endsWith(
                " && !(${highlands-test-availability-burn-fast-1h} && ${highlands-test-availability-burn-fast-5m})");
    }

    @Test
    void compositesNameNoMoreThanTenMonitorsThatComeBeforeThem() {
        List<Monitor> all = all(SamplePlatform.traced());
        for (int i = 0; i < all.size(); i++) {
            List<String> before = all.subList(0, i).stream().map(Monitor::name).toList();
            var named = new ArrayList<String>();
            all.get(i).query(name -> {
                named.add(name);
                return name;
            });
            assertThat(before).containsAll(named);
            assertThat(named).hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    void tokensOfTheCdkAreNoReferencesToParts() {
        var plain = new Monitor("any", Monitor.METRICS, "sum:m{a:${Token[x.1]}}", "", List.of(),
                Optional.empty(), new LinkedHashMap<>());

        assertThat(plain.query(name -> "?")).isEqualTo("sum:m{a:${Token[x.1]}}");
    }

    @Test
    void messagesNameTheRunbookAndWhomToTell() {
        assertThat(monitor("highlands-test-availability-burn-fast").message()).isEqualTo("""
                Users get server errors, so many that the error budget is gone within days.
                Runbook: https://example.org/runbooks/availability-burn-fast.md
                CloudWatch dashboard: highlands-test-overview
                @pagerduty-oncall""");
        assertThat(monitor("highlands-test-availability-burn-fast").priority()).contains(1);
        assertThat(monitor("highlands-test-deployment-rolled-back").message()).endsWith("@slack-backlog");
        assertThat(monitor("highlands-test-deployment-rolled-back").priority()).contains(3);
    }

    @Test
    void namesAreUnique() {
        assertThat(all(SamplePlatform.traced())).extracting(Monitor::name).doesNotHaveDuplicates();
    }

    private static List<Monitor> all(MonitoredPlatform platform) {
        return Monitors.of(platform, SOMEBODY, AlarmLevel.FULL);
    }

    private static List<Monitor> metrics() {
        return all(SamplePlatform.traced()).stream().filter(monitor -> Monitor.METRICS.equals(monitor.type())).toList();
    }

    private static Monitor monitor(String name) {
        return all(SamplePlatform.traced()).stream().filter(monitor -> monitor.name().equals(name)).findFirst()
                .orElseThrow();
    }

    private static String query(String name) {
        return monitor(name).query();
    }
}
