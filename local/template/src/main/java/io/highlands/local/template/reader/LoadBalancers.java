// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;

import io.highlands.local.template.LoadBalancerSpec;
import io.highlands.local.template.TargetGroupSpec;
import io.highlands.local.template.cloudformation.Inventory;
import io.highlands.local.template.cloudformation.Properties;

/** Reads the one application load balancer of an environment. */
final class LoadBalancers {

    private LoadBalancers() {
    }

    static LoadBalancerSpec read(Inventory inventory, List<TargetGroupSpec> targetGroups) {
        List<Properties> balancers = inventory.all("AWS::ElasticLoadBalancingV2::LoadBalancer");
        if (balancers.isEmpty()) {
            return null;
        }
        if (balancers.size() > 1) {
            throw balancers.get(1).error("", "a second load balancer cannot be run here; "
                    + balancers.getFirst().source() + " is the first");
        }
        Properties balancer = balancers.getFirst();
        balancer.oneOf("Type", "application", List.of("application"));
        TargetGroups.checkName(balancer, "Load balancer");
        List<String> subnets = subnets(balancer);
        String scheme = balancer.oneOf("Scheme", "internet-facing", List.of("internet-facing", "internal"));
        Attributes attributes = Attributes.read(balancer, "LoadBalancerAttributes");
        return new LoadBalancerSpec(balancer.source(), balancer.attribute("LoadBalancerName"),
                balancer.attribute("LoadBalancerFullName"),
                new LoadBalancerSpec.Network(scheme, balancer.attribute("CanonicalHostedZoneID"), subnets),
                new LinkedHashSet<>(balancer.texts("SecurityGroups")),
                Listeners.read(inventory, balancer.ref(), targetGroups), targetGroups,
                Duration.ofSeconds(attributes.integer("idle_timeout.timeout_seconds", 60, 1, 4000)),
                attributes.flag("routing.http.drop_invalid_header_fields.enabled", false));
    }

    /**
     * Reads the subnets, and refuses one alone.
     *
     * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html">Subnets:
     *      "You must specify subnets from at least two Availability Zones"</a>
     */
    private static List<String> subnets(Properties balancer) {
        List<String> subnets = balancer.has("Subnets") ? balancer.texts("Subnets") : List.of();
        if (balancer.has("Subnets") && subnets.stream().distinct().count() < 2) {
            throw balancer.error("Subnets",
                    "At least two subnets in two different Availability Zones must be specified");
        }
        return subnets;
    }
}
