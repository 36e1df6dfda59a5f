// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.util.Map;

/** Why types are deployed to AWS and not run here, for the coverage list. */
final class NotRun {

    /** The reason by type, or by the beginning that types of one service share. */
    static final Map<String, String> NOTES = Map.ofEntries(
            Map.entry("AWS::EC2::SecurityGroupEgress", "rules for outgoing traffic are not enforced"),
            Map.entry("AWS::EC2::", "tasks have loopback addresses, so there is no network to lay out"),
            Map.entry("AWS::IAM::", "processes have no AWS credentials"),
            Map.entry("AWS::Logs::ResourcePolicy", "whatever runs here may write to its log groups"),
            Map.entry("AWS::Logs::SubscriptionFilter", "logs stay on this machine"),
            Map.entry("AWS::Logs::LogStream", "logs stay on this machine"),
            Map.entry("AWS::KinesisFirehose::", "logs stay on this machine"),
            Map.entry("AWS::SNS::TopicPolicy", "whatever runs here may publish to topics"),
            Map.entry("AWS::ECR::", "images are read from the build's output"),
            Map.entry("AWS::Lambda::", "highlands does itself what the function is for"),
            Map.entry("AWS::StepFunctions::", "highlands does itself what the function is for"),
            Map.entry("AWS::ApplicationAutoScaling::", "the count does not change by itself"),
            Map.entry("AWS::ACMPCA::", "traffic between tasks is not encrypted"),
            Map.entry("AWS::KMS::", "nothing is encrypted at rest"),
            Map.entry("Datadog::Dashboards::", "it is made in Datadog, which nothing here asks"),
            Map.entry("Datadog::Monitors::", "it is made in Datadog, which nothing here asks"),
            Map.entry("AWS::FIS::", "faults are injected by highlands fault"),
            Map.entry("AWS::RDS::", "a PostgreSQL stands for it, without metrics: its alarms stay OK"),
            Map.entry("AWS::SQS::",
                    "the queue that a variable of up names stands for it, without metrics: its alarms stay OK"),
            Map.entry("AWS::DynamoDB::",
                    "the table that a variable of up names stands for it, without metrics: its alarms stay OK"),
            Map.entry("AWS::SecretsManager::", "values come from what stands for the resource, or from local values"),
            Map.entry("AWS::S3::",
                    "logs are kept elsewhere; the bucket that a variable of up names stands for a service's, without metrics"),
            Map.entry("AWS::CDK::", "it is CDK's own"));

    private NotRun() {
    }
}
