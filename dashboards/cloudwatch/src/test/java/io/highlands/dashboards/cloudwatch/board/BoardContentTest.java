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

/** What single boards hold: assertions of meaning beside the rendered files. */
class BoardContentTest {

    private static final MonitoredPlatform PLATFORM = SamplePlatform.create();
    private static final List<Board> BOARDS = Boards.all(PLATFORM, SamplePlatform.alarms());

    @Test
    void thereIsABoardPerServiceBesideOverviewMeshAndTelemetry() {
        assertThat(BOARDS).extracting(Board::name).containsExactly("highlands-test-overview", "highlands-test-mesh",
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
    void theOverviewShowsEveryAlarmAndOtherBoardsTheirOwn() {
        assertThat(alarms("overview", "Pages")).singleElement().asString().endsWith("no-healthy-host");
        assertThat(alarms("overview", "Tickets")).singleElement().asString().endsWith("service-b-service-a");
        assertThat(alarms("mesh", "Tickets")).singleElement().asString().endsWith("service-b-service-a");
        assertThat(board("service-a").panels()).extracting(Panel::type).doesNotContain("alarm");
    }

    @Test
    void everyBoardLeadsToEveryOther() {
        assertThat(BOARDS).allSatisfy(board -> assertThat((String) board.panels().getFirst().properties()
                .get("markdown")).contains(BOARDS.stream().map(it -> "#dashboards/dashboard/" + it.name()).toList()));
    }

    @Test
    void boardsLeadToDatadogWhereTracingIsOn() {
        List<Board> traced = Boards.all(SamplePlatform.create(Optional.of("datadog-agent")), List.of());

        assertThat(BOARDS).noneSatisfy(board -> assertThat(links(board)).contains("/apm/"));
        assertThat(traced).allSatisfy(board -> assertThat(links(board)).contains("/apm/"));
        assertThat(
                links(traced.stream().filter(board -> board.name().endsWith("-service-a")).findFirst().orElseThrow()))
                .contains("[Datadog APM](https://app.datadoghq.com/apm/services/service-a?env=test)",
                        "[failed traces](https://app.datadoghq.com/apm/traces?query="
                                + "env%3Atest%20service%3Aservice-a%20status%3Aerror)");
    }

    /** The fragments are those of CloudWatch's console as AWS's samples link them. */
    @Test
    void boardsLeadToTransactionSearchWhereTracesAreInCloudWatch() {
        List<Board> traced = Boards.all(SamplePlatform.create(Optional.of("otel-collector")), List.of());

        assertThat(BOARDS).noneSatisfy(board -> assertThat(links(board)).contains("transaction-search"));
        assertThat(traced).allSatisfy(board -> assertThat(links(board)).contains(
                "[Transaction Search](#application-signals:transaction-search)", "[X-Ray traces](#xray:traces/query)")
                .doesNotContainIgnoringCase("datadog"));
    }

    @Test
    void theAddressOfDatadogFollowsItsSite() {
        assertThat(Links.datadog("datadoghq.eu")).isEqualTo("https://app.datadoghq.eu");
        assertThat(Links.datadog("us5.datadoghq.com")).isEqualTo("https://us5.datadoghq.com");
    }

    private static String links(Board board) {
        return (String) board.panels().getFirst().properties().get("markdown");
    }

    @Test
    void onlyAServiceThatTheLoadBalancerForwardsToShowsItsHosts() {
        assertThat(titles("service-b")).contains("Tasks at the load balancer");
        assertThat(titles("service-a")).doesNotContain("Tasks at the load balancer");
    }

    @Test
    void theAgentIsWatchedWhereThereIsOne() {
        assertThat(titles("telemetry")).doesNotContain("Restarts of agents");
        assertThat(Boards.all(SamplePlatform.create(Optional.of("datadog-agent")), List.of()).getLast().panels()
                .stream().flatMap(panel -> panel.title().stream())).contains("Restarts of agents");
    }

    @Test
    void logsAreAskedForByGroup() {
        assertThat((String) panel("service-a", "Newest errors").properties().get("query"))
                .startsWith("SOURCE '/highlands/test/service-a'\n| fields @timestamp");
    }

    private static List<Object> thresholds(String board, String title) {
        return ((Map<?, ?>) panel(board, title).properties().get("annotations")).values().stream()
                .flatMap(lines -> ((List<?>) lines).stream()).<Object>map(line -> ((Map<?, ?>) line).get("value"))
                .toList();
    }

    private static List<?> alarms(String board, String title) {
        return (List<?>) panel(board, title).properties().get("alarms");
    }

    private static List<String> titles(String board) {
        return board(board).panels().stream().flatMap(panel -> panel.title().stream()).toList();
    }

    private static Panel panel(String board, String title) {
        return board(board).panels().stream().filter(panel -> panel.title().filter(title::equals).isPresent())
                .findFirst().orElseThrow(() -> new AssertionError(title + " is none of " + titles(board)));
    }

    private static Board board(String name) {
        return BOARDS.stream().filter(board -> board.name().equals("highlands-test-" + name)).findFirst()
                .orElseThrow();
    }
}
