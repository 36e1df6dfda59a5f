// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroupImportOptions;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ecs.AvailabilityZoneRebalancing;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ClusterAttributes;
import software.amazon.awscdk.services.ecs.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.PropagatedTagSource;
import software.constructs.Construct;

/** One service: task definition, its place in mesh and load balancer, deployment and scaling. */
final class ServiceStack extends Stack {

    /** CPU that scaling aims at: room for a deployment and for the loss of a zone. */
    private static final int TARGET_CPU_PERCENT = 60;

    private final String name;
    /** By service, of which there is this one at most. */
    private final Map<String, String> targetGroups = new TreeMap<>();

    ServiceStack(Construct scope, Deployment deployment, BaseStack base, StackProps props) {
        super(scope, deployment.names().stack(deployment.spec().name()), props);
        addStackDependency(base);
        name = deployment.spec().name();
        // The rules are all in base; an immutable group keeps the CDK from adding its own
        ISecurityGroup group = SecurityGroup.fromSecurityGroupId(this, "SecurityGroup",
                base.securityGroupOf(name).getSecurityGroupId(),
                SecurityGroupImportOptions.builder().mutable(false).build());
        FargateService service = service(deployment, base, group);
        if (deployment.spec().isPublic()) {
            targetGroups.put(name, new PublicRoutes(this, deployment).create(service, base.vpc(),
                    base.listener().getListenerArn(), group));
        }
        DeploymentGuards.create(this, deployment, service, base.loadBalancerFullName(), targetGroups);
        scale(deployment, service);
    }

    /** The service that this stack deploys. */
    String service() {
        return name;
    }

    /** Full name of its target group, where the load balancer forwards to it. */
    Optional<String> targetGroupFullName() {
        return Optional.ofNullable(targetGroups.get(name));
    }

    /** Full names of the target groups of those that have one, by service. */
    static SequencedMap<String, String> targetGroups(Collection<ServiceStack> services) {
        SequencedMap<String, String> targetGroups = new TreeMap<>();
        services.forEach(service -> service.targetGroupFullName()
                .ifPresent(group -> targetGroups.put(service.service(), group)));
        return targetGroups;
    }

    private FargateService service(Deployment deployment, BaseStack base, ISecurityGroup group) {
        var settings = deployment.settings();
        var cluster = Cluster.fromClusterAttributes(this, "Cluster", ClusterAttributes.builder()
                .clusterName(deployment.names().cluster()).vpc(base.vpc()).securityGroups(List.of()).build());
        var builder = FargateService.Builder.create(this, "Service").serviceName(deployment.spec().name())
                .cluster(cluster).taskDefinition(new ServiceTask(this, deployment, base.gameDayRole()).create())
                .serviceConnectConfiguration(Mesh.member(this, deployment)).securityGroups(List.of(group))
                .vpcSubnets(SubnetSelection.builder().subnetType(SubnetType.PRIVATE_WITH_EGRESS).build())
                .assignPublicIp(false).minHealthyPercent(100).maxHealthyPercent(200)
                .circuitBreaker(DeploymentCircuitBreaker.builder().enable(true).rollback(true).build())
                .availabilityZoneRebalancing(AvailabilityZoneRebalancing.ENABLED).enableEcsManagedTags(true)
                .propagateTags(PropagatedTagSource.SERVICE);
        if (!settings.scales()) {
            // Where it scales, a desired count in the template would undo the scaling at each deployment
            builder.desiredCount(settings.tasks());
        }
        if (deployment.spec().isPublic()) {
            builder.healthCheckGracePeriod(Deployment.seconds(deployment.startGrace()));
        }
        return builder.build();
    }

    private static void scale(Deployment deployment, FargateService service) {
        var settings = deployment.settings();
        if (settings.scales()) {
            service.autoScaleTaskCount(
                    EnableScalingProps.builder().minCapacity(settings.tasks()).maxCapacity(settings.maxTasks()).build())
                    .scaleOnCpuUtilization("Cpu",
                            CpuUtilizationScalingProps.builder().targetUtilizationPercent(TARGET_CPU_PERCENT).build());
        }
    }
}
