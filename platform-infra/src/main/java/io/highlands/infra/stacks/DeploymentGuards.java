// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Map;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.ecs.AlarmBehavior;
import software.amazon.awscdk.services.ecs.DeploymentAlarmOptions;
import software.amazon.awscdk.services.ecs.FargateService;

import io.highlands.dashboards.cloudwatch.MonitoredPlatform;
import io.highlands.dashboards.cloudwatch.alarm.Alarms;

/** Alarms in a service's own stack that roll its deployment back. */
final class DeploymentGuards {

    private DeploymentGuards() {
    }

    /**
     * Creates the alarms before the service, whose deployments ask for them by name.
     *
     * @param stack
     *            the service's stack
     * @param deployment
     *            the service in its environment
     * @param service
     *            the same as a construct
     * @param loadBalancer
     *            full name of the load balancer
     * @param targetGroups
     *            full name of its target group by its name, or nothing
     */
    static void create(Stack stack, Deployment deployment, FargateService service, String loadBalancer,
            Map<String, String> targetGroups) {
        MonitoredPlatform platform = new Monitoring(deployment.environment()).platform(stack, loadBalancer,
                targetGroups);
        List<CfnAlarm> guards = Alarms.createGuards(stack, platform, platform.service(deployment.spec().name()),
                deployment.environment().alarmLevel());
        if (!guards.isEmpty()) {
            service.enableDeploymentAlarms(guards.stream().map(CfnAlarm::getAlarmName).toList(),
                    DeploymentAlarmOptions.builder().behavior(AlarmBehavior.ROLLBACK_ON_ALARM).build());
            service.getNode().addDependency(guards.toArray(CfnAlarm[]::new));
        }
    }
}
