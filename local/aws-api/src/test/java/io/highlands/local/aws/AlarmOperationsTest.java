// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The operations on alarms, over the wire. */
class AlarmOperationsTest {

    private static final String ON_METRIC = """
            {"AlarmName":"%s","Namespace":"Highlands/local","MetricName":"errors","Statistic":"Sum","Period":60,
             "Dimensions":[{"Name":"Service","Value":"service-a"}],"EvaluationPeriods":3,"DatapointsToAlarm":2,
             "Threshold":5,"ComparisonOperator":"GreaterThanThreshold","TreatMissingData":"notBreaching",
             "AlarmActions":["arn:aws:sns:us-east-1:000000000000:pages"]}""";

    @TempDir
    private static Path folder;

    private static ApiKit api;

    @BeforeAll
    static void serve() {
        api = new ApiKit(folder);
    }

    @AfterAll
    static void close() {
        api.close();
    }

    @AfterEach
    void forget() {
        StringBuilder names = new StringBuilder();
        for (String type : new String[]{"CompositeAlarm", "MetricAlarm"}) {
            api.call("DescribeAlarms", "{\"AlarmTypes\":[\"" + type + "\"],\"MaxRecords\":100}").path(type + "s")
                    .forEach(alarm -> names.append(names.isEmpty() ? "" : ",").append(alarm.path("AlarmName")));
        }
        if (!names.isEmpty()) {
            api.call("DeleteAlarms", "{\"AlarmNames\":[" + names + "]}");
        }
    }

    @Test
    void anAlarmComesBackAsItWasPut() {
        api.call("PutMetricAlarm", ON_METRIC.formatted("errors"));
        JsonNode alarm = api.call("DescribeAlarms", "{\"AlarmNames\":[\"errors\"]}").path("MetricAlarms").path(0);
        assertThat(alarm.path("AlarmArn").asString())
                .isEqualTo("arn:aws:cloudwatch:us-east-1:000000000000:alarm:errors");
        assertThat(alarm.path("StateValue").asString()).isEqualTo("INSUFFICIENT_DATA");
        assertThat(alarm.path("Statistic").asString()).isEqualTo("Sum");
        assertThat(alarm.path("Period").asInt()).isEqualTo(60);
        assertThat(alarm.path("DatapointsToAlarm").asInt()).isEqualTo(2);
        assertThat(alarm.path("Threshold").asDouble()).isEqualTo(5);
        assertThat(alarm.path("TreatMissingData").asString()).isEqualTo("notBreaching");
        assertThat(alarm.path("Dimensions").toString()).isEqualTo("[{\"Name\":\"Service\",\"Value\":\"service-a\"}]");
        assertThat(alarm.path("ActionsEnabled").asBoolean()).isTrue();
        assertThat(alarm.path("AlarmActions").path(0).asString()).endsWith(":pages");
        assertThat(alarm.path("StateUpdatedTimestamp").isNumber()).isTrue();
        assertThat(alarm.has("ExtendedStatistic")).isFalse();
    }

    @Test
    void anAlarmOnMathComesBackWithItsQueries() {
        api.call("PutMetricAlarm", """
                {"AlarmName":"ratio","EvaluationPeriods":1,"Threshold":0.1,"ComparisonOperator":"GreaterThanThreshold",
                 "Metrics":[{"Id":"ratio","Expression":"bad/total","Label":"errors"},
                  {"Id":"bad","ReturnData":false,"MetricStat":{"Stat":"Sum","Period":60,
                   "Metric":{"Namespace":"n","MetricName":"bad"}}},
                  {"Id":"total","ReturnData":false,"MetricStat":{"Stat":"p99","Period":60,"Unit":"Count",
                   "Metric":{"Namespace":"n","MetricName":"total"}}}]}""");
        JsonNode alarm = api.call("DescribeAlarms", "{\"AlarmNamePrefix\":\"rat\"}").path("MetricAlarms").path(0);
        assertThat(alarm.has("MetricName")).isFalse();
        assertThat(alarm.path("Metrics").path(0).path("Expression").asString()).isEqualTo("bad/total");
        assertThat(alarm.path("Metrics").path(2).path("MetricStat").path("Unit").asString()).isEqualTo("Count");
    }

    @Test
    void compositeAlarmsAreListedOnlyWhenAskedFor() {
        api.call("PutMetricAlarm", ON_METRIC.formatted("child"));
        api.call("PutMetricAlarm", ON_METRIC.formatted("holds-back"));
        api.call("PutCompositeAlarm", """
                {"AlarmName":"both","AlarmRule":"ALARM(child) AND NOT OK(\\"child\\")","ActionsSuppressor":"holds-back",
                 "ActionsSuppressorWaitPeriod":60,"ActionsSuppressorExtensionPeriod":120}""");
        assertThat(api.call("DescribeAlarms", "{}").path("CompositeAlarms").isEmpty()).isTrue();
        JsonNode found = api.call("DescribeAlarms", "{\"AlarmTypes\":[\"CompositeAlarm\"]}");
        assertThat(found.path("MetricAlarms").isEmpty()).isTrue();
        JsonNode both = found.path("CompositeAlarms").path(0);
        assertThat(both.path("AlarmRule").asString()).isEqualTo("ALARM(child) AND NOT OK(\"child\")");
        assertThat(both.path("ActionsSuppressorExtensionPeriod").asInt()).isEqualTo(120);
        assertThat(api.call("DescribeAlarms", "{\"ChildrenOfAlarmName\":\"both\"}").path("MetricAlarms").size())
                .isPositive();
    }

    @Test
    void aStateThatIsSetIsInTheHistory() {
        api.call("PutMetricAlarm", ON_METRIC.formatted("set"));
        api.call("SetAlarmState", "{\"AlarmName\":\"set\",\"StateValue\":\"ALARM\",\"StateReason\":\"a rehearsal\"}");
        JsonNode alarm = api.call("DescribeAlarms", "{\"StateValue\":\"ALARM\"}").path("MetricAlarms").path(0);
        assertThat(alarm.path("StateReason").asString()).isEqualTo("a rehearsal");
        JsonNode items = api.call("DescribeAlarmHistory",
                "{\"AlarmName\":\"set\",\"HistoryItemType\":\"StateUpdate\"}").path("AlarmHistoryItems");
        assertThat(items.path(0).path("HistorySummary").asString())
                .isEqualTo("Alarm updated from INSUFFICIENT_DATA to ALARM");
        assertThat(items.path(0).path("AlarmType").asString()).isEqualTo("MetricAlarm");
        assertThat(items.path(0).path("HistoryData").asString()).contains("a rehearsal");
        assertThat(api.refused("SetAlarmState",
                "{\"AlarmName\":\"gone\",\"StateValue\":\"OK\",\"StateReason\":\"r\"}").status()).isEqualTo(404);
    }

    @Test
    void actionsAreSwitchedOffAndOn() {
        api.call("PutMetricAlarm", ON_METRIC.formatted("quiet"));
        api.call("DisableAlarmActions", "{\"AlarmNames\":[\"quiet\"]}");
        assertThat(api.call("DescribeAlarms", "{}").path("MetricAlarms").path(0).path("ActionsEnabled").asBoolean())
                .isFalse();
        api.call("EnableAlarmActions", "{\"AlarmNames\":[\"quiet\"]}");
        assertThat(api.call("DescribeAlarms", "{}").path("MetricAlarms").path(0).path("ActionsEnabled").asBoolean())
                .isTrue();
    }

    @Test
    void theAlarmsOfAMetricAreFound() {
        api.call("PutMetricAlarm", ON_METRIC.formatted("of-metric"));
        String metric = "{\"Namespace\":\"Highlands/local\",\"MetricName\":\"errors\",\"Dimensions\":"
                + "[{\"Name\":\"Service\",\"Value\":\"%s\"}]}";
        assertThat(api.call("DescribeAlarmsForMetric", metric.formatted("service-a")).path("MetricAlarms").path(0)
                .path("AlarmName").asString()).isEqualTo("of-metric");
        assertThat(api.call("DescribeAlarmsForMetric", metric.formatted("service-b")).path("MetricAlarms").isEmpty())
                .isTrue();
    }

    @Test
    void pagesAreFollowedByTheirTokens() {
        for (String name : new String[]{"page-1", "page-2", "page-3"}) {
            api.call("PutMetricAlarm", ON_METRIC.formatted(name));
        }
        JsonNode first = api.call("DescribeAlarms", "{\"MaxRecords\":2}");
        assertThat(first.path("MetricAlarms").size()).isEqualTo(2);
        JsonNode second = api.call("DescribeAlarms",
                "{\"MaxRecords\":2,\"NextToken\":" + first.path("NextToken") + "}");
        assertThat(second.path("MetricAlarms").path(0).path("AlarmName").asString()).isEqualTo("page-3");
        assertThat(second.has("NextToken")).isFalse();
        assertThat(api.refused("DescribeAlarms", "{\"NextToken\":\"bm90IG91cnM\"}").text())
                .contains("#InvalidNextToken\"");
    }

    @Test
    void whatCannotBeEvaluatedIsRefused() {
        assertThat(api.refused("PutMetricAlarm", ON_METRIC.formatted("x").replace("\"Sum\"", "\"Median\"")).text())
                .contains("at 'statistic' failed to satisfy constraint: Member must satisfy enum value set");
        assertThat(api.refused("PutMetricAlarm", ON_METRIC.formatted("x").replace("\"Threshold\":5,", "")).text())
                .contains("#ValidationException", "Threshold is required");
        assertThat(api.refused("PutCompositeAlarm", "{\"AlarmName\":\"c\",\"AlarmRule\":\"ALARM(\"}").text())
                .contains("#ValidationException");
        assertThat(api.refused("DeleteAlarms", "{\"AlarmNames\":[\"gone\"]}").text()).contains("#ResourceNotFound\"");
    }

    /** Recorded: localstack/localstack, test_store_tags and test_describe_minimal_metric_alarm. */
    @Test
    void whatWasNotSetIsNotDescribed() {
        api.call("PutMetricAlarm",
                ON_METRIC.formatted("minimal").replace("\"TreatMissingData\":\"notBreaching\",", ""));

        JsonNode alarm = api.call("DescribeAlarms", "{}").path("MetricAlarms").path(0);
        assertThat(alarm.has("TreatMissingData")).isFalse();
        assertThat(alarm.has("Unit")).isFalse();
    }

    /** "Statistic should not be set if list of Metrics is set": recorded in aws-cloudformation/cfn-lint#766. */
    @Test
    void metricsDoNotStandBesideAStatistic() {
        assertThat(api.refused("PutMetricAlarm", ON_METRIC.formatted("x").replace("\"Threshold\"",
                "\"Metrics\":[{\"Id\":\"e\",\"Expression\":\"TIME_SERIES(1)\"}],\"Threshold\"")).text())
                .contains("#ValidationException", "MetricName should not be set if list of Metrics is set");
    }

    /** Recorded in hashicorp/terraform-provider-aws#19575. */
    @Test
    void anAlarmRuleWithSpaceAroundItIsRefused() {
        assertThat(api.refused("PutCompositeAlarm", "{\"AlarmName\":\"c\",\"AlarmRule\":\" FALSE\"}").text())
                .contains("AlarmRule must not contain leading or trailing whitespace or be null");
    }
}
