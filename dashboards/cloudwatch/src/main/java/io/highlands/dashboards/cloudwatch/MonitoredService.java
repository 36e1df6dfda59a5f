// SPDX-License-Identifier: Apache-2.0
package io.highlands.dashboards.cloudwatch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A service as dashboards and alarms see it.
 *
 * @param name
 *            discovery name in the mesh, container name, and value of the dimension Service
 * @param ecsService
 *            name of its ECS service, value of AWS's dimension ServiceName
 * @param routes
 *            values of the dimension Route that it publishes
 * @param upstreams
 *            the services that it calls
 * @param deadline
 *            per-request timeout of the mesh before it: what its callers wait at most
 * @param targetGroup
 *            full name of its target group, {@code targetgroup/NAME/ID}, or the token that stands for it; absent
 *            where the load balancer does not forward to it
 * @param tasks
 *            tasks that are declared to run at least
 * @param cpu
 *            CPU units of its task
 * @param memory
 *            MiB of its task
 * @param logGroup
 *            log group of its own lines
 * @param meshLogGroup
 *            log group of the access log of its proxy
 * @param publishes
 *            whether it publishes the metrics of the services' starter; of one that does not, only AWS knows anything
 * @param health
 *            path of its health checks, which are nobody's requests
 * @param resources
 *            its databases, queues and the like, in the order of their declaration
 */
public record MonitoredService(String name, String ecsService, List<String> routes, List<MonitoredUpstream> upstreams,
        Duration deadline, Optional<String> targetGroup, int tasks, int cpu, int memory, String logGroup,
        String meshLogGroup, boolean publishes, String health, List<MonitoredResource> resources) {

    public MonitoredService {
        routes = List.copyOf(routes);
        upstreams = List.copyOf(upstreams);
        resources = List.copyOf(resources);
    }

    /** A service without resources. */
    public MonitoredService(String name, String ecsService, List<String> routes, List<MonitoredUpstream> upstreams,
            Duration deadline, Optional<String> targetGroup, int tasks, int cpu, int memory, String logGroup,
            String meshLogGroup, boolean publishes, String health) {
        this(name, ecsService, routes, upstreams, deadline, targetGroup, tasks, cpu, memory, logGroup, meshLogGroup,
                publishes, health, List.of());
    }

    /** The same service with these resources. */
    public MonitoredService with(List<MonitoredResource> others) {
        return new MonitoredService(name, ecsService, routes, upstreams, deadline, targetGroup, tasks, cpu, memory,
                logGroup, meshLogGroup, publishes, health, others);
    }

    /** Names of the services that it calls. */
    public List<String> upstreamNames() {
        return upstreams.stream().map(MonitoredUpstream::service).toList();
    }
}
