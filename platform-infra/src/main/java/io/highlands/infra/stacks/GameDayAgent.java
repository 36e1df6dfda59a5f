// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.PidMode;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/**
 * What AWS FIS needs in a task on Fargate to inject faults into it (FIS User Guide, "Use the AWS FIS aws:ecs:task
 * actions"): ECS's endpoints for faults, one process namespace, and an agent that registers the task with Systems
 * Manager. None of it is there unless the environment has game days.
 */
final class GameDayAgent {

    static final String NAME = "amazon-ssm-agent";
    /** Pinned to a release of the agent; as root, because it kills processes of other users in the task. */
    static final String IMAGE = "public.ecr.aws/amazon-ssm-agent/amazon-ssm-agent:3.3.4624.0";
    /** Tag of registered tasks that says what they are registered for; FIS's own name for it. */
    static final String TARGET_TAG = "FAULT_INJECTION_SIDECAR";

    private static final List<String> TAGS = List.of("ECS_TASK_ARN", "ECS_TASK_AVAILABILITY_ZONE", TARGET_TAG);
    private static final ServicePrincipal SYSTEMS_MANAGER = new ServicePrincipal("ssm.amazonaws.com");

    private GameDayAgent() {
    }

    /** What Systems Manager lets a registered task do: take commands, and take its registration away at the end. */
    static Role managedInstanceRole(Stack stack) {
        Role role = Role.Builder.create(stack, "GameDayInstanceRole").description("Tasks that FIS injects faults into")
                .assumedBy(SYSTEMS_MANAGER.withConditions(new TreeMap<>(Map.of("StringEquals",
                        Map.of("aws:SourceAccount", stack.getAccount()), "ArnLike",
                        Map.of("aws:SourceArn", arn(stack, "*"))))))
                .managedPolicies(List.of(ManagedPolicy.fromAwsManagedPolicyName("AmazonSSMManagedInstanceCore")))
                .build();
        role.addToPolicy(PolicyStatement.Builder.create().actions(List.of("ssm:DeleteActivation"))
                .resources(List.of("*")).build());
        role.addToPolicy(PolicyStatement.Builder.create().actions(List.of("ssm:DeregisterManagedInstance"))
                .resources(List.of(arn(stack, "managed-instance/*"))).build());
        return role;
    }

    /** Opens ECS's endpoints for network faults, and lets the agent see the processes of the task. */
    static void allowFaults(FargateTaskDefinition.Builder task) {
        task.enableFaultInjection(true).pidMode(PidMode.TASK);
    }

    /** Adds the agent, and what it needs to register the task. A task goes on without it. */
    static void add(FargateTaskDefinition task, Role managedInstanceRole, LogDriver logging) {
        task.addContainer("GameDayAgent", ContainerDefinitionOptions.builder().containerName(NAME)
                .image(ContainerImage.fromRegistry(IMAGE)).essential(false).cpu(0).logging(logging)
                .entryPoint(List.of("/bin/sh", "-c")).command(List.of(Resources.text("game-day-agent.sh")))
                .environment(Map.of("MANAGED_INSTANCE_ROLE_NAME", managedInstanceRole.getRoleName())).build());
        // Without a tag in the request the condition holds too: tags are all that it can hold to
        task.addToTaskRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("ssm:AddTagsToResource", "ssm:CreateActivation")).resources(List.of("*"))
                .conditions(Map.of("ForAllValues:StringEquals", Map.of("aws:TagKeys", TAGS))).build());
        task.addToTaskRolePolicy(PolicyStatement.Builder.create().actions(List.of("iam:PassRole"))
                .resources(List.of(managedInstanceRole.getRoleArn()))
                .conditions(Map.of("StringEquals", Map.of("iam:PassedToService", "ssm.amazonaws.com"))).build());
    }

    private static String arn(Stack stack, String resource) {
        return "arn:%s:ssm:%s:%s:%s".formatted(stack.getPartition(), stack.getRegion(), stack.getAccount(), resource);
    }
}
