// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the platform needs to know of a service. Stacks, security groups, mesh and load balancer all come from it.
 *
 * @param name
 *            ECS service, container, discovery name and alias
 * @param containerPort
 *            port on which the container listens, and the proxy before it
 * @param aliasPort
 *            port by which callers in the mesh address it
 * @param deadline
 *            per-request timeout of the mesh; it covers all attempts
 * @param upstreams
 *            services that it calls
 * @param publicPaths
 *            paths that the load balancer forwards to it
 * @param meshRoutes
 *            routes that it serves to callers in the mesh, beside its public ones
 * @param size
 *            task size where an environment says nothing else
 * @param options
 *            what its task has beyond what the platform gives each
 * @param program
 *            what its container runs
 */
public record ServiceSpec(String name, int containerPort, int aliasPort, Duration deadline, List<Upstream> upstreams,
        List<PublicPath> publicPaths, List<String> meshRoutes, TaskSize size, TaskOptions options, Program program) {

    /** Every container listens here unless it says otherwise. */
    public static final int CONTAINER_PORT = 3000;

    /** Where the starter says whether it takes requests. */
    public static final String HEALTH = "/health";

    /** Where Actuator listens: neither the load balancer nor the mesh reaches it. */
    public static final int MANAGEMENT_PORT = 3001;

    /** A service whose task has no more than the platform gives each. */
    public ServiceSpec(String name, int containerPort, int aliasPort, Duration deadline, List<Upstream> upstreams,
            List<PublicPath> publicPaths, List<String> meshRoutes, TaskSize size) {
        this(name, containerPort, aliasPort, deadline, upstreams, publicPaths, meshRoutes, size, TaskOptions.NONE,
                Program.STARTER);
    }

    public boolean isPublic() {
        return !publicPaths.isEmpty();
    }

    /** Path that responds 200 while it takes requests. */
    public String health() {
        return program.health();
    }

    /** All routes by which its requests are measured. */
    public List<String> routes() {
        return Stream.concat(publicPaths.stream().map(PublicPath::path), meshRoutes.stream()).distinct().toList();
    }

    /** The address of this service in the mesh. */
    public String url() {
        return "http://%s:%d".formatted(name, aliasPort);
    }

    /** Prefix of the variables that tell callers of this service: {@code SERVICE_A}. */
    public String variablePrefix() {
        return Variables.prefix(name);
    }

    /** The same service, whose task has other things beyond what the platform gives each. */
    public ServiceSpec withOptions(TaskOptions others) {
        return new ServiceSpec(name, containerPort, aliasPort, deadline, upstreams, publicPaths, meshRoutes, size,
                others, program);
    }

    /** The same service with another deadline. */
    public ServiceSpec withDeadline(Duration other) {
        return new ServiceSpec(name, containerPort, aliasPort, other, upstreams, publicPaths, meshRoutes, size,
                options, program);
    }
}
