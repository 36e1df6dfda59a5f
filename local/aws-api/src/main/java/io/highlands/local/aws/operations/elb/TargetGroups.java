// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.elb;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.aws.wire.AwsError;
import io.highlands.local.template.ListenerAction;
import io.highlands.local.template.TargetGroupSpec;
import io.highlands.local.template.TargetHealthCheck;

/** DescribeTargetGroups. */
final class TargetGroups {

    private final Balancing balancing;

    TargetGroups(Balancing balancing) {
        this.balancing = balancing;
    }

    Map<String, Object> describe(Input input) {
        List<String> arns = input.texts("TargetGroupArns");
        List<String> names = input.texts("Names");
        Set<String> used = forwardedTo();
        input.optionalText("LoadBalancerArn").ifPresent(balancing::require);
        List<TargetGroupSpec> groups = balancing.groups().stream()
                .filter(group -> arns.isEmpty() || arns.contains(group.arn()))
                .filter(group -> names.isEmpty() || names.contains(group.name()))
                .filter(group -> !input.has("LoadBalancerArn") || used.contains(group.arn())).toList();
        if (groups.size() < Math.max(Set.copyOf(arns).size(), Set.copyOf(names).size())) {
            throw notFound();
        }
        Page<TargetGroupSpec> page = Balancing.page(input, groups);
        return Output.of("TargetGroups", page.items().stream().map(group -> tree(group, used)).toList())
                .with("NextMarker", page.next()).tree();
    }

    /** The group of an ARN. */
    TargetGroupSpec require(String arn) {
        return balancing.groups().stream().filter(group -> group.arn().equals(arn)).findFirst()
                .orElseThrow(TargetGroups::notFound);
    }

    private static AwsError notFound() {
        return new AwsError("TargetGroupNotFound", "One or more target groups not found");
    }

    private Map<String, Object> tree(TargetGroupSpec group, Set<String> used) {
        TargetHealthCheck check = group.healthCheck();
        List<String> balancers = used.contains(group.arn())
                ? balancing.balancer().map(balancing::arn).stream().toList()
                : List.of();
        return Output.of("TargetGroupArn", group.arn()).with("TargetGroupName", group.name())
                .with("Protocol", group.protocol()).with("Port", group.port())
                .with("HealthCheckProtocol", group.protocol())
                .with("HealthCheckPort", check.port() == null ? "traffic-port" : check.port().toString())
                .with("HealthCheckEnabled", true).with("HealthCheckIntervalSeconds", check.interval().toSeconds())
                .with("HealthCheckTimeoutSeconds", check.timeout().toSeconds())
                .with("HealthyThresholdCount", check.healthyThreshold())
                .with("UnhealthyThresholdCount", check.unhealthyThreshold()).with("HealthCheckPath", check.path())
                .with("Matcher", Map.of("HttpCode", check.matcher())).with("LoadBalancerArns", balancers)
                .with("TargetType", "ip").with("ProtocolVersion", "HTTP1").with("IpAddressType", "ipv4").tree();
    }

    private Set<String> forwardedTo() {
        Set<String> used = new HashSet<>();
        balancing.listeners().forEach(listener -> {
            add(used, listener.defaultAction());
            listener.rules().forEach(rule -> add(used, rule.action()));
        });
        return used;
    }

    private static void add(Set<String> used, ListenerAction action) {
        if (action instanceof ListenerAction.Forward(var group)) {
            used.add(group);
        }
    }
}
