// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/**
 * What AWS FIS may do in an experiment: the permissions that its reference names for each action, held to the cluster and
 * to tasks that have registered for faults.
 */
final class ExperimentRole {

    private static final List<String> ANY = List.of("*");

    private final Stack stack;
    private final String cluster;
    private final Role role;

    private ExperimentRole(Stack stack, String cluster) {
        this.stack = stack;
        this.cluster = cluster;
        this.role = Role.Builder.create(stack, "ExperimentRole").description("Experiments of AWS FIS in " + cluster)
                .assumedBy(new ServicePrincipal("fis.amazonaws.com").withConditions(new TreeMap<>(Map.of("StringEquals",
                        Map.of("aws:SourceAccount", stack.getAccount()), "ArnLike",
                        Map.of("aws:SourceArn", arn("fis", "experiment/*"))))))
                .build();
    }

    static Role create(Stack stack, String cluster) {
        var role = new ExperimentRole(stack, cluster);
        role.findTasks();
        role.sendCommands();
        role.log();
        return role.role;
    }

    private void findTasks() {
        allow(List.of("ecs:ListTasks"), ANY, Map.of("ArnEquals", Map.of("ecs:cluster",
                arn("ecs", "cluster/" + cluster))));
        allow(List.of("ecs:DescribeTasks", "ecs:StopTask"), List.of(arn("ecs", "task/" + cluster + "/*")), Map.of());
        allow(List.of("ecs:DescribeContainerInstances"), List.of(arn("ecs", "container-instance/" + cluster + "/*")),
                Map.of());
        allow(List.of("tag:GetResources", "ec2:DescribeInstances", "ec2:DescribeSubnets"), ANY, Map.of());
    }

    private void sendCommands() {
        allow(List.of("ssm:SendCommand"), List.of("arn:%s:ssm:%s:*:document/AWSFIS-Run-*".formatted(
                stack.getPartition(), stack.getRegion())), Map.of());
        allow(List.of("ssm:SendCommand"), List.of(arn("ssm", "managed-instance/*")),
                Map.of("StringEquals", Map.of("ssm:resourceTag/" + GameDayAgent.TARGET_TAG, "true")));
        allow(List.of("ssm:ListCommands", "ssm:CancelCommand"), ANY, Map.of());
    }

    private void log() {
        allow(List.of("logs:CreateLogDelivery", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies",
                "logs:DescribeLogGroups"), ANY, Map.of());
    }

    private void allow(List<String> actions, List<String> resources, Map<String, Object> conditions) {
        role.addToPolicy(PolicyStatement.Builder.create().actions(actions).resources(resources).conditions(conditions)
                .build());
    }

    private String arn(String service, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(stack.getPartition(), service, stack.getRegion(), stack.getAccount(),
                resource);
    }
}
