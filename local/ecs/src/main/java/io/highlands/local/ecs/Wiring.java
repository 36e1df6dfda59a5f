// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.highlands.local.balancer.Action;
import io.highlands.local.balancer.BalancerOptions;
import io.highlands.local.balancer.Listener;
import io.highlands.local.balancer.Rule;
import io.highlands.local.balancer.TargetGroupOptions;
import io.highlands.local.forward.Origin;
import io.highlands.local.mesh.ClientAlias;
import io.highlands.local.mesh.IngressPort;
import io.highlands.local.mesh.IngressRule;
import io.highlands.local.mesh.Loopback;
import io.highlands.local.mesh.SecurityGroups;
import io.highlands.local.mesh.TaskIdentity;
import io.highlands.local.mesh.Timeouts;
import io.highlands.local.template.ListenerAction;
import io.highlands.local.template.ListenerSpec;
import io.highlands.local.template.LoadBalancerSpec;
import io.highlands.local.template.Platform;
import io.highlands.local.template.SecurityGroupRule;
import io.highlands.local.template.ServiceConnectService;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.TargetGroupSpec;

/** Says what the template says in the words of mesh and load balancer. */
final class Wiring {

    private static final Set<String> TCP = Set.of("tcp", "6");
    private static final String ALL_PROTOCOLS = "-1";
    private static final int LAST_PORT = 65_535;

    private Wiring() {
    }

    static SecurityGroups securityGroups(Platform platform) {
        return new SecurityGroups(platform.rules().stream()
                .filter(rule -> TCP.contains(rule.protocol()) || rule.protocol().equals(ALL_PROTOCOLS))
                .map(Wiring::rule).toList());
    }

    private static IngressRule rule(SecurityGroupRule rule) {
        boolean all = rule.protocol().equals(ALL_PROTOCOLS);
        return new IngressRule(rule.groupId(), rule.sourceGroupId(), rule.cidr(), all ? 0 : rule.fromPort(),
                all ? LAST_PORT : rule.toPort());
    }

    static TaskIdentity loadBalancer(Platform platform, Loopback loopback) {
        return TaskIdentity.loadBalancer(
                platform.loadBalancer() == null ? Set.of() : platform.loadBalancer().securityGroups(), loopback);
    }

    static List<ClientAlias> endpoints(ServiceSpec service) {
        return service.serviceConnect().services().stream().map(endpoint -> new ClientAlias(endpoint.dnsName(),
                endpoint.clientPort(), endpoint.discoveryName(), timeouts(endpoint))).toList();
    }

    static List<IngressPort> ingress(ServiceSpec service) {
        return service.serviceConnect().services().stream().map(endpoint -> new IngressPort(endpoint.portName(),
                endpoint.discoveryName(), endpoint.containerPort(), timeouts(endpoint))).toList();
    }

    private static Timeouts timeouts(ServiceConnectService endpoint) {
        return new Timeouts(endpoint.idleTimeout(), endpoint.perRequestTimeout());
    }

    static BalancerOptions options(LoadBalancerSpec spec, String host, Origin source) {
        BalancerOptions options = BalancerOptions.DEFAULTS.with(spec.name(), spec.idleTimeout(),
                spec.dropInvalidHeaders());
        return new BalancerOptions(options.name(), host, source, options.idleTimeout(),
                options.connectTimeout(), options.dropInvalidHeaders(), options.initialProbe(), options.maxBody());
    }

    static List<TargetGroupOptions> targetGroups(LoadBalancerSpec spec) {
        return spec.targetGroups().stream().map(Wiring::targetGroup).toList();
    }

    private static TargetGroupOptions targetGroup(TargetGroupSpec group) {
        var check = group.healthCheck();
        return new TargetGroupOptions(group.arn(), group.name(), check.path(), check.port() == null ? 0 : check.port(),
                check.interval(), check.timeout(), check.healthyThreshold(), check.unhealthyThreshold(),
                check.matcher(), group.deregistrationDelay());
    }

    /**
     * The listeners with the ports that they have here: the first one of those that forward gets the given port, the
     * others, which redirect to it in AWS, those that follow. TLS is AWS's; here all listeners speak plain HTTP.
     */
    static List<Listener> listeners(LoadBalancerSpec spec, int firstPort) {
        List<ListenerSpec> ordered = new ArrayList<>(spec.listeners().stream().filter(Wiring::forwards).toList());
        spec.listeners().stream().filter(listener -> !forwards(listener)).forEach(ordered::add);
        List<Listener> listeners = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            listeners.add(listener(ordered.get(i), firstPort == 0 ? 0 : firstPort + i));
        }
        return listeners;
    }

    private static boolean forwards(ListenerSpec listener) {
        return listener.defaultAction() instanceof ListenerAction.Forward
                || listener.rules().stream().anyMatch(rule -> rule.action() instanceof ListenerAction.Forward);
    }

    private static Listener listener(ListenerSpec spec, int port) {
        List<Rule> rules = spec.rules().stream()
                .map(rule -> new Rule(rule.priority(), rule.paths(), action(rule.action()))).toList();
        return new Listener(port, rules, action(spec.defaultAction()));
    }

    private static Action action(ListenerAction action) {
        return switch (action) {
            case ListenerAction.Forward(var targetGroup) -> new Action.Forward(targetGroup);
            case ListenerAction.FixedResponse(var status, var contentType, var body) ->
                new Action.FixedResponse(status, contentType, body);
            case ListenerAction.Redirect(var status, var protocol, var host, var port, var path, var query) ->
                new Action.Redirect(status, protocol, host, port, path, query);
        };
    }
}
