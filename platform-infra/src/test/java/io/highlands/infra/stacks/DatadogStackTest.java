// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.infra.support.Assembly;
import io.highlands.infra.support.EnvironmentFile;
import io.highlands.infra.topology.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatadogStackTest {

    private static final String PART = "datadog";
    private static final String MONITOR = "Datadog::Monitors::Monitor";
    private static final String DASHBOARD = "Datadog::Dashboards::Dashboard";
    /** Of the schema of Datadog::Monitors::Monitor 4.9.0, DataDog/datadog-cloudformation-resources. */
    private static final Set<String> PROPERTIES = Set.of("Creator", "Id", "Message", "Name", "Tags", "Priority",
            "Options", "Query", "Type", "Multi", "RestrictedRoles", "CloudformationOptions");
    private static final Set<String> OPTIONS = Set.of("EnableLogsSample", "EnableSamples", "EscalationMessage",
            "EvaluationDelay", "GroupRetentionDuration", "IncludeTags", "Locked", "MinLocationFailed", "NewHostDelay",
            "NoDataTimeframe", "NotifyAudit", "NotifyBy", "NotifyNoData", "NotificationPresetName", "OnMissingData",
            "RenotifyInterval", "RequireFullWindow", "SchedulingOptions", "SyntheticsCheckID", "Thresholds",
            "ThresholdWindows", "TimeoutH", "RenotifyOccurrences", "RenotifyStatuses", "MinFailureDuration",
            "NewGroupDelay", "Variables");
    private static final Set<String> THRESHOLDS = Set.of("Critical", "CriticalRecovery", "OK", "Warning",
            "WarningRecovery");

    private static final EnvironmentFile TRACED = EnvironmentFile.of("prod").with("tracing:\n  enabled: false",
            "tracing:\n  enabled: true");
    private static final EnvironmentFile ON = TRACED
            .plus("datadog: {enabled: true, page: ['@pagerduty-oncall'], ticket: ['@slack-backlog']}");

    @Test
    void noEnvironmentOfTheRepositoryDeploysItUnasked() {
        assertThat(Assembly.of("dev").parts()).doesNotContain(PART);
    }

    @Test
    void itIsTheLastStackAndHoldsNothingOfAwsWithoutLogs() {
        var withoutLogs = Assembly.of(ON.with("enabled: true, page", "enabled: true, logs: false, page"));

        assertThat(withoutLogs.parts()).last().isEqualTo(PART);
        assertThat(withoutLogs.template(PART).get("Resources").valueStream()
                .map(resource -> resource.get("Type").asString())).containsOnly(DASHBOARD, MONITOR);
    }

    @Test
    void logsOfServicesAndMeshAreSentFromCloudWatchLogs() {
        List<String> made = Stream.of("service-a", "service-b", "service-c")
                .flatMap(service -> on().all(service, "AWS::Logs::LogGroup").stream())
                .map(group -> group.get("LogGroupName").asString()).filter(name -> !name.endsWith("datadog-agent"))
                .toList();

        assertThat(on().all(PART, "AWS::Logs::SubscriptionFilter")).hasSize(6).allSatisfy(filter -> {
            assertThat(filter.get("FilterPattern").asString()).isEmpty();
            assertThat(filter.at("/DestinationArn/Fn::GetAtt/0").asString()).isEqualTo("LogStream");
        });
        assertThat(on().all(PART, "AWS::Logs::SubscriptionFilter"))
                .extracting(filter -> filter.get("LogGroupName").asString()).containsExactlyInAnyOrderElementsOf(made);
        assertThat(on().dependencies(PART)).contains("service-a", "service-b", "service-c");
    }

    /** Form and limits: AWS::KinesisFirehose::DeliveryStream HttpEndpointDestinationConfiguration. */
    @Test
    void templateHoldsNoKeyAndWhatDatadogDoesNotTakeIsKept() {
        JsonNode stream = on().only(PART, "AWS::KinesisFirehose::DeliveryStream")
                .get("HttpEndpointDestinationConfiguration");

        assertThat(stream.at("/EndpointConfiguration/AccessKey").asString())
                .isEqualTo("{{resolve:secretsmanager:highlands/prod/datadog-api-key:SecretString:::}}");
        assertThat(stream.get("S3BackupMode").asString()).isEqualTo("FailedDataOnly");
        assertThat(on().only(PART, "AWS::S3::Bucket").at("/PublicAccessBlockConfiguration/BlockPublicAcls").asBoolean())
                .isTrue();
    }

    /** Endpoints as the CDK has them: aws-cdk-lib, aws-kinesisfirehose, DatadogEndpoint. */
    @ParameterizedTest
    @CsvSource({"datadoghq.com, https://aws-kinesis-http-intake.logs.datadoghq.com/v1/input",
            "datadoghq.eu, https://aws-kinesis-http-intake.logs.datadoghq.eu/v1/input",
            "ddog-gov.com, https://aws-kinesis-http-intake.logs.ddog-gov.com/v1/input",
            "us5.datadoghq.com, https://aws-kinesis-http-intake.logs.us5.datadoghq.com/api/v2/logs?dd-protocol=aws-kinesis-firehose"})
    void logsGoToTheEndpointOfTheSite(String site, String endpoint) {
        assertThat(DatadogLogs.endpoint(site)).isEqualTo(endpoint);
    }

    /**
     * The external id is the account's: Firehose developer guide, "Allow Firehose to assume an IAM role", and the role of
     * terraform-provider-aws, TestAccLogsSubscriptionFilter_DestinationARN_kinesisDataFirehose, which runs in AWS.
     */
    @Test
    void firehoseAssumesTheRoleForStreamsOfThisAccountOnly() {
        assertThat(on().all(PART, "AWS::IAM::Role")).filteredOn(role -> role.toString().contains("firehose.amazonaws"))
                .singleElement().satisfies(role -> assertThat(role.at("/AssumeRolePolicyDocument/Statement"))
                        .singleElement().asString().contains("{\"StringEquals\":{\"sts:ExternalId\":")
                        .doesNotContain("aws:Source"));
    }

    @Test
    void rolesMayDeliverAndNothingElse() {
        assertThat(actions("SubscriptionRole")).containsExactlyInAnyOrder("firehose:PutRecord",
                "firehose:PutRecordBatch");
        assertThat(actions("DeliveryRole")).containsExactlyInAnyOrder("s3:GetBucketLocation", "s3:ListBucket",
                "s3:ListBucketMultipartUploads", "s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject",
                "logs:PutLogEvents");
        assertThat(List.of("SubscriptionRole", "DeliveryRole")).allSatisfy(role -> assertThat(
                on().policyOf(PART, role).at("/PolicyDocument/Statement").valueStream()
                        .map(statement -> statement.get("Resource").asString("")))
                .doesNotContain("*"));
    }

    @Test
    void eachHalfCanBeLeftOut() {
        var monitorsOnly = Assembly
                .of(EnvironmentFile.of("staging").plus("datadog: {enabled: true, dashboards: false, logs: false}"));

        assertThat(monitorsOnly.all(PART, DASHBOARD)).isEmpty();
        assertThat(monitorsOnly.all(PART, MONITOR)).isNotEmpty();
    }

    @Test
    void environmentWithoutAlarmsHasNoMonitors() {
        var silent = EnvironmentFile.of("dev").plus("datadog: {enabled: true}");

        assertThat(Assembly.of(silent).all(PART, MONITOR)).isEmpty();
        assertThat(Assembly.of(silent).all(PART, DASHBOARD)).hasSize(1);
        assertThatThrownBy(EnvironmentFile.of("dev")
                .plus("datadog: {enabled: true, dashboards: false, logs: false}")::load)
                .hasMessageEndingWith("datadog.enabled: found true; allowed: false, because dashboards and logs both "
                        + "are and alarms.level is none");
    }

    @Test
    void dashboardNamesTheLoadBalancerThatIsDeployed() {
        JsonNode definition = on().only(PART, DASHBOARD).get("DashboardDefinition");

        assertThat(definition.toString()).contains("Fn::Join", "highlands-prod-base:");
    }

    @Test
    void propertiesAreThoseOfDatadogsSchema() {
        assertThat(on().all(PART, MONITOR)).isNotEmpty().allSatisfy(monitor -> {
            assertThat(PROPERTIES).containsAll(names(monitor));
            assertThat(OPTIONS).containsAll(names(monitor.get("Options")));
            assertThat(THRESHOLDS).containsAll(names(monitor.at("/Options/Thresholds")));
            assertThat(monitor.get("Type").asString()).isIn("query alert", "composite");
        });
    }

    @Test
    void compositesNameTheirPartsById() {
        JsonNode burn = monitors(on()).get("highlands-prod-availability-burn-fast");

        assertThat(burn.get("Query")).isEqualTo(JsonMapper.shared().readTree("""
                {"Fn::Join": ["", [{"Ref": "AvailabilityBurnFast1h"}, " && ", {"Ref": "AvailabilityBurnFast5m"},
                 " && ", {"Ref": "AvailabilityBurnFastTraffic"},
                 " && ", {"Ref": "AvailabilityBurnFastFailures"}]]}"""));
    }

    @Test
    void handlesAreThoseOfTheEnvironmentBySeverityAndPartsTellNobody() {
        assertThat(monitors(on()).values()).allSatisfy(monitor -> {
            String message = monitor.get("Message").asString();
            switch (tag(monitor, "severity")) {
                case "page" -> assertThat(message).endsWith("\n@pagerduty-oncall");
                case "ticket" -> assertThat(message).endsWith("\n@slack-backlog");
                default -> assertThat(message).doesNotContain("@");
            }
        });
    }

    @Test
    void everyAlarmThatTellsSomebodyHasItsMonitor() {
        assertThat(monitors(on()).keySet()).containsAll(names("page", "ticket"));
    }

    /** But for silence, where a share of an expression stands for what metric math says as 0 and 1. */
    @Test
    void thresholdsAreThoseOfTheAlarmsOfTheSameNames() {
        Map<String, JsonNode> alarms = on().all("observability", "AWS::CloudWatch::Alarm").stream()
                .collect(Collectors.toMap(alarm -> alarm.get("AlarmName").asString(), alarm -> alarm));

        assertThat(monitors(on()).entrySet().stream().filter(monitor -> !monitor.getKey().matches(
                ".*-(traffic|failures|running|silent)"))
                .filter(monitor -> monitor.getValue().at("/Options").has("Thresholds")))
                .hasSizeGreaterThan(30).allSatisfy(monitor -> {
                    double critical = monitor.getValue().at("/Options/Thresholds/Critical").asDouble();
                    assertThat(watch(alarms, monitor.getKey())).as(monitor.getKey())
                            .hasValueSatisfying(alarm -> assertThat(alarm.get("Threshold").asDouble())
                                    .isEqualTo(critical));
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {enabled: yes}                                    | datadog.enabled: found yes; allowed: true or false
            {enabled: true, dashboards: false, monitors: false, logs: false} | allowed: false, because dashboards, monitors and logs all are
            {page: [oncall]}                                  | datadog.page: found oncall; allowed: a handle of Datadog
            {evaluationDelay: 2h}                             | allowed: a duration from 60s to 3600s
            {enabled: true}                                   | datadog.page: found nothing; allowed: at least one handle
            {monitor: true}                                   | datadog.monitor: found an unknown key
            """)
    void wrongSettingsAreOneLine(String section, String line) {
        var file = EnvironmentFile.of("prod").plus("datadog: " + section);

        assertThatThrownBy(file::load).isInstanceOf(InvalidInput.class).hasMessageContaining(line)
                .hasMessageNotContaining("\n");
    }

    private static List<String> actions(String role) {
        return on().policyOf(PART, role).at("/PolicyDocument/Statement").valueStream()
                .flatMap(statement -> statement.get("Action").isString()
                        ? Stream.of(statement.get("Action").asString())
                        : statement.get("Action").valueStream().map(JsonNode::asString))
                .toList();
    }

    private static Assembly on() {
        return Assembly.of(ON);
    }

    private static Map<String, JsonNode> monitors(Assembly assembly) {
        return assembly.all(PART, MONITOR).stream()
                .collect(Collectors.toMap(monitor -> monitor.get("Name").asString(), monitor -> monitor));
    }

    /** The metric alarm of that name, or the one that alone makes the composite of that name. */
    private static Optional<JsonNode> watch(Map<String, JsonNode> alarms, String name) {
        return Optional.ofNullable(alarms.get(name)).or(() -> alarms.entrySet().stream()
                .filter(alarm -> alarm.getKey().startsWith(name + '-')).map(Map.Entry::getValue).findFirst());
    }

    private static List<String> names(String... severities) {
        return Stream.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm")
                .flatMap(type -> on().all("observability", type).stream())
                .filter(alarm -> Set.of(severities).contains(severity(alarm)))
                .map(alarm -> alarm.get("AlarmName").asString()).toList();
    }

    private static String severity(JsonNode alarm) {
        return alarm.get("Tags").valueStream().filter(tag -> "highlands:severity".equals(tag.get("Key").asString()))
                .map(tag -> tag.get("Value").asString()).findFirst().orElse("");
    }

    private static String tag(JsonNode monitor, String name) {
        return monitor.get("Tags").valueStream().map(JsonNode::asString).filter(tag -> tag.startsWith(name + ':'))
                .map(tag -> tag.substring(name.length() + 1)).findFirst().orElse("");
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
