// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.ecs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.highlands.local.template.ContainerSpec;
import io.highlands.local.template.Coverage;
import io.highlands.local.template.Dependency;
import io.highlands.local.template.HealthCheckSpec;
import io.highlands.local.template.ListenerAction;
import io.highlands.local.template.ListenerSpec;
import io.highlands.local.template.LoadBalancerSpec;
import io.highlands.local.template.Platform;
import io.highlands.local.template.PortMapping;
import io.highlands.local.template.RefreshSpec;
import io.highlands.local.template.RestartPolicy;
import io.highlands.local.template.SecurityGroupRule;
import io.highlands.local.template.ServiceConnectService;
import io.highlands.local.template.ServiceConnectSpec;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.Source;
import io.highlands.local.template.TargetGroupSpec;
import io.highlands.local.template.TargetHealthCheck;
import io.highlands.local.template.TargetRegistration;
import io.highlands.local.template.TaskDefinitionSpec;

/** A service as templates declare it, with what a test wants to be different. */
public final class TestService {

    /** ARN of the target group of balanced services. */
    public static final String TARGETS = "arn:aws:elasticloadbalancing:eu-west-1:000000000000:targetgroup/targets/0123456789abcdef";
    static final int PORT = 3000;

    private final String name;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<ContainerSpec> more = new ArrayList<>();
    private String repository;
    private int desired = 1;
    private boolean circuitBreaker = true;
    private boolean rollback = true;
    private boolean retained;
    private String family;
    private boolean balanced;
    private boolean mesh;
    private int aliasPort = 8080;
    private Duration stopTimeout = Duration.ofSeconds(5);
    private HealthCheckSpec healthCheck = new HealthCheckSpec(List.of("CMD", "/app/launch", "health"),
            Duration.ofMillis(200), Duration.ofMillis(400), 2, Duration.ofSeconds(10));

    public TestService(String name) {
        this.name = name;
        this.family = name;
        this.repository = name;
        environment.put("BIND_ADDRESS", "0.0.0.0:" + PORT);
        environment.put("HIGHLANDS_SERVICE", name);
    }

    public TestService image(String other) {
        repository = other;
        return this;
    }

    public TestService variable(String key, String value) {
        environment.put(key, value);
        return this;
    }

    public TestService desired(int count) {
        desired = count;
        return this;
    }

    /** Whether the template says {@code UpdateReplacePolicy: Retain} of the task definition. */
    public TestService retained(boolean revisions) {
        retained = revisions;
        return this;
    }

    /** The task definition's family; the service's name without this. */
    public TestService family(String other) {
        family = other;
        return this;
    }

    TestService withoutCircuitBreaker() {
        circuitBreaker = false;
        return this;
    }

    public TestService balanced() {
        balanced = true;
        return this;
    }

    public TestService mesh(int port) {
        mesh = true;
        aliasPort = port;
        return this;
    }

    TestService stopTimeout(Duration timeout) {
        stopTimeout = timeout;
        return this;
    }

    TestService healthCheck(HealthCheckSpec check) {
        healthCheck = check;
        return this;
    }

    TestService container(ContainerSpec container) {
        more.add(container);
        return this;
    }

    Source source() {
        return new Source("highlands-test-" + name, "Service");
    }

    ServiceSpec spec() {
        List<ContainerSpec> containers = new ArrayList<>(List.of(main()));
        containers.addAll(more);
        ServiceConnectSpec connect = !mesh
                ? ServiceConnectSpec.DISABLED
                : new ServiceConnectSpec(true, "test.highlands.local",
                        List.of(new ServiceConnectService("web", name, name, aliasPort, PORT, "http",
                                Duration.ofMinutes(5), Duration.ofSeconds(20), false)),
                        null, true, false);
        return new ServiceSpec(source(), name, desired, 100, 200, circuitBreaker, rollback, Duration.ofMillis(500),
                Set.of("sg-" + name),
                new TaskDefinitionSpec(new Source("highlands-test-" + name, "Task"), family, 512, 1024, containers,
                        retained),
                connect, balanced ? List.of(new TargetRegistration(TARGETS, name, PORT)) : List.of());
    }

    private ContainerSpec main() {
        return container(name, repository, true, environment, List.of(), healthCheck, List.of(), stopTimeout,
                balanced || mesh ? List.of(new PortMapping("web", PORT, "tcp", "http")) : List.of());
    }

    /** A container beside the main one, which runs a shell line. */
    ContainerSpec helper(String helper, boolean essential, String line, Dependency... dependsOn) {
        return new ContainerSpec(helper, "local/" + repository, repository, essential, Map.of(), Map.of(),
                List.of(line), List.of("/bin/sh", "-c"), null, List.of(), null, List.of(dependsOn),
                Duration.ofSeconds(5), 32, null, 0, true, "10001", null, RestartPolicy.NONE);
    }

    /** The same container, which listens on no port that anybody knows of. */
    public static ContainerSpec withoutPorts(ContainerSpec spec) {
        return container(spec.name(), spec.repository(), spec.essential(), spec.environment(), spec.command(),
                spec.healthCheck(), spec.dependsOn(), spec.stopTimeout(), List.of());
    }

    static ContainerSpec container(String name, String repository, boolean essential, Map<String, String> environment,
            List<String> command, HealthCheckSpec check, List<Dependency> dependsOn, Duration stopTimeout,
            List<PortMapping> ports) {
        return new ContainerSpec(name, "local/" + repository, repository, essential, environment, Map.of(), command,
                List.of(), null, ports, check, dependsOn, stopTimeout, 64, null, 0, true, "10001", null,
                RestartPolicy.NONE);
    }

    public static Platform platform(TestService... services) {
        return platform(List.of(), services);
    }

    static Platform platform(List<RefreshSpec> refreshes, TestService... services) {
        List<ServiceSpec> specs = Arrays.stream(services).map(TestService::spec).toList();
        Source base = new Source("highlands-test-base", "Base");
        List<SecurityGroupRule> rules = specs.stream().map(service -> new SecurityGroupRule(base,
                service.securityGroups().iterator().next(), null, "0.0.0.0/0", PORT, PORT, "tcp")).toList();
        LoadBalancerSpec balancer = new LoadBalancerSpec(base, "balancer", "app/balancer/0123456789abcdef",
                new LoadBalancerSpec.Network("internet-facing", "Z0123456789ABC", List.of("subnet-a", "subnet-b")),
                Set.of("sg-balancer"),
                List.of(new ListenerSpec(base, 80, "HTTP", new ListenerAction.Forward(TARGETS), List.of())),
                List.of(new TargetGroupSpec(base, TARGETS, "targets", PORT, "HTTP",
                        new TargetHealthCheck("/health", null, Duration.ofSeconds(5), Duration.ofSeconds(2), 2, 2,
                                "200"),
                        Duration.ofSeconds(5))),
                Duration.ofSeconds(60), false);
        boolean balanced = specs.stream().anyMatch(service -> !service.targets().isEmpty());
        return new Platform("test", "eu-west-1", "000000000000", "highlands-test", "test.highlands.local", specs,
                balanced ? balancer : null, rules, refreshes, new Coverage(List.of()));
    }
}
