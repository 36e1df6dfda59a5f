// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;

import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.LoadBalancerTargetOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListenerAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListenerRule;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.constructs.Construct;

import io.highlands.infra.topology.ListenerRule;
import io.highlands.infra.topology.ServiceSpec;

/** The public paths of a service: its target group, and a rule for each path. A route of the mesh that a path's wildcard would let in gets one that responds 404. */
final class PublicRoutes {

    /** Key of a rule's metadata: what the load of local mode calls for it, where that is not the path itself. */
    private static final String EXAMPLE = "highlands:example";
    private static final java.time.Duration MARGIN = java.time.Duration.ofSeconds(5);

    private final Construct scope;
    private final Deployment deployment;

    PublicRoutes(Construct scope, Deployment deployment) {
        this.scope = scope;
        this.deployment = deployment;
    }

    /** Forwards the paths to the service. Gives the full name of its target group, by which its metrics are found. */
    String create(FargateService service, IVpc vpc, String listenerArn, ISecurityGroup immutable) {
        ServiceSpec spec = deployment.spec();
        var group = targetGroup(vpc);
        group.addTarget(service.loadBalancerTarget(LoadBalancerTargetOptions.builder().containerName(spec.name())
                .containerPort(spec.containerPort()).build()));
        var listener = ApplicationListener.fromApplicationListenerAttributes(scope, "Listener",
                ApplicationListenerAttributes.builder().listenerArn(listenerArn).securityGroup(immutable).build());
        int open = 0;
        int closed = 0;
        for (ListenerRule rule : ListenerRule.of(spec, deployment.environment().topology().names())) {
            boolean forwards = rule.path().isPresent();
            var created = ApplicationListenerRule.Builder
                    .create(scope, forwards ? "Path" + ++open : "MeshRoute" + ++closed)
                    .listener(listener).priority(rule.priority())
                    .conditions(List.of(ListenerCondition.pathPatterns(rule.patterns())))
                    .action(forwards ? ListenerAction.forward(List.of(group)) : LoadBalancer.notFound()).build();
            rule.path().filter(path -> !path.example().equals(path.path())).ifPresent(
                    path -> ((CfnResource) created.getNode().getDefaultChild()).addMetadata(EXAMPLE, path.example()));
        }
        return group.getTargetGroupFullName();
    }

    /**
     * Protocol and port of the health check are written out: with TLS in the mesh both have to be the proxy's (ECS
     * developer guide, "Encrypt Amazon ECS Service Connect traffic").
     */
    private ApplicationTargetGroup targetGroup(IVpc vpc) {
        ServiceSpec spec = deployment.spec();
        boolean tls = deployment.environment().meshAuthority().isPresent();
        return ApplicationTargetGroup.Builder.create(scope, "Targets").vpc(vpc).targetType(TargetType.IP)
                .protocol(tls ? ApplicationProtocol.HTTPS : ApplicationProtocol.HTTP).port(spec.containerPort())
                .deregistrationDelay(Deployment.seconds(spec.deadline().plus(MARGIN)))
                .healthCheck(HealthCheck.builder().protocol(tls ? Protocol.HTTPS : Protocol.HTTP)
                        .port(Integer.toString(spec.containerPort())).path(spec.health()).healthyHttpCodes("200")
                        .interval(Duration.seconds(10)).timeout(Duration.seconds(5)).healthyThresholdCount(2)
                        .unhealthyThresholdCount(2).build())
                .build();
    }
}
