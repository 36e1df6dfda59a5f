// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * An application load balancer with its listeners and the target groups that they forward to.
 *
 * @param source where it is declared
 * @param name the load balancer's name
 * @param fullName its LoadBalancerFullName, which its metrics bear, such as {@code app/name/50dc6c495c0c9188}
 * @param network where AWS puts it
 * @param securityGroups ids of its security groups
 * @param listeners its listeners
 * @param targetGroups all target groups of the environment
 * @param idleTimeout time without a byte after which a connection is closed or a request answered with 504; default 60
 * s
 * @param dropInvalidHeaders whether header fields with invalid names are removed; default false
 */
public record LoadBalancerSpec(Source source, String name, String fullName, Network network, Set<String> securityGroups,
        List<ListenerSpec> listeners,
        List<TargetGroupSpec> targetGroups, Duration idleTimeout, boolean dropInvalidHeaders) {

    /** Copies the collections. */
    public LoadBalancerSpec {
        securityGroups = Ordered.set(securityGroups);
        listeners = List.copyOf(listeners);
        targetGroups = List.copyOf(targetGroups);
    }

    /**
     * What a load calls, so that each public path has requests.
     *
     * @return an example of each rule that forwards, a path with its query, in the order of the rules
     */
    public List<String> examples() {
        return listeners.stream().flatMap(listener -> listener.rules().stream())
                .filter(rule -> rule.action() instanceof ListenerAction.Forward)
                .flatMap(rule -> rule.example().stream()).distinct().toList();
    }

    /**
     * Where AWS puts a load balancer.
     *
     * @param scheme {@code internet-facing} or {@code internal}
     * @param hostedZone its CanonicalHostedZoneId
     * @param subnets ids of its subnets
     */
    public record Network(String scheme, String hostedZone, List<String> subnets) {

        /** Copies the list. */
        public Network {
            subnets = List.copyOf(subnets);
        }
    }
}
