// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.List;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddRuleProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.FixedResponseOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.RedirectOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.constructs.Construct;

import io.highlands.infra.settings.Environment;

/** The entry for users. It forwards what services declare, by rules in their stacks, and answers 404 to all else. */
final class LoadBalancer {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    /** What the load balancer waits longer than the slowest service may take. */
    private static final java.time.Duration MARGIN = java.time.Duration.ofSeconds(5);

    private final Construct scope;
    private final Environment environment;
    private final ApplicationLoadBalancer balancer;
    private final ApplicationListener listener;

    LoadBalancer(Construct scope, Environment environment, IVpc vpc, SecurityGroups groups) {
        this.scope = scope;
        this.environment = environment;
        var settings = environment.loadBalancer();
        balancer = ApplicationLoadBalancer.Builder.create(scope, "LoadBalancer").vpc(vpc).internetFacing(true)
                .vpcSubnets(SubnetSelection.builder().subnetType(SubnetType.PUBLIC).build())
                .securityGroup(groups.loadBalancer()).dropInvalidHeaderFields(true)
                .deletionProtection(settings.deletionProtection()).idleTimeout(idleTimeout()).build();
        groups.openToUsers(HTTP, settings.allowFrom());
        if (settings.accessLogs()) {
            balancer.logAccessLogs(LogBuckets.create(scope, "AccessLogs", environment), "alb");
        }
        listener = settings.certificate().map(arn -> {
            groups.openToUsers(HTTPS, settings.allowFrom());
            return secureListener(arn);
        }).orElseGet(() -> listener("Http", HTTP, notFound()));
    }

    ApplicationLoadBalancer balancer() {
        return balancer;
    }

    /** The listener to which services add the rules of their public paths. */
    ApplicationListener listener() {
        return listener;
    }

    private ApplicationListener secureListener(String certificate) {
        listener("Http", HTTP, ListenerAction
                .redirect(RedirectOptions.builder().protocol("HTTPS").port("443").permanent(true).build()));
        return balancer.addListener("Https",
                BaseApplicationListenerProps.builder().port(HTTPS).protocol(ApplicationProtocol.HTTPS).open(false)
                        .certificates(List.of(ListenerCertificate.fromArn(certificate)))
                        .sslPolicy(SslPolicy.RECOMMENDED_TLS).defaultAction(notFound()).build());
    }

    private ApplicationListener listener(String id, int port, ListenerAction action) {
        return balancer.addListener(id, BaseApplicationListenerProps.builder().port(port)
                .protocol(ApplicationProtocol.HTTP).open(false).defaultAction(action).build());
    }

    /** What a path gets that nobody declares as public. */
    static ListenerAction notFound() {
        return ListenerAction.fixedResponse(404, FixedResponseOptions.builder().contentType("application/json")
                .messageBody("{\"title\":\"Not Found\",\"status\":404}").build());
    }

    /** Longer than all services' deadlines: a load balancer that gives up first hides which service was slow. */
    private Duration idleTimeout() {
        return Duration.seconds(environment.topology().longestDeadline().plus(MARGIN).toSeconds());
    }
}
