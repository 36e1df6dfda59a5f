// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
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
                  'DashboardBody': '{\\"widgets\\": []}'}}
                """);

        assertThat(declared.logGroups()).containsEntry("/events", OptionalInt.of(7));
        assertThat(declared.rules()).singleElement()
                .satisfies(rule -> assertThat(rule.logGroups()).containsExactly("/events"));
        assertThat(declared.filters()).singleElement()
                .satisfies(filter -> assertThat(filter.standard()).hasValue(0));
        assertThat(declared.dashboards()).containsEntry("dashboard", "{\"widgets\": []}");
    }

    @Test
    void whatIsWrongIsNamedWithStackLogicalIdAndProperty() {
        assertThatThrownBy(() -> read(ALARM.replace("GreaterThanThreshold", "LessThanLowerThreshold")))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("watch/Errors ComparisonOperator: 'LessThanLowerThreshold' is not");
        assertThatThrownBy(() -> read(ALARM.replace("'Threshold': 5.5,", "")))
                .hasMessage("watch/Errors Threshold: is missing");
    }

    /** API_MetricStat: Metric is required. */
    @Test
    void aMetricStatWithoutMetricIsRefused() {
        refused("Metrics[0].MetricStat.Metric", "is missing", """
                {'Type': 'AWS::CloudWatch::Alarm', 'Properties': {'AlarmName': 'a', 'EvaluationPeriods': 1,
                  'ComparisonOperator': 'GreaterThanThreshold', 'Threshold': 1,
                  'Metrics': [{'Id': 'm', 'MetricStat': {'Period': 60, 'Stat': 'Sum'}}]}}""");
    }

    /** API_PutRule: State is ENABLED, DISABLED or ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS. */
    @Test
    void aRuleThatIsDisabledTellsNobody() {
        String rule = """
                'R': {'Type': 'AWS::Events::Rule', 'Properties': {'EventPattern': {'source': ['aws.ecs']}, 'State': '%s',
                  'Targets': [{'Id': 'log', 'Arn': 'arn:aws:logs:eu-west-1:000000000000:log-group:/events'}]}}
                """;

        assertThat(read(rule.formatted("ENABLED")).rules()).hasSize(1);
        assertThat(read(rule.formatted("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS")).rules()).hasSize(1);
        assertThat(read(rule.formatted("DISABLED")).rules()).isEmpty();
    }

    /** PutMetricAlarm's rules, held by AlarmRulesTest: CloudFormation calls it, and fails with its message. */
    @Test
    void whatPutMetricAlarmRefusesIsRefusedInATemplate() {
        assertThatThrownBy(() -> read(ALARM.replace("300", "45")))
                .hasMessage("watch/Errors Period: Period must be 10, 20, 30 or a multiple of 60, not 45");
        assertThatThrownBy(() -> read(ALARM.replace("'Sum'", "'Sum', 'ExtendedStatistic': 'p99'")))
                .hasMessage("watch/Errors Statistic: Exactly one of Statistic and ExtendedStatistic must be specified");
        assertThatThrownBy(() -> read(ALARM.replace("'EvaluationPeriods': 3", "'EvaluationPeriods': 289")))
                .hasMessageStartingWith(
                        "watch/Errors EvaluationPeriods: Metrics cannot be checked across more than a day");
        assertThatThrownBy(() -> read(ALARM.replace("'errors'", "'err\\u0007ors'")))
                .hasMessage("watch/Errors AlarmName: AlarmName must not contain ASCII control characters");
        assertThatThrownBy(() -> read(ALARM.replace("{'Ref': 'Page'}",
                "{'Ref': 'Page'}, 'arn:a', 'arn:b', 'arn:c', 'arn:d', 'arn:e'")))
                .hasMessage("watch/Errors AlarmActions: AlarmActions must have at most 5 actions, not 6");
    }

    /** "Statistic should not be set if list of Metrics is set": recorded in aws-cloudformation/cfn-lint#766. */
    @Test
    void metricsDoNotStandBesideWhatIsOfOneMetric() {
        assertThatThrownBy(() -> read(ALARM.replace("'Threshold'",
                "'Metrics': [{'Id': 'm', 'Expression': 'TIME_SERIES(1)'}], 'Threshold'")))
                .hasMessage("watch/Errors MetricName: MetricName should not be set if list of Metrics is set");
    }

    /** Names are unique among metric and composite alarms of a Region: API_PutCompositeAlarm, AlarmName. */
    @Test
    void twoAlarmsDoNotHaveTheSameName() {
        assertThatThrownBy(() -> read(ALARM + """
                ,'Twin': {'Type': 'AWS::CloudWatch::CompositeAlarm', 'Properties': {'AlarmName': 'errors',
                  'AlarmRule': 'FALSE'}}
                """)).hasMessageStartingWith("watch/Twin AlarmName: there is already an alarm of the name 'errors'");
    }

    /** Recorded in hashicorp/terraform-provider-aws#19575. */
    @Test
    void anAlarmRuleHasNoWhiteSpaceAroundIt() {
        assertThatThrownBy(() -> read("""
                'Page': {'Type': 'AWS::CloudWatch::CompositeAlarm', 'Properties': {'AlarmName': 'page',
                  'AlarmRule': 'FALSE '}}
                """)).hasMessage("watch/Page AlarmRule: AlarmRule must not contain leading or trailing whitespace or "
                + "be null");
    }

    private void refused(String property, String message, String resource) {
        assertThatThrownBy(() -> read("'A': " + resource)).isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("watch/A " + property + ": ").hasMessageContaining(message);
    }

    /** API_PutRetentionPolicy and API_CreateLogGroup. */
    @Test
    void logGroupsHaveNamesAndRetentionsThatCloudWatchLogsHas() {
        refused("RetentionInDays", "31",
                "{'Type': 'AWS::Logs::LogGroup', 'Properties': {'LogGroupName': '/a', 'RetentionInDays': 31}}");
        refused("LogGroupName", "a b", "{'Type': 'AWS::Logs::LogGroup', 'Properties': {'LogGroupName': 'a b'}}");
        assertThatThrownBy(() -> read("""
                'A': {'Type': 'AWS::Logs::LogGroup', 'Properties': {'LogGroupName': '/a'}},
                'B': {'Type': 'AWS::Logs::LogGroup', 'Properties': {'LogGroupName': '/a'}}
                """)).hasMessage("watch/B LogGroupName: there is already a log group of the name '/a'");
    }

    /** FilterAndPatternSyntax; the rule itself is in FilterPatternTest. */
    @Test
    void aFilterPatternIsReadByTheRulesOfFilterLogEvents() {
        refused("FilterPattern", "Invalid character(s) in term 'me@example.com'", """
                {'Type': 'AWS::Logs::MetricFilter', 'Properties': {'LogGroupName': '/a',
                  'FilterPattern': 'me@example.com', 'MetricTransformations': []}}""");
    }

    /** eb-quota: 5 targets for each rule; API_PutTargets: at least 1; API_PutRule: a pattern or a schedule. */
    @Test
    void anEventRuleHasOneToFiveTargets() {
        String rule = "{'Type': 'AWS::Events::Rule', 'Properties': {%s'Targets': [%s]}}";
        String target = "{'Id': 'a', 'Arn': 'arn:aws:sns:eu-west-1:000000000000:a'}";
        String pattern = "'EventPattern': {'source': ['aws.ecs']}, ";
        refused("Targets", "6", rule.formatted(pattern, String.join(",", Collections.nCopies(6, target))));
        refused("Targets", "0", rule.formatted(pattern, ""));
        refused("EventPattern", "must be specified", rule.formatted("", target));
        read("'A': " + rule.formatted(pattern, String.join(",", Collections.nCopies(5, target))));
    }

    /** API_PutDashboard, DashboardName, and the dashboard body structure, color. */
    @Test
    void dashboardsAreCheckedAsPutDashboardChecksThem() {
        refused("DashboardName", "my dashboard", """
                {'Type': 'AWS::CloudWatch::Dashboard', 'Properties': {'DashboardName': 'my dashboard',
                  'DashboardBody': '{\\"widgets\\": []}'}}""");
        refused("DashboardBody", "/widgets/0/properties/metrics/0/2/color",
                """
                        {'Type': 'AWS::CloudWatch::Dashboard', 'Properties': {'DashboardName': 'd', 'DashboardBody':
                          '{\\"widgets\\": [{\\"type\\": \\"metric\\", \\"properties\\": {\\"region\\": \\"eu-west-1\\", \\"metrics\\": [[\\"N\\", \\"M\\", {\\"color\\": \\"red\\"}]]}}]}'}}""");
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
