// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What dashboards and alarms need to know of an environment. What only a deployment knows may be a CDK token.
 *
 * @param environment
 *            local, dev, staging or prod
 * @param cluster
 *            name of the ECS cluster
 * @param region
 *            AWS Region of everything that is shown, or the token that stands for it
 * @param loadBalancer
 *            full name of the entry, as AWS/ApplicationELB's dimension LoadBalancer wants it:
 *            {@code app/NAME/ID}
 * @param services
 *            the services, in the order of their declaration
 * @param objectives
 *            what users were promised
 * @param thresholds
 *            where alarms fire and dashboards draw their lines
 * @param sidecar
 *            container of the tracing agent beside each service; absent where tracing is off
 * @param eventLogGroup
 *            log group of the cluster's deployment and task events
 * @param links
 *            where a reader goes from here
 */
public record MonitoredPlatform(String environment, String cluster, String region, String loadBalancer,
        List<MonitoredService> services, Objectives objectives, Thresholds thresholds, Optional<String> sidecar,
        String eventLogGroup, Links links) {

    public MonitoredPlatform {
        services = List.copyOf(services);
    }

    /** The same platform with its services in the order in which people look for them. */
    public MonitoredPlatform sortedByName() {
        return new MonitoredPlatform(environment, cluster, region, loadBalancer,
                services.stream().sorted(Comparator.comparing(MonitoredService::name)).toList(), objectives, thresholds,
                sidecar, eventLogGroup, links);
    }

    /** The same platform with each service changed. */
    public MonitoredPlatform with(UnaryOperator<MonitoredService> change) {
        return new MonitoredPlatform(environment, cluster, region, loadBalancer,
                services.stream().map(change).toList(), objectives, thresholds, sidecar, eventLogGroup, links);
    }

    /** The service of that name, which must be declared. */
    public MonitoredService service(String name) {
        return services.stream().filter(service -> service.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("service '" + name + "' is none of "
                        + services.stream().map(MonitoredService::name).toList()));
    }

    /** All edges, in the order of their clients. */
    public List<MonitoredEdge> edges() {
        return services.stream().flatMap(client -> edgesOf(client).stream()).toList();
    }

    /** The edges on which that service is the client. */
    public List<MonitoredEdge> edgesOf(MonitoredService client) {
        return client.upstreams().stream()
                .map(upstream -> new MonitoredEdge(client, service(upstream.service()), upstream.timeout())).toList();
    }

    /** The services that the load balancer forwards to: those with a target group. */
    public List<MonitoredService> entries() {
        return services.stream().filter(service -> service.targetGroup().isPresent()).toList();
    }
}
