// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Map;
import java.util.Set;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream;
import software.amazon.awscdk.services.logs.CfnSubscriptionFilter;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.LogStream;
import software.amazon.awscdk.services.s3.Bucket;

import io.highlands.infra.settings.Environment;
import io.highlands.infra.settings.TracingSettings;

/**
 * Copies log groups to Datadog: a subscription of each group, and a Firehose stream that sends to Datadog's HTTP endpoint.
 * CloudWatch Logs keeps the lines; a batch that Datadog does not take goes to a bucket.
 */
final class DatadogLogs {

    /**
     * Sites whose intake has the first form of the path (aws-cdk-lib, aws-kinesisfirehose, constants {@code LOGS_US1},
     * {@code LOGS_EU} and {@code LOGS_GOV} of its Datadog endpoint).
     */
    private static final Set<String> FIRST_FORM = Set.of("datadoghq.com", "datadoghq.eu", "ddog-gov.com");
    private static final int MEBIBYTES = 4;
    private static final int SECONDS = 60;

    private final Stack stack;
    private final Environment environment;

    private DatadogLogs(Stack stack, Environment environment) {
        this.stack = stack;
        this.environment = environment;
    }

    /**
     * Sends log groups to Datadog.
     *
     * @param stack
     *            where stream, bucket, roles and subscriptions are made
     * @param environment
     *            names the Datadog site and the secret of the API key
     * @param groups
     *            names of the log groups, by construct id
     */
    static void send(Stack stack, Environment environment, Map<String, String> groups) {
        var logs = new DatadogLogs(stack, environment);
        CfnDeliveryStream stream = logs.stream();
        Role role = logs.subscriber(stream);
        groups.forEach((id, group) -> CfnSubscriptionFilter.Builder.create(stack, id).logGroupName(group)
                .filterName(logs.name()).filterPattern("").destinationArn(stream.getAttrArn())
                .roleArn(role.getRoleArn())
                .build().getNode().addDependency(role));
    }

    static String endpoint(String site) {
        return "https://aws-kinesis-http-intake.logs." + site
                + (FIRST_FORM.contains(site) ? "/v1/input" : "/api/v2/logs?dd-protocol=aws-kinesis-firehose");
    }

    private String name() {
        return new Names(environment.name()).stack("datadog-logs");
    }

    private CfnDeliveryStream stream() {
        Bucket bucket = LogBuckets.create(stack, "UndeliveredLogs", environment);
        LogGroup errors = new LogGroups(environment).createSwitchable(stack, "DeliveryErrors", "datadog",
                "delivery");
        LogStream errorStream = LogStream.Builder.create(stack, "DeliveryErrorStream").logGroup(errors)
                .logStreamName("delivery").removalPolicy(RemovalPolicy.DESTROY).build();
        Role role = deliverer(bucket, errors);
        var stream = CfnDeliveryStream.Builder.create(stack, "LogStream").deliveryStreamName(name())
                .deliveryStreamType("DirectPut")
                .deliveryStreamEncryptionConfigurationInput(
                        CfnDeliveryStream.DeliveryStreamEncryptionConfigurationInputProperty.builder()
                                .keyType("AWS_OWNED_CMK").build())
                .httpEndpointDestinationConfiguration(destination(bucket, errors, errorStream, role)).build();
        stream.getNode().addDependency(role);
        return stream;
    }

    private CfnDeliveryStream.HttpEndpointDestinationConfigurationProperty destination(Bucket bucket, LogGroup errors,
            LogStream errorStream, Role role) {
        TracingSettings tracing = environment.tracing();
        return CfnDeliveryStream.HttpEndpointDestinationConfigurationProperty.builder().roleArn(role.getRoleArn())
                .endpointConfiguration(CfnDeliveryStream.HttpEndpointConfigurationProperty.builder().name("Datadog")
                        .url(endpoint(tracing.site()))
                        // A reference that CloudFormation resolves: the template holds no key
                        .accessKey(SecretValue.secretsManager(tracing.apiKeySecret()).unsafeUnwrap()).build())
                .bufferingHints(CfnDeliveryStream.BufferingHintsProperty.builder().sizeInMBs(MEBIBYTES)
                        .intervalInSeconds(SECONDS).build())
                .retryOptions(CfnDeliveryStream.RetryOptionsProperty.builder().durationInSeconds(SECONDS).build())
                .requestConfiguration(CfnDeliveryStream.HttpEndpointRequestConfigurationProperty.builder()
                        .contentEncoding("GZIP").commonAttributes(List.of(environmentTag())).build())
                .cloudWatchLoggingOptions(CfnDeliveryStream.CloudWatchLoggingOptionsProperty.builder().enabled(true)
                        .logGroupName(errors.getLogGroupName()).logStreamName(errorStream.getLogStreamName()).build())
                .s3BackupMode("FailedDataOnly")
                .s3Configuration(CfnDeliveryStream.S3DestinationConfigurationProperty.builder()
                        .bucketArn(bucket.getBucketArn()).roleArn(role.getRoleArn()).compressionFormat("GZIP").build())
                .build();
    }

    private CfnDeliveryStream.HttpEndpointCommonAttributeProperty environmentTag() {
        return CfnDeliveryStream.HttpEndpointCommonAttributeProperty.builder().attributeName("env")
                .attributeValue(environment.name()).build();
    }

    /** What Firehose needs to keep undelivered batches and to say why (Firehose developer guide, "Grant access"). */
    private Role deliverer(Bucket bucket, LogGroup errors) {
        Role role = Role.Builder.create(stack, "DeliveryRole").description("Firehose: logs to Datadog")
                .assumedBy(new ServicePrincipal("firehose.amazonaws.com").withConditions(ofThisAccount())).build();
        role.addToPolicy(statement(List.of("s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"),
                bucket.getBucketArn()));
        role.addToPolicy(statement(List.of("s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"),
                bucket.arnForObjects("*")));
        role.addToPolicy(statement(List.of("logs:PutLogEvents"), errors.getLogGroupArn()));
        return role;
    }

    /** What CloudWatch Logs needs to hand lines to the stream (its user guide, "Subscription filters with Firehose"). */
    private Role subscriber(CfnDeliveryStream stream) {
        Role role = Role.Builder.create(stack, "SubscriptionRole").description("CloudWatch Logs: lines to Firehose")
                .assumedBy(new ServicePrincipal("logs.amazonaws.com").withConditions(Map.of("StringLike",
                        Map.of("aws:SourceArn", "arn:%s:logs:%s:%s:*".formatted(stack.getPartition(), stack.getRegion(),
                                stack.getAccount())))))
                .build();
        role.addToPolicy(statement(List.of("firehose:PutRecord", "firehose:PutRecordBatch"), stream.getAttrArn()));
        return role;
    }

    /**
     * Firehose names the stream's account as external id when it assumes a role (Firehose developer guide, "Allow Firehose
     * to assume an IAM role").
     */
    private Map<String, Object> ofThisAccount() {
        return Map.of("StringEquals", Map.of("sts:ExternalId", stack.getAccount()));
    }

    private static PolicyStatement statement(List<String> actions, String resource) {
        return PolicyStatement.Builder.create().actions(actions).resources(List.of(resource)).build();
    }
}
