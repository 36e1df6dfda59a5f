// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.operations.elb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.highlands.local.aws.operations.Action;
import io.highlands.local.aws.operations.Input;
import io.highlands.local.aws.operations.Output;
import io.highlands.local.aws.operations.Page;
import io.highlands.local.template.LoadBalancerSpec;
import io.highlands.local.template.StackResource;

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
                .with("CanonicalHostedZoneId", balancer.network().hostedZone())
                .with("CreatedTime", balancing.infrastructure().since())
                .with("LoadBalancerName", balancer.name()).with("Scheme", balancer.network().scheme())
                .with("VpcId", vpc()).with("AvailabilityZones", zones(balancer))
                .with("State", Map.of("Code", "active")).with("Type", "application")
                .with("SecurityGroups", List.copyOf(balancer.securityGroups())).with("IpAddressType", "ipv4").tree();
    }

    /** The VPC where the stacks make one; one that is given from outside is not known here. */
    private Optional<String> vpc() {
        return balancing.infrastructure().stacks().get().all().stream().flatMap(stack -> stack.resources().stream())
                .filter(resource -> resource.type().equals("AWS::EC2::VPC")).map(StackResource::physicalId).findFirst();
    }

    /** Each subnet in a zone of its own, as a load balancer has one subnet a zone. */
    private List<Map<String, Object>> zones(LoadBalancerSpec balancer) {
        List<Map<String, Object>> zones = new ArrayList<>();
        for (String subnet : balancer.network().subnets()) {
            zones.add(Output.of("ZoneName", balancing.infrastructure().platform().get().region() + (char) ('a' + zones
                    .size())).with("SubnetId", subnet).with("LoadBalancerAddresses", List.of()).tree());
        }
        return zones;
    }
}
