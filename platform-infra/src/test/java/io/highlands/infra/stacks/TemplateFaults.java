// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.stacks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** Finds faults that a template may have and that neither the CDK nor linters see; AWS sees them, late. */
final class TemplateFaults {

    private final JsonNode template;
    private final List<String> faults = new ArrayList<>();

    private TemplateFaults(JsonNode template) {
        this.template = template;
    }

    static List<String> of(JsonNode template) {
        var check = new TemplateFaults(template);
        check.each("AWS::ECS::Service", check::service);
        check.each("AWS::ECS::TaskDefinition", check::healthChecks);
        check.each("AWS::ElasticLoadBalancingV2::TargetGroup", check::targetGroup);
        check.each("AWS::CloudWatch::Alarm", check::meshSeries);
        check.cycles();
        return check.faults;
    }

    private void service(String id, JsonNode service) {
        JsonNode task = resource(service.at("/TaskDefinition/Ref").asString());
        Set<String> ports = new TreeSet<>();
        Set<String> targets = new TreeSet<>();
        task.path("ContainerDefinitions").forEach(container -> container.path("PortMappings").forEach(mapping -> {
            ports.add(mapping.path("Name").asString());
            targets.add(container.get("Name").asString() + ":" + mapping.get("ContainerPort").asInt());
        }));
        service.at("/ServiceConnectConfiguration/Services").forEach(server -> {
            String name = server.get("PortName").asString();
            if (!ports.contains(name)) {
                fault(id, "port name " + name + " is in no port mapping; there are " + ports);
            }
        });
        service.path("LoadBalancers").forEach(target -> {
            String name = target.get("ContainerName").asString() + ":" + target.get("ContainerPort").asInt();
            if (!targets.contains(name)) {
                fault(id, "target " + name + " is in no port mapping; there are " + targets);
            }
            JsonNode group = resource(target.at("/TargetGroupArn/Ref").asString());
            if (!"ip".equals(group.path("TargetType").asString())) {
                fault(id, "awsvpc tasks need targets by ip, not " + group.path("TargetType").asString("instance"));
            }
            if (service.toString().contains("IssuerCertificateAuthority")
                    && !"HTTPS".equals(group.path("Protocol").asString(""))) {
                fault(id, "targets with TLS in the mesh are HTTPS, not " + group.path("Protocol").asString("nothing"));
            }
        });
    }

    private void healthChecks(String id, JsonNode task) {
        task.get("ContainerDefinitions").forEach(container -> {
            JsonNode check = container.path("HealthCheck");
            String place = id + " " + container.get("Name").asString();
            range(place, check, "Interval", 5, 300);
            range(place, check, "Timeout", 2, 60);
            range(place, check, "Retries", 1, 10);
            range(place, check, "StartPeriod", 0, 300);
            range(place, container, "StopTimeout", 2, 120);
        });
    }

    private void targetGroup(String id, JsonNode group) {
        range(id, group, "HealthCheckIntervalSeconds", 5, 300);
        range(id, group, "HealthCheckTimeoutSeconds", 2, 120);
        if (group.path("HealthCheckTimeoutSeconds").asInt(0) >= group.path("HealthCheckIntervalSeconds").asInt(1)) {
            fault(id, "health check takes as long as its interval");
        }
        if (!group.path("Protocol").equals(group.path("HealthCheckProtocol"))) {
            fault(id, "health check by " + group.path("HealthCheckProtocol").asString("nothing") + " of targets by "
                    + group.path("Protocol").asString("nothing"));
        }
        if (!group.path("HealthCheckPort").asString("").matches("\\d+")) {
            fault(id, "health check names no port");
        }
    }

    /** Without cluster and service a series sums all environments of the account. */
    private void meshSeries(String id, JsonNode alarm) {
        Stream.concat(Stream.of(alarm), alarm.path("Metrics").valueStream().map(it -> it.at("/MetricStat/Metric")))
                .filter(metric -> metric.has("Dimensions")).forEach(metric -> {
                    Set<String> names = new TreeSet<>();
                    metric.get("Dimensions").forEach(dimension -> names.add(dimension.get("Name").asString()));
                    boolean mesh = names.contains("DiscoveryName") || names.contains("TargetDiscoveryName");
                    if (mesh && !names.containsAll(Set.of("ClusterName", "ServiceName"))) {
                        fault(id, "mesh series by " + names + " alone");
                    }
                });
    }

    private void cycles() {
        Set<String> done = new HashSet<>();
        for (String id : template.get("Resources").propertyNames()) {
            visit(id, new ArrayDeque<>(), done);
        }
    }

    private void visit(String id, Deque<String> path, Set<String> done) {
        if (path.contains(id)) {
            fault(id, "depends on itself by way of " + path);
            return;
        }
        if (!template.get("Resources").has(id) || !done.add(id)) {
            return;
        }
        path.push(id);
        references(template.get("Resources").get(id)).forEach(next -> visit(next, path, done));
        path.pop();
    }

    private static Set<String> references(JsonNode node) {
        Set<String> found = new TreeSet<>();
        node.findValues("Ref").forEach(ref -> found.add(ref.asString()));
        node.findValues("Fn::GetAtt").forEach(attribute -> found.add(attribute.path(0).asString()));
        node.path("DependsOn").forEach(id -> found.add(id.asString()));
        return found;
    }

    private void range(String place, JsonNode node, String name, int least, int most) {
        if (node.has(name) && (node.get(name).asInt() < least || node.get(name).asInt() > most)) {
            fault(place, "%s %d is not in %d to %d".formatted(name, node.get(name).asInt(), least, most));
        }
    }

    private JsonNode resource(String id) {
        return template.at("/Resources/" + id + "/Properties");
    }

    private void each(String type, BiConsumer<String, JsonNode> check) {
        for (Map.Entry<String, JsonNode> resource : template.get("Resources").properties()) {
            if (type.equals(resource.getValue().get("Type").asString())) {
                check.accept(resource.getKey(), resource.getValue().get("Properties"));
            }
        }
    }

    private void fault(String id, String what) {
        faults.add(id + ": " + what);
    }
}
