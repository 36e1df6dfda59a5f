// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;

import static org.assertj.core.api.Assertions.assertThat;

/** What an environment has at each {@code alarms.level}. */
class AlarmLevelTest {

    private static final String PART = "observability";
    private static final Assembly FULL = Assembly.of("local");
    private static final Assembly TICKETS = Assembly.of(EnvironmentFile.of("local").plus("alarms: {level: tickets}"));
    private static final Assembly NONE = Assembly.of(EnvironmentFile.of("local").plus("alarms: {level: none}"));

    @Test
    void ticketsLevelHasTheSameAlarms() {
        assertThat(names(TICKETS)).isNotEmpty().isEqualTo(names(FULL));
    }

    @Test
    void ticketsLevelTellsTheTicketTopicAlone() {
        assertThat(TICKETS.all(PART, "AWS::SNS::Topic")).extracting(topic -> topic.get("TopicName").asString())
                .containsExactly("highlands-local-ticket");
        assertThat(alarms(TICKETS).filter(alarm -> alarm.has("AlarmActions"))).isNotEmpty().allSatisfy(alarm -> {
            assertThat(alarm.get("AlarmActions")).hasSize(1);
            assertThat(alarm.get("AlarmActions").toString()).contains("TicketTopic");
            assertThat(alarm.get("Tags").toString()).contains("\"ticket\"").doesNotContain("\"page\"");
        });
    }

    @Test
    void ticketsLevelShowsNoPagesOnDashboards() {
        assertThat(dashboards(TICKETS)).isNotEmpty().allSatisfy(body -> assertThat(body).contains("Tickets")
                .doesNotContain("\\\"Pages\\\""));
    }

    @Test
    void noneLevelHasNoAlarmAndNoTopic() {
        assertThat(names(NONE)).isEmpty();
        assertThat(NONE.all(PART, "AWS::SNS::Topic")).isEmpty();
        assertThat(NONE.all(PART, "AWS::KMS::Key")).isEmpty();
    }

    @Test
    void noneLevelLeavesTheRollBackToTheCircuitBreaker() {
        for (String service : List.of("service-a", "service-b", "service-c")) {
            JsonNode deployment = NONE.only(service, "AWS::ECS::Service").get("DeploymentConfiguration");
            assertThat(deployment.has("Alarms")).isFalse();
            assertThat(deployment.at("/DeploymentCircuitBreaker/Enable").asBoolean()).isTrue();
            assertThat(deployment.at("/DeploymentCircuitBreaker/Rollback").asBoolean()).isTrue();
        }
    }

    @Test
    void noneLevelHasTheSameDashboardsWithoutTheirAlarms() {
        assertThat(dashboards(NONE)).hasSameSizeAs(dashboards(FULL))
                .allSatisfy(body -> assertThat(body).doesNotContain("\\\"type\\\":\\\"alarm\\\"", ":alarm:"));
        assertThat(dashboards(FULL)).anySatisfy(body -> assertThat(body).contains(":alarm:"));
    }

    private static List<String> dashboards(Assembly assembly) {
        return assembly.all(PART, "AWS::CloudWatch::Dashboard").stream()
                .map(dashboard -> dashboard.get("DashboardBody").toString()).toList();
    }

    private static List<String> names(Assembly assembly) {
        return alarms(assembly).map(alarm -> alarm.get("AlarmName").asString()).sorted().toList();
    }

    private static Stream<JsonNode> alarms(Assembly assembly) {
        return Stream.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm").flatMap(
                type -> assembly.parts().stream().flatMap(part -> assembly.all(part, type).stream()));
    }
}
