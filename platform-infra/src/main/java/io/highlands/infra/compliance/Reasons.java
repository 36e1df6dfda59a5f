// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.compliance;

import java.util.List;
import java.util.stream.Stream;

/** Every finding of cdk-nag that is accepted. A test fails when one is missing, and when one is no longer needed. */
final class Reasons {

    private static final String SERVICE = "service";
    private static final String GAME_DAY_ROLE = "GameDayInstanceRole";
    private static final String REFRESH = "refresh";
    /** In both forms that the finding has: with the partition known and not. */
    private static final List<String> LAMBDA_LOGS = Stream.of("aws", "<AWS::Partition>")
            .map("Policy::arn:%s:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"::formatted).toList();
    private static final String FRAMEWORK = "The CDK's provider framework makes this role for its own function, "
            + "which only logs and invokes the two handlers";

    static final List<Reason> ALL = List.of(
            new Reason("AwsSolutions-EC23", "base", "LoadBalancerSecurityGroup", List.of(),
                    "The load balancer is the entry for users, who come from anywhere"),
            new Reason("AwsSolutions-ELB2", "base", "LoadBalancer", List.of(),
                    "This environment does not ask for access logs (loadBalancer.accessLogs)"),
            new Reason("AwsSolutions-S1", "base", "AccessLogs", List.of(),
                    "This bucket holds access logs itself; logging it into another has no end"),
            new Reason("AwsSolutions-IAM4", "base", GAME_DAY_ROLE, List.of(),
                    "What any machine may do that Systems Manager manages; AWS maintains it for exactly this use"),
            new Reason("AwsSolutions-IAM5", "base", GAME_DAY_ROLE, List.of(),
                    "A task takes away its own registration, whose id is drawn when it registers"),
            new Reason("AwsSolutions-IAM5", "game-days", "ExperimentRole", List.of(),
                    "Tasks come and go, commands and log deliveries have no resource to name; conditions hold the rest to "
                            + "the cluster and to tasks that registered for faults"),
            new Reason("AwsSolutions-ECS2", SERVICE, "Task", List.of(),
                    "Variables hold addresses, times and switches, no secret; the API key comes from Secrets Manager"),
            new Reason("AwsSolutions-IAM5", SERVICE, "Task/ExecutionRole", List.of("Resource::*"),
                    "ecr:GetAuthorizationToken has no resource to name"),
            new Reason("AwsSolutions-IAM5", SERVICE, "Task/TaskRole", List.of("Resource::*"),
                    "cloudwatch:PutMetricData and, for game days, ssm:CreateActivation have no resource to name; conditions hold "
                            + "them to the environment's namespace and to the tags of a fault's target"),
            new Reason("AwsSolutions-IAM4", SERVICE, "MeshTlsRole", List.of(),
                    "AWS maintains this policy for exactly this use; its content follows how ECS rotates certificates"),
            new Reason("AwsSolutions-IAM4", REFRESH, "Provider/framework-onEvent", LAMBDA_LOGS, FRAMEWORK),
            new Reason("AwsSolutions-IAM5", REFRESH, "Provider/framework-onEvent", List.of(), FRAMEWORK),
            new Reason("AwsSolutions-IAM4", REFRESH, "Provider/framework-isComplete", LAMBDA_LOGS, FRAMEWORK),
            new Reason("AwsSolutions-IAM5", REFRESH, "Provider/framework-isComplete", List.of(), FRAMEWORK),
            new Reason("AwsSolutions-IAM4", REFRESH, "Provider/framework-onTimeout", LAMBDA_LOGS, FRAMEWORK),
            new Reason("AwsSolutions-IAM5", REFRESH, "Provider/framework-onTimeout", List.of(), FRAMEWORK),
            new Reason("AwsSolutions-IAM5", REFRESH, "Provider/waiter-state-machine", List.of(),
                    "The waiter invokes any version of the framework's two functions, and no other"),
            new Reason("AwsSolutions-SF1", REFRESH, "Provider/waiter-state-machine", List.of(),
                    "The waiter only asks again until the deployment is done; the functions that it asks log"),
            new Reason("AwsSolutions-SF2", REFRESH, "Provider/waiter-state-machine", List.of(),
                    "A trace of waiting tells nothing that the deployment's events do not"));

    private Reasons() {
    }
}
