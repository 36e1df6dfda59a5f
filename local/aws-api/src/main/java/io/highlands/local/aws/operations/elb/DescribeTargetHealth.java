// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.elb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.ecs.ServiceSnapshot;
import io.highlands.local.ecs.TaskSnapshot;
import io.highlands.local.template.TargetGroupSpec;
import io.highlands.local.template.TargetRegistration;

/** DescribeTargetHealth: one target for each task in the group, as the load balancer's own checks see it. */
final class DescribeTargetHealth implements Action {

    private static final String UNUSED = "unused";

    private final Balancing balancing;
    private final TargetGroups groups;

    DescribeTargetHealth(Balancing balancing, TargetGroups groups) {
        this.balancing = balancing;
        this.groups = groups;
    }

    @Override
    public Map<String, Object> perform(Input input) {
        TargetGroupSpec group = groups.require(input.text("TargetGroupArn"));
        List<Input> named = input.structures("Targets");
        List<Map<String, Object>> targets = new ArrayList<>();
        for (ServiceSnapshot service : balancing.infrastructure().runtime().snapshot().services()) {
            int port = port(service, group);
            for (TaskSnapshot task : service.tasks()) {
                String state = task.targetHealth().getOrDefault(group.name(), UNUSED);
                if (!state.equals(UNUSED) && (named.isEmpty() || isNamed(named, task))) {
                    targets.add(target(group, task, port, state));
                }
            }
        }
        if (targets.size() < named.size()) {
            throw new AwsError("InvalidTarget", "One or more of the targets is not registered with the target group");
        }
        return Output.of("TargetHealthDescriptions", targets).tree();
    }

    private static boolean isNamed(List<Input> named, TaskSnapshot task) {
        return named.stream().anyMatch(target -> target.text("Id").equals(task.proxyAddress()));
    }

    private int port(ServiceSnapshot service, TargetGroupSpec group) {
        return balancing.infrastructure().platform().get().services().stream()
                .filter(spec -> spec.name().equals(service.name())).flatMap(spec -> spec.targets().stream())
                .filter(target -> target.targetGroup().equals(group.arn())).findFirst()
                .map(TargetRegistration::containerPort).orElse(group.port());
    }

    private static Map<String, Object> target(TargetGroupSpec group, TaskSnapshot task, int port, String state) {
        String[] reason = task.targetReasons().getOrDefault(group.name(), "").split(": ", 2);
        Output health = Output.of("State", state).withText("Reason", reason[0]);
        if (reason.length > 1) {
            health.with("Description", reason[1]);
        }
        Integer checked = group.healthCheck().port();
        return Output.of("Target", Output.of("Id", task.proxyAddress()).with("Port", port).tree())
                .with("HealthCheckPort", Integer.toString(checked == null ? port : checked))
                .with("TargetHealth", health.tree()).tree();
    }
}
