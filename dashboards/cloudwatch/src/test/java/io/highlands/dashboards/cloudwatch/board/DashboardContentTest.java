// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.highlands.dashboards.cloudwatch.Links;
import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.SamplePlatform;
import io.highlands.dashboards.cloudwatch.Thresholds;

import static org.assertj.core.api.Assertions.assertThat;

/** What single dashboards hold: assertions of meaning beside the rendered files. */
class DashboardContentTest {

    private static final MonitoredPlatform PLATFORM = SamplePlatform.create();
    private static final List<Dashboard> DASHBOARDS = Dashboards.all(PLATFORM, SamplePlatform.alarms());

    @Test
    void thereIsADashboardPerServiceBesideOverviewMeshAndTelemetry() {
        assertThat(DASHBOARDS).extracting(Dashboard::name).containsExactly("highlands-test-overview",
                "highlands-test-mesh",
                "highlands-test-service-a", "highlands-test-service-b", "highlands-test-service-c",
                "highlands-test-telemetry");
    }

    @Test
    void burnRateIsDrawnAgainstTheThresholdsOfItsPages() {
        assertThat(thresholds("overview", "Burn rate of the error budget, last day"))
                .containsExactly(Thresholds.DEFAULTS.burnFast(), Thresholds.DEFAULTS.burnSlow());
    }

    @Test
    void anEdgesTimeIsDrawnAgainstItsTicketAndItsTimeout() {
        assertThat(thresholds("mesh", "service-a → service-b: Time")).containsExactly(6400.0, 8000.0);
    }

    @Test
    void theNumbersOfTheObjectiveCoverItsWholeWindow() {
        assertThat(panel("overview", "Availability over 30 days").properties()).containsEntry("start", "-P30D")
                .containsEntry("setPeriodToTimeRange", true);
    }

    @Test
    void theOverviewShowsEveryAlarmAndOtherDashboardsTheirOwn() {
        assertThat(alarms("overview", "Pages")).singleElement().asString().endsWith("no-healthy-host");
        assertThat(alarms("overview", "Tickets")).singleElement().asString().endsWith("service-b-service-a");
        assertThat(alarms("mesh", "Tickets")).singleElement().asString().endsWith("service-b-service-a");
        assertThat(dashboard("service-a").panels()).extracting(Panel::type).doesNotContain("alarm");
    }

    @Test
    void everyDashboardLeadsToEveryOther() {
        assertThat(DASHBOARDS).allSatisfy(dashboard -> assertThat((String) dashboard.panels().getFirst().properties()
                .get("markdown"))
                .contains(DASHBOARDS.stream().map(it -> "#dashboards/dashboard/" + it.name()).toList()));
    }

    @Test
    void dashboardsLeadToDatadogWhereTracingIsOn() {
        List<Dashboard> traced = Dashboards.all(SamplePlatform.create(Optional.of("datadog-agent")), List.of());

        assertThat(DASHBOARDS).noneSatisfy(dashboard -> assertThat(links(dashboard)).contains("/apm/"));
        assertThat(traced).allSatisfy(dashboard -> assertThat(links(dashboard)).contains("/apm/"));
        assertThat(
                links(traced.stream().filter(dashboard -> dashboard.name().endsWith("-service-a")).findFirst()
                        .orElseThrow()))
                .contains("[Datadog APM](https://app.datadoghq.com/apm/services/service-a?env=test)",
                        "[failed traces](https://app.datadoghq.com/apm/traces?query="
                                + "env%3Atest%20service%3Aservice-a%20status%3Aerror)");
    }

    /** The fragments are those of CloudWatch's console as AWS's samples link them. */
    @Test
    void dashboardsLeadToTransactionSearchWhereTracesAreInCloudWatch() {
        List<Dashboard> traced = Dashboards.all(SamplePlatform.create(Optional.of("otel-collector")), List.of());

        assertThat(DASHBOARDS).noneSatisfy(dashboard -> assertThat(links(dashboard)).contains("transaction-search"));
        assertThat(traced).allSatisfy(dashboard -> assertThat(links(dashboard)).contains(
                "[Transaction Search](#application-signals:transaction-search)", "[X-Ray traces](#xray:traces/query)")
                .doesNotContainIgnoringCase("datadog"));
    }

    @Test
    void theAddressOfDatadogFollowsItsSite() {
        assertThat(Links.datadog("datadoghq.eu")).isEqualTo("https://app.datadoghq.eu");
        assertThat(Links.datadog("us5.datadoghq.com")).isEqualTo("https://us5.datadoghq.com");
    }

    private static String links(Dashboard dashboard) {
        return (String) dashboard.panels().getFirst().properties().get("markdown");
    }

    @Test
    void onlyAServiceThatTheLoadBalancerForwardsToShowsItsHosts() {
        assertThat(titles("service-b")).contains("Tasks at the load balancer");
        assertThat(titles("service-a")).doesNotContain("Tasks at the load balancer");
    }

    @Test
    void theAgentIsWatchedWhereThereIsOne() {
        assertThat(titles("telemetry")).doesNotContain("Restarts of agents");
        assertThat(Dashboards.all(SamplePlatform.create(Optional.of("datadog-agent")), List.of()).getLast().panels()
                .stream().flatMap(panel -> panel.title().stream())).contains("Restarts of agents");
    }

    @Test
    void logsAreAskedForByGroup() {
        assertThat((String) panel("service-a", "Newest errors").properties().get("query"))
                .startsWith("SOURCE '/highlands/test/service-a'\n| fields @timestamp");
    }

    private static List<Object> thresholds(String dashboard, String title) {
        return ((Map<?, ?>) panel(dashboard, title).properties().get("annotations")).values().stream()
                .flatMap(lines -> ((List<?>) lines).stream()).<Object>map(line -> ((Map<?, ?>) line).get("value"))
                .toList();
    }

    private static List<?> alarms(String dashboard, String title) {
        return (List<?>) panel(dashboard, title).properties().get("alarms");
    }

    private static List<String> titles(String dashboard) {
        return dashboard(dashboard).panels().stream().flatMap(panel -> panel.title().stream()).toList();
    }

    private static Panel panel(String dashboard, String title) {
        return dashboard(dashboard).panels().stream().filter(panel -> panel.title().filter(title::equals).isPresent())
                .findFirst().orElseThrow(() -> new AssertionError(title + " is none of " + titles(dashboard)));
    }

    private static Dashboard dashboard(String name) {
        return DASHBOARDS.stream().filter(dashboard -> dashboard.name().equals("highlands-test-" + name)).findFirst()
                .orElseThrow();
    }
}
