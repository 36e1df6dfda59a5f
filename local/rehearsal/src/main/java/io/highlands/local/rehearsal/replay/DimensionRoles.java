// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.highlands.cloudwatch.model.search.MetricName;
import io.highlands.local.template.LoadBalancerSpec;
import io.highlands.local.template.Platform;
import io.highlands.local.template.ServiceSpec;
import io.highlands.local.template.TargetRegistration;

/**
 * What the dimension values of an environment stand for, as its templates say: its cluster, its load balancer, the target
 * group of a service. Services are called the same everywhere.
 */
public final class DimensionRoles {

    private static final String ENVIRONMENT = "{environment}";
    private static final String CLUSTER = "{cluster}";
    private static final String BALANCER = "{load balancer}";
    private static final String TARGETS = "{targets of ";
    private static final String TARGET_GROUP = "targetgroup/";

    private final String environment;
    private final Map<String, String> byValue = new LinkedHashMap<>();
    private final Map<String, String> byRole = new LinkedHashMap<>();

    private DimensionRoles(String environment) {
        this.environment = environment;
    }

    /**
     * Reads the roles.
     *
     * @param platform what the environment runs
     * @return the roles of its names
     */
    public static DimensionRoles of(Platform platform) {
        DimensionRoles roles = new DimensionRoles(platform.environment());
        roles.add(platform.cluster(), CLUSTER);
        LoadBalancerSpec balancer = platform.loadBalancer();
        if (balancer != null) {
            roles.add(balancer.fullName(), BALANCER);
        }
        for (ServiceSpec service : platform.services()) {
            for (TargetRegistration targets : service.targets()) {
                roles.add(fullName(targets.targetGroup()), targets(service.name()));
            }
        }
        return roles;
    }

    static String targets(String service) {
        return TARGETS + service + "}";
    }

    private static String fullName(String arn) {
        return arn.substring(Math.max(0, arn.indexOf(TARGET_GROUP)));
    }

    private void add(String value, String role) {
        byValue.put(value, role);
        byRole.put(role, value);
    }

    /**
     * {@return the metric by role}
     *
     * @param metric the metric as this environment calls it
     */
    public MetricName role(MetricName metric) {
        String own = "/" + environment;
        String namespace = metric.namespace().endsWith(own)
                ? metric.namespace().substring(0, metric.namespace().length() - own.length()) + "/" + ENVIRONMENT
                : metric.namespace();
        return new MetricName(namespace, metric.name(), replaced(metric.dimensions(), byValue));
    }

    /**
     * {@return the metric as this environment calls it}
     *
     * @param role the metric by role
     */
    public MetricName name(MetricName role) {
        return new MetricName(role.namespace().replace(ENVIRONMENT, environment), role.name(),
                replaced(role.dimensions(), byRole));
    }

    /** {@return a metric by role, with every service in another one's place} */
    static MetricName arranged(MetricName role, Map<String, String> places) {
        Map<String, String> values = new HashMap<>(places);
        places.forEach((service, place) -> values.put(targets(service), targets(place)));
        return new MetricName(role.namespace(), role.name(), replaced(role.dimensions(), values));
    }

    private static Map<String, String> replaced(Map<String, String> dimensions, Map<String, String> values) {
        Map<String, String> replaced = new HashMap<>();
        dimensions.forEach((name, value) -> replaced.put(name, values.getOrDefault(value, value)));
        return replaced;
    }

    /** {@return the services of an instance's name, such as service-b of service-b-service-c; empty when it has others} */
    static List<String> services(String instance, List<String> known) {
        for (String service : known) {
            if (instance.equals(service)) {
                return List.of(service);
            }
            if (instance.startsWith(service + "-")) {
                List<String> rest = services(instance.substring(service.length() + 1), known);
                if (!rest.isEmpty()) {
                    List<String> all = new ArrayList<>(List.of(service));
                    all.addAll(rest);
                    return all;
                }
            }
        }
        return List.of();
    }
}
