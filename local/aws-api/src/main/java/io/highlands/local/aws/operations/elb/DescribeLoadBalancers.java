// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.elb;

import java.util.List;
import java.util.Map;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.template.LoadBalancerSpec;

/** DescribeLoadBalancers. The DNS name is the address on this machine with its port, so that {@code http://NAME} works. */
final class DescribeLoadBalancers implements Action {

    private final Balancing balancing;

    DescribeLoadBalancers(Balancing balancing) {
        this.balancing = balancing;
    }

    @Override
    public Map<String, Object> perform(Input input) {
        List<LoadBalancerSpec> all = balancing.balancer().stream().toList();
        List<String> names = input.texts("Names");
        List<String> arns = input.texts("LoadBalancerArns");
        names.forEach(name -> require(all.stream().anyMatch(balancer -> balancer.name().equals(name)), name));
        arns.forEach(balancing::require);
        Page<LoadBalancerSpec> page = Balancing.page(input, all);
        return Output.of("LoadBalancers", page.items().stream().map(this::tree).toList())
                .with("NextMarker", page.next()).tree();
    }

    private static void require(boolean known, String name) {
        if (!known) {
            throw Balancing.noBalancer(name);
        }
    }

    private Map<String, Object> tree(LoadBalancerSpec balancer) {
        return Output.of("LoadBalancerArn", balancing.arn(balancer))
                .with("DNSName", balancing.infrastructure().loadBalancerAddress())
                .with("CreatedTime", balancing.infrastructure().since())
                .with("LoadBalancerName", balancer.name()).with("Scheme", "internet-facing")
                .with("State", Map.of("Code", "active")).with("Type", "application")
                .with("SecurityGroups", List.copyOf(balancer.securityGroups())).with("IpAddressType", "ipv4").tree();
    }
}
