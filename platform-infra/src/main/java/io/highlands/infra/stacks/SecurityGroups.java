// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import software.amazon.awscdk.services.ec2.IPeer;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.constructs.Construct;

import io.highlands.infra.topology.Edge;
import io.highlands.infra.topology.ServiceSpec;
import io.highlands.infra.topology.Topology;

/**
 * Who may talk to whom. A container port is open to the load balancer, where the service is public, and to its declared
 * callers; nothing else. All groups and rules are in one stack: mutual rules between stacks would be a cycle.
 */
final class SecurityGroups {

    private static final int HTTPS = 443;

    private final SecurityGroup loadBalancer;
    private final Map<String, SecurityGroup> services = new LinkedHashMap<>();

    SecurityGroups(Construct scope, IVpc vpc, Topology topology) {
        loadBalancer = group(scope, "LoadBalancerSecurityGroup", vpc, "Load balancer: users in, public services out");
        for (ServiceSpec service : topology.services()) {
            var group = group(scope, Ids.of(service.name(), "SecurityGroup"), vpc,
                    service.name() + ": declared callers in, declared upstreams and HTTPS out");
            group.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "AWS APIs, images, Datadog, by HTTPS");
            services.put(service.name(), group);
        }
        topology.services().stream().filter(ServiceSpec::isPublic)
                .forEach(service -> open(loadBalancer, "load balancer", service));
        for (Edge edge : topology.edges()) {
            open(services.get(edge.client()), edge.client(), topology.get(edge.server()));
        }
    }

    SecurityGroup loadBalancer() {
        return loadBalancer;
    }

    SecurityGroup of(String service) {
        return services.get(service);
    }

    /**
     * Lets users reach a port of the load balancer.
     *
     * @param port
     *            the port
     * @param ranges
     *            IPv4 ranges that users come from; none: anywhere
     */
    void openToUsers(int port, List<String> ranges) {
        List<IPeer> users = ranges.isEmpty() ? List.of(Peer.anyIpv4()) : ranges.stream().map(Peer::ipv4).toList();
        users.forEach(peer -> loadBalancer.addIngressRule(peer, Port.tcp(port), "Users"));
    }

    private void open(SecurityGroup from, String caller, ServiceSpec to) {
        SecurityGroup target = services.get(to.name());
        Port port = Port.tcp(to.containerPort());
        target.addIngressRule(from, port, caller + " to " + to.name());
        from.addEgressRule(target, port, caller + " to " + to.name());
    }

    private static SecurityGroup group(Construct scope, String id, IVpc vpc, String description) {
        return SecurityGroup.Builder.create(scope, id).vpc(vpc).description(description).allowAllOutbound(false)
                .build();
    }
}
