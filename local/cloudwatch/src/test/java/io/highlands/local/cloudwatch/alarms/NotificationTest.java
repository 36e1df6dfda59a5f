// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.cloudwatch.alarms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.cloudwatch.model.alarm.AlarmState;
import io.highlands.cloudwatch.model.alarm.Comparison;
import io.highlands.cloudwatch.model.alarm.MissingData;

import static io.highlands.local.cloudwatch.alarms.AlarmKit.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The message of an SNS topic as recorded from AWS: localstack/localstack, tests/aws/services/cloudwatch/
 * test_cloudwatch.snapshot.json ({@code alarm-triggered-sqs-msg}) for a metric, monitoring/alarm-actions for the schema of a
 * composite alarm, and published messages of alarms on metric math and percentiles.
 */
class NotificationTest {

    private final AlarmKit kit = new AlarmKit();
    private final AlarmService service = kit.service(6);

    @AfterEach
    void close() {
        service.close();
    }

    private JsonNode message(String alarm) {
        String data = service.history(HistoryFilter.of(alarm)).stream()
                .filter(item -> item.type() == HistoryItem.Type.Action).findFirst().orElseThrow().data();
        JsonMapper json = JsonMapper.shared();
        return json.readTree(json.readTree(json.readTree(data).path("publishedMessage").asString()).path("default")
                .asString());
    }

    private JsonNode triggered(MetricAlarmDefinition alarm) {
        service.putMetricAlarm(alarm);
        service.setState(alarm.name(), AlarmState.ALARM, "testing alarm", "");
        return message(alarm.name());
    }

    private static MetricAlarmDefinition alarm(Watched watched, Optional<MissingData> missing) {
        return new MetricAlarmDefinition("a", "testing", new AlarmActions(true, List.of(TOPIC), List.of(), List.of()),
                Origin.API, watched, Comparison.GREATER, 2, 2, OptionalInt.empty(), missing, Optional.empty());
    }

    @Test
    void aMetricAlarmsMessageIsThatOfAws() {
        JsonNode message = triggered(alarm(new Watched.Metric(AlarmKit.ERRORS, "Average", Duration.ofSeconds(10),
                Optional.of("Seconds")), Optional.of(MissingData.IGNORE)));

        assertThat(message.propertyNames()).containsExactlyInAnyOrder("AWSAccountId", "AlarmActions", "AlarmArn",
                "AlarmConfigurationUpdatedTimestamp", "AlarmDescription", "AlarmName", "InsufficientDataActions",
                "NewStateReason", "NewStateValue", "OKActions", "OldStateValue", "Region", "StateChangeTime",
                "Trigger");
        assertThat(message.path("Region").asString()).isEqualTo("EU (Ireland)");
        assertThat(message.path("StateChangeTime").asString()).isEqualTo("2026-01-05T12:00:15.000+0000");
        assertThat(message.path("Trigger").toString()).isEqualTo("{\"MetricName\":\"Errors\",\"Namespace\":\"Test\","
                + "\"StatisticType\":\"Statistic\",\"Statistic\":\"AVERAGE\",\"Unit\":\"Seconds\","
                + "\"Dimensions\":[{\"value\":\"a\",\"name\":\"Service\"}],\"Period\":10,\"EvaluationPeriods\":2,"
                + "\"ComparisonOperator\":\"GreaterThanThreshold\",\"Threshold\":2.0,"
                + "\"TreatMissingData\":\"ignore\",\"EvaluateLowSampleCountPercentile\":\"\"}");
    }

    @Test
    void anAlarmOfAPercentileNamesAnExtendedStatisticAndNoUnit() {
        JsonNode trigger = triggered(alarm(new Watched.Metric(AlarmKit.ERRORS, "p99", Duration.ofMinutes(1),
                Optional.empty()), Optional.empty())).path("Trigger");

        assertThat(trigger.path("StatisticType").asString()).isEqualTo("ExtendedStatistic");
        assertThat(trigger.path("ExtendedStatistic").asString()).isEqualTo("p99");
        assertThat(trigger.has("Statistic")).isFalse();
        assertThat(trigger.path("Unit").isNull()).isTrue();
        assertThat(trigger.path("TreatMissingData").asString()).isEmpty();
    }

    @Test
    void anAlarmOnMetricMathHasMetricsInItsTrigger() {
        JsonNode trigger = triggered(alarm(new Watched.Math(List.of(
                new AlarmQuery("e1", Optional.empty(), Optional.of("FILL(m1, 0)"), Optional.of("Expression1"), true),
                new AlarmQuery("m1", Optional.of(new Watched.Metric(AlarmKit.ERRORS, "Average", Duration.ofMinutes(1),
                        Optional.empty())), Optional.empty(), Optional.empty(), false)),
                Duration.ofMinutes(1)), Optional.empty())).path("Trigger");

        assertThat(trigger.has("MetricName")).isFalse();
        assertThat(trigger.path("Metrics").toString()).isEqualTo("[{\"Expression\":\"FILL(m1, 0)\",\"Id\":\"e1\","
                + "\"Label\":\"Expression1\",\"ReturnData\":true},{\"Id\":\"m1\",\"MetricStat\":{\"Metric\":{"
                + "\"Dimensions\":[{\"value\":\"a\",\"name\":\"Service\"}],\"MetricName\":\"Errors\","
                + "\"Namespace\":\"Test\"},\"Period\":60,\"Stat\":\"Average\"},\"ReturnData\":false}]");
    }

    @Test
    void aCompositesMessageNamesTheChildrenThatTriggeredIt() {
        service.putMetricAlarm(AlarmKit.alarm("errors"));
        service.putComposite(AlarmKit.composite("page", "ALARM(errors)"));
        service.setState("errors", AlarmState.ALARM, "testing alarm", "");
        JsonNode message = message("page");

        assertThat(message.path("AlarmRule").asString()).isEqualTo("ALARM(errors)");
        assertThat(message.path("AlarmDescription").isNull()).isTrue();
        assertThat(message.has("Trigger")).isFalse();
        assertThat(message.has("AlarmConfigurationUpdatedTimestamp")).isFalse();
        assertThat(message.path("TriggeringChildren").toString()).isEqualTo("[{\"Arn\":\"arn:aws:cloudwatch:eu-west-1:"
                + "000000000000:alarm:errors\",\"State\":{\"Value\":\"ALARM\",\"Timestamp\":"
                + "\"2026-01-05T12:00:15.000+0000\"}}]");
    }
}
