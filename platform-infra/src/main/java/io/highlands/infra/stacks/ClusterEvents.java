// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.CfnMetricFilter;
import software.amazon.awscdk.services.logs.CfnMetricFilter.MetricTransformationProperty;
import software.amazon.awscdk.services.logs.LogGroup;

import io.highlands.infra.settings.Environment;
import io.highlands.telemetry.PlatformMetrics;

/**
 * What ECS tells of the cluster: deployments and tasks, as EventBridge delivers them to a log group. EventBridge has no
 * target that is a metric, so a metric filter counts what alarms have to know.
 */
final class ClusterEvents {

    private final Stack stack;
    private final Names names;

    private ClusterEvents(Stack stack, Environment environment) {
        this.stack = stack;
        this.names = new Names(environment.name());
    }

    static void create(Stack stack, Environment environment) {
        var events = new ClusterEvents(stack, environment);
        LogGroup group = new LogGroups(environment).create(stack, "Events", "events");
        // EventBridge has no role here: it writes to log groups by a policy of theirs
        group.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("events.amazonaws.com"),
                        new ServicePrincipal("delivery.logs.amazonaws.com")))
                .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                .resources(List.of(group.getLogGroupArn()))
                .build());
        events.rule("DeploymentEvents", "deployments", events.deployments(), group);
        events.rule("TaskEvents", "tasks", events.tasks(), group);
        CfnMetricFilter.Builder.create(stack, "FailedDeployments").logGroupName(group.getLogGroupName())
                .filterPattern("{ $.detail.eventName = \"SERVICE_DEPLOYMENT_FAILED\" }")
                .metricTransformations(List.of(MetricTransformationProperty.builder()
                        .metricNamespace(events.names.metricsNamespace())
                        .metricName(PlatformMetrics.DEPLOYMENT_FAILED.name())
                        .metricValue("1").defaultValue(0).unit("Count").build()))
                .build();
    }

    /** These events name no cluster: its name is in the ARN of the service. */
    private Map<String, Object> deployments() {
        String services = "arn:%s:ecs:%s:%s:service/%s/".formatted(stack.getPartition(), stack.getRegion(),
                stack.getAccount(), names.cluster());
        return sorted(Map.of("source", List.of("aws.ecs"), "detail-type",
                List.of("ECS Deployment State Change", "ECS Service Action"), "resources",
                List.of(Map.of("prefix", services))));
    }

    /** Where a task's way ends; the stations between are many and tell little. */
    private Map<String, Object> tasks() {
        String cluster = "arn:%s:ecs:%s:%s:cluster/%s".formatted(stack.getPartition(), stack.getRegion(),
                stack.getAccount(), names.cluster());
        return sorted(Map.of("source", List.of("aws.ecs"), "detail-type", List.of("ECS Task State Change"), "detail",
                sorted(Map.of("clusterArn", List.of(cluster), "lastStatus", List.of("RUNNING", "STOPPED")))));
    }

    /** In a fixed order: a template that differs by itself would be deployed again. */
    private static Map<String, Object> sorted(Map<String, Object> pattern) {
        return new TreeMap<>(pattern);
    }

    private void rule(String id, String part, Map<String, Object> pattern, LogGroup group) {
        String arn = "arn:%s:logs:%s:%s:log-group:%s".formatted(stack.getPartition(), stack.getRegion(),
                stack.getAccount(), names.logGroup("events"));
        var rule = CfnRule.Builder.create(stack, id).name(names.stack(part + "-events"))
                .description("Keeps what ECS tells of " + part).eventPattern(pattern).state("ENABLED")
                .targets(List.of(CfnRule.TargetProperty.builder().id("log").arn(arn).build())).build();
        rule.getNode().addDependency(group);
    }
}
