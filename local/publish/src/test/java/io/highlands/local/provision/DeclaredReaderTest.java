// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.highlands.local.cloudwatch.alarms.CompositeAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.MetricAlarmDefinition;
import io.highlands.local.cloudwatch.alarms.Watched;
import io.highlands.local.template.AssemblyFolder;
import io.highlands.local.template.TemplateException;
import io.highlands.local.template.cloudformation.CloudAssembly;
import io.highlands.local.template.cloudformation.Inventory;
import io.highlands.local.template.cloudformation.LocalValues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeclaredReaderTest {

    private static final String ALARM = """
            'Errors': {'Type': 'AWS::CloudWatch::Alarm', 'Properties': {'AlarmName': 'errors', 'Namespace': 'AWS/ECS',
              'MetricName': 'HTTPCode_Target_5XX_Count', 'Dimensions': [{'Name': 'ServiceName', 'Value': 'b'}],
              'Statistic': 'Sum', 'Period': 300, 'EvaluationPeriods': 3, 'DatapointsToAlarm': 2, 'Threshold': 5.5,
              'ComparisonOperator': 'GreaterThanThreshold', 'TreatMissingData': 'notBreaching',
              'AlarmActions': [{'Ref': 'Page'}]}},
            'Page': {'Type': 'AWS::SNS::Topic', 'Properties': {'TopicName': 'page'}}
            """;

    @TempDir
    private Path folder;

    @Test
    void readsAnAlarmUnderItsOwnName() {
        MetricAlarmDefinition alarm = (MetricAlarmDefinition) read(ALARM).alarms().getFirst();

        assertThat(alarm.name()).isEqualTo("errors");
        assertThat(alarm.threshold()).isEqualTo(5.5);
        assertThat(alarm.datapointsToAlarm()).isEqualTo(OptionalInt.of(2));
        assertThat(alarm.actions().alarm()).containsExactly("arn:aws:sns:eu-west-1:000000000000:page");
        assertThat(((Watched.Metric) alarm.watched()).metric().dimensions()).isEqualTo(Map.of("ServiceName", "b"));
    }

    @Test
    void periodsAreDividedByTheTimeScaleAndWhatCountsThemIsNot() {
        MetricAlarmDefinition alarm = (MetricAlarmDefinition) new TimeScale(6)
                .divide(read(ALARM).alarms().getFirst());

        assertThat(alarm.watched().period()).isEqualTo(Duration.ofSeconds(50));
        assertThat(alarm.evaluationPeriods()).isEqualTo(3);
    }

    @Test
    void readsMetricMathAndComposites() {
        Declared declared = read("""
                'Ratio': {'Type': 'AWS::CloudWatch::Alarm', 'Properties': {'AlarmName': 'ratio',
                  'ComparisonOperator': 'GreaterThanThreshold', 'EvaluationPeriods': 1, 'Threshold': 1, 'Metrics': [
                    {'Id': 'e', 'Expression': 'FILL(m, 0)', 'ReturnData': true},
                    {'Id': 'm', 'ReturnData': false, 'MetricStat': {'Period': 60, 'Stat': 'Sum', 'Metric':
                      {'Namespace': 'N', 'MetricName': 'M', 'Dimensions': []}}}]}},
                'Page': {'Type': 'AWS::CloudWatch::CompositeAlarm', 'Properties': {'AlarmName': 'page',
                  'AlarmRule': 'ALARM(ratio)', 'ActionsSuppressor': 'ratio', 'ActionsSuppressorWaitPeriod': 60,
                  'ActionsSuppressorExtensionPeriod': 120}}
                """);

        assertThat(((MetricAlarmDefinition) declared.alarms().getFirst()).watched().period())
                .isEqualTo(Duration.ofMinutes(1));
        CompositeAlarmDefinition page = (CompositeAlarmDefinition) new TimeScale(6)
                .divide(declared.alarms().getLast());
        assertThat(page.suppressor().orElseThrow().extensionPeriod()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void readsRulesFiltersDashboardsAndLogGroups() {
        Declared declared = read("""
                'Events': {'Type': 'AWS::Logs::LogGroup', 'Properties': {'LogGroupName': '/events',
                  'RetentionInDays': 7}},
                'Rule': {'Type': 'AWS::Events::Rule', 'Properties': {'EventPattern': {'source': ['aws.ecs']},
                  'Targets': [{'Id': 'log', 'Arn': {'Fn::GetAtt': ['Events', 'Arn']}}]}},
                'Filter': {'Type': 'AWS::Logs::MetricFilter', 'Properties': {'LogGroupName': {'Ref': 'Events'},
                  'FilterPattern': 'failed', 'MetricTransformations': [{'MetricNamespace': 'N', 'MetricName': 'M',
                    'MetricValue': '1', 'DefaultValue': 0}]}},
                'Dashboard': {'Type': 'AWS::CloudWatch::Dashboard', 'Properties': {'DashboardName': 'dashboard',
                  'DashboardBody': '{}'}}
                """);

        assertThat(declared.logGroups()).containsEntry("/events", OptionalInt.of(7));
        assertThat(declared.rules()).singleElement()
                .satisfies(rule -> assertThat(rule.logGroups()).containsExactly("/events"));
        assertThat(declared.filters()).singleElement()
                .satisfies(filter -> assertThat(filter.standard()).hasValue(0));
        assertThat(declared.dashboards()).containsEntry("dashboard", "{}");
    }

    @Test
    void whatIsWrongIsNamedWithStackLogicalIdAndProperty() {
        assertThatThrownBy(() -> read(ALARM.replace("GreaterThanThreshold", "LessThanLowerThreshold")))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("watch/Errors ComparisonOperator: 'LessThanLowerThreshold' is not");
        assertThatThrownBy(() -> read(ALARM.replace("'Threshold': 5.5,", "")))
                .hasMessage("watch/Errors Threshold: is missing");
    }

    @Test
    void aTimeScaleDividesAMinute() {
        assertThatThrownBy(() -> new TimeScale(7))
                .hasMessage("time scale 7: allowed are [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60]");
    }

    private Declared read(String resources) {
        Path assembly = AssemblyFolder.in(folder).stack("watch", "{'Resources': {" + resources + "}}").write();
        return DeclaredReader.read(
                new Inventory(CloudAssembly.read(assembly), LocalValues.read(folder.resolve("none.json"))));
    }
}
