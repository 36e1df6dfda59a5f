// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ecs.CloudMapNamespaceOptions;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationListener;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.servicediscovery.NamespaceType;
import software.constructs.Construct;

import io.highlands.infra.settings.Environment;

/** What all services of an environment share: network, cluster, mesh namespace, entry, and every rule. */
final class BaseStack extends Stack {

    private final int zones;
    private final Vpc vpc;
    private final SecurityGroups groups;
    private final LoadBalancer entry;
    private final Optional<Role> gameDayRole;

    BaseStack(Construct scope, Environment environment, StackProps props) {
        super(scope, new Names(environment.name()).stack("base"), props);
        var names = new Names(environment.name());
        zones = environment.network().availabilityZones();
        vpc = Network.create(this, environment, new LogGroups(environment));
        Cluster.Builder.create(this, "Cluster").clusterName(names.cluster()).vpc(vpc)
                .containerInsightsV2(ContainerInsights.ENHANCED)
                .defaultCloudMapNamespace(CloudMapNamespaceOptions.builder().name(names.namespace())
                        .type(NamespaceType.HTTP).useForServiceConnect(true).build())
                .build();
        groups = new SecurityGroups(this, vpc, environment.topology());
        entry = new LoadBalancer(this, environment, vpc, groups);
        gameDayRole = environment.gameDays() ? Optional.of(GameDayAgent.managedInstanceRole(this)) : Optional.empty();
        CfnOutput.Builder.create(this, "Url").description("Where users enter")
                .value((environment.loadBalancer().certificate().isPresent() ? "https://" : "http://")
                        + entry.balancer().getLoadBalancerDnsName())
                .build();
    }

    /** Zones by number and not by name: the CDK would look names up, which needs credentials. */
    @Override
    public List<String> getAvailabilityZones() {
        return IntStream.range(0, zones).mapToObj(zone -> Fn.select(zone, Fn.getAzs())).toList();
    }

    IVpc vpc() {
        return vpc;
    }

    SecurityGroup securityGroupOf(String service) {
        return groups.of(service);
    }

    /** Full name of the load balancer, by which its metrics are found. */
    String loadBalancerFullName() {
        return entry.balancer().getLoadBalancerFullName();
    }

    /** What Systems Manager lets a task do that has registered with it, where there are game days. */
    Optional<Role> gameDayRole() {
        return gameDayRole;
    }

    IApplicationListener listener() {
        return entry.listener();
    }
}
