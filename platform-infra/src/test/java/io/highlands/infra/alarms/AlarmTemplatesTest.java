// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.alarms;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import io.highlands.cloudwatch.model.alarm.CompositeRule;
import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules that the alarms of every environment keep. */
class AlarmTemplatesTest {

    private static Stream<TemplateAlarms> everywhere() {
        return TemplateAlarms.ofAllEnvironments();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void pagesAndTicketsTellTheirTopicAndPartsNobody(TemplateAlarms alarms) {
        assertThat(alarms.all()).isNotEmpty().allSatisfy(alarm -> {
            String severity = TemplateAlarms.tag(alarm, "highlands:severity");
            boolean tells = Set.of("page", "ticket").contains(severity);
            assertThat(alarm.has("AlarmActions")).as("%s %s", severity, TemplateAlarms.name(alarm)).isEqualTo(tells);
            assertThat(alarm.has("OKActions")).isEqualTo(tells);
        });
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void everyAlarmToRespondToLinksItsPageAndItsDashboard(TemplateAlarms alarms) {
        Set<String> dashboards = Assembly.of(alarms.environment()).all("observability", "AWS::CloudWatch::Dashboard")
                .stream().map(dashboard -> dashboard.get("DashboardName").asString()).collect(Collectors.toSet());

        assertThat(alarms.toRespondTo()).allSatisfy(alarm -> {
            String description = alarm.get("AlarmDescription").asString();
            assertThat(description).contains("/" + TemplateAlarms.tag(alarm, "highlands:alarm") + ".md ")
                    .hasSizeLessThan(1024);
            assertThat(dashboards).contains(description.split("Dashboard: ")[1]);
        });
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void everyTicketWaitsForPagesAndNoPageForTickets(TemplateAlarms alarms) {
        String standing = "highlands-" + alarms.environment() + "-page-standing";

        assertThat(alarms.toRespondTo()).allSatisfy(alarm -> {
            boolean ticket = "ticket".equals(TemplateAlarms.tag(alarm, "highlands:severity"));
            assertThat(alarm.path("ActionsSuppressor").asString("").equals(standing)).isEqualTo(ticket);
        });
        assertThat(CompositeRule.parse(alarms.get("page-standing").get("AlarmRule").asString()).children())
                .containsExactlyInAnyOrderElementsOf(alarms.toRespondTo()
                        .filter(alarm -> "page".equals(TemplateAlarms.tag(alarm, "highlands:severity")))
                        .map(TemplateAlarms::name).toList());
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void alarmsThatOthersNameAreThere(TemplateAlarms alarms) {
        Set<String> names = alarms.all().map(TemplateAlarms::name).collect(Collectors.toSet());

        assertThat(names).hasSize((int) alarms.all().count());
        assertThat(alarms.composites()).allSatisfy(alarm -> {
            assertThat(names).containsAll(CompositeRule.parse(alarm.get("AlarmRule").asString()).children());
            assertThat(names).contains(alarm.path("ActionsSuppressor").asString(names.iterator().next()));
        });
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void alarmsStayWithinCloudWatchsLimits(TemplateAlarms alarms) {
        assertThat(alarms.metricAlarms()).allSatisfy(alarm -> {
            assertThat(alarm.path("Metrics").valueStream().filter(query -> query.has("MetricStat")))
                    .hasSizeLessThan(11);
            assertThat(alarm.path("Metrics").toString()).doesNotContain("SEARCH(", "METRICS(");
            alarm.findValues("Period").forEach(period -> assertThat(period.asInt() % 60).isZero());
            assertThat(alarm.get("EvaluationPeriods").asInt() * alarm.findValues("Period").getFirst().asInt())
                    .isLessThanOrEqualTo(86_400);
        });
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void serviceNamesItsGuardAndNoOtherAlarm(TemplateAlarms alarms) {
        Assembly assembly = Assembly.of(alarms.environment());

        for (String service : List.of("service-a", "service-b", "service-c")) {
            JsonNode guards = assembly.only(service, "AWS::ECS::Service").at("/DeploymentConfiguration/Alarms");
            assertThat(guards.get("AlarmNames").valueStream().map(JsonNode::asString)).containsExactly(
                    "highlands-" + alarms.environment() + "-deployment-guard-" + service);
            assertThat(guards.get("Rollback").asBoolean()).isTrue();
            assertThat(TemplateAlarms.name(assembly.only(service, "AWS::CloudWatch::Alarm")))
                    .isEqualTo(guards.at("/AlarmNames/0").asString());
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void burnRatesCanBeReached(TemplateAlarms alarms) {
        assertThat(alarms.metricAlarms().stream()
                .filter(alarm -> TemplateAlarms.name(alarm).contains("-availability-burn-"))).hasSize(4)
                .allSatisfy(alarm -> {
                    String expression = alarm.at("/Metrics/0/Expression").asString();
                    double budget = Double.parseDouble(expression.substring(expression.lastIndexOf('/') + 1));
                    assertThat(alarm.get("Threshold").asDouble() * budget).isLessThan(1);
                });
        assertThat(alarms.metricAlarms().stream().filter(alarm -> TemplateAlarms.name(alarm).contains("-latency-slo-"))
                .map(alarm -> alarm.get("Threshold").asDouble())).hasSize(2).allMatch(share -> share < 100);
    }

    @Test
    void thresholdsComeFromTheEnvironment() {
        Assembly changed = Assembly.of(EnvironmentFile.of("local").plus("""
                slo: {availability: 99, latency: 250ms, latencyPercentile: 95}
                alarms: {burnFast: 10, minimumFailures: 7, edgeErrorPercent: 2, guardErrorPercent: 50}
                runbooks: https://git.example.com/runbooks
                """));
        var alarms = new TemplateAlarms("local", changed.all("observability", "AWS::CloudWatch::Alarm"), List.of());

        assertThat(alarms.get("availability-burn-fast-1h").get("Threshold").asDouble()).isEqualTo(10);
        assertThat(alarms.get("availability-burn-fast-1h").toString()).contains("/ 0.01\"", ">= 7, 1, 0)");
        assertThat(alarms.get("latency-slo-5m").get("Threshold").asDouble()).isEqualTo(50);
        assertThat(alarms.get("latency-slo-5m").toString()).contains("PR(:0.25)", ">= 650, 1, 0)");
        assertThat(alarms.get("edge-errors-service-b-service-a-calls").get("Threshold").asDouble()).isEqualTo(2);
        JsonNode guard = changed.only("service-a", "AWS::CloudWatch::Alarm");
        assertThat(guard.get("Threshold").asDouble()).isEqualTo(50);
        assertThat(guard.get("AlarmDescription").asString())
                .contains("Runbook: https://git.example.com/runbooks/deployment-guard.md ");
    }
}
