// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.highlands.infra.support.Assembly;

import static org.assertj.core.api.Assertions.assertThat;

class ObservabilityStackTest {

    private static final String PART = "observability";
    private static final Assembly LOCAL = Assembly.of("local");
    private static final Assembly PROD = Assembly.of("prod");

    @Test
    void alarmsTellTheTopicsThatAreNamed() {
        assertThat(PROD.all(PART, "AWS::SNS::Topic")).isEmpty();
        assertThat(actions(PROD, "highlands-prod-no-healthy-host-service-b"))
                .contains("arn:aws:sns:eu-west-1:111122223333:oncall");
        assertThat(actions(PROD, "highlands-prod-deployment-rolled-back"))
                .contains("arn:aws:sns:eu-west-1:111122223333:backlog");
    }

    @Test
    void environmentThatNamesNoTopicHasItsOwn() {
        assertThat(LOCAL.all(PART, "AWS::SNS::Topic")).extracting(topic -> topic.get("TopicName").asString())
                .containsExactly("highlands-local-page", "highlands-local-ticket");
        assertThat(actions(LOCAL, "highlands-local-no-healthy-host-service-b")).contains("PageTopic");
        assertThat(actions(LOCAL, "highlands-local-deployment-rolled-back")).contains("TicketTopic");
    }

    @Test
    void cloudWatchMayUseTheTopicsAndTheirKey() {
        JsonNode key = LOCAL.only(PART, "AWS::KMS::Key");

        assertThat(LOCAL.all(PART, "AWS::SNS::Topic"))
                .allSatisfy(topic -> assertThat(topic.at("/KmsMasterKeyId/Fn::GetAtt/0").asString())
                        .startsWith("TopicKey"));
        assertThat(key.get("EnableKeyRotation").asBoolean()).isTrue();
        assertThat(key.toString()).contains(
                "{\"Action\":[\"kms:Decrypt\",\"kms:GenerateDataKey*\"],\"Condition\":{\"StringEquals\":"
                        + "{\"aws:SourceAccount\":{\"Ref\":\"AWS::AccountId\"}}},\"Effect\":\"Allow\","
                        + "\"Principal\":{\"Service\":\"cloudwatch.amazonaws.com\"}");
        assertThat(LOCAL.all(PART, "AWS::SNS::TopicPolicy")).hasSize(2).allSatisfy(policy -> assertThat(
                policy.toString()).contains("\"Principal\":{\"Service\":\"cloudwatch.amazonaws.com\"}"));
    }

    @Test
    void eventsOfTheClusterAloneAreKept() {
        List<JsonNode> rules = LOCAL.all(PART, "AWS::Events::Rule");

        assertThat(rules).hasSize(2).allSatisfy(rule -> {
            assertThat(rule.get("EventPattern").toString()).contains("\"aws.ecs\"", "/highlands-local");
            assertThat(rule.at("/Targets/0/Arn").toString()).contains(":log-group:/highlands/local/events\"");
        });
        assertThat(LOCAL.only(PART, "AWS::Logs::LogGroup").get("LogGroupName").asString())
                .isEqualTo("/highlands/local/events");
        assertThat(LOCAL.only(PART, "AWS::Logs::ResourcePolicy").toString()).contains("events.amazonaws.com");
    }

    @Test
    void failedDeploymentsBecomeTheMetricThatIsAlarmedOn() {
        JsonNode made = LOCAL.only(PART, "AWS::Logs::MetricFilter").at("/MetricTransformations/0");
        JsonNode watched = LOCAL.all(PART, "AWS::CloudWatch::Alarm").stream()
                .filter(alarm -> alarm.get("AlarmName").asString().contains("deployment-rolled-back")).findFirst()
                .orElseThrow();

        assertThat(watched.get("Namespace")).isEqualTo(made.get("MetricNamespace"));
        assertThat(watched.get("MetricName")).isEqualTo(made.get("MetricName"));
        assertThat(watched.has("Dimensions")).isEqualTo(made.has("Dimensions")).isFalse();
    }

    @Test
    void queriesAskLogGroupsThatTheStacksMake() {
        List<String> made = LOCAL.parts().stream().flatMap(part -> LOCAL.all(part, "AWS::Logs::LogGroup").stream())
                .map(group -> group.get("LogGroupName").asString()).toList();

        assertThat(LOCAL.all(PART, "AWS::Logs::QueryDefinition")).hasSize(8)
                .allSatisfy(query -> assertThat(query.get("LogGroupNames").valueStream().map(JsonNode::asString))
                        .isSubsetOf(made));
    }

    private static String actions(Assembly assembly, String alarm) {
        return List.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm").stream()
                .flatMap(type -> assembly.all(PART, type).stream())
                .filter(it -> alarm.equals(it.get("AlarmName").asString())).findFirst().orElseThrow()
                .get("AlarmActions").toString();
    }
}
