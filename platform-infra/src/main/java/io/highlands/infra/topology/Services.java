// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.time.Duration;
import java.util.List;

/**
 * The services of the platform. Adding one is one more entry here; its order decides which stack comes first, and so
 * which edges need a refresh (see {@link Topology#backEdges()}).
 */
public final class Services {

    private static final TaskSize MEDIUM = new TaskSize(1024, 2048);

    private static final ServiceSpec A = new ServiceSpec("service-a", ServiceSpec.CONTAINER_PORT, 8080,
            Duration.ofSeconds(10), List.of(Upstream.within(Duration.ofSeconds(8), "service-b")),
            List.of(PublicPath.of("/time", Call.to("service-b", Call.to("service-c")))), List.of("/route"), MEDIUM);

    private static final ServiceSpec C = new ServiceSpec("service-c", ServiceSpec.CONTAINER_PORT, 8081,
            Duration.ofSeconds(5), List.of(), List.of(), List.of("/time"), MEDIUM);

    private static final ServiceSpec B = new ServiceSpec("service-b", ServiceSpec.CONTAINER_PORT, 8082,
            Duration.ofSeconds(15), List.of(Upstream.of("service-a"), Upstream.of("service-c")),
            List.of(PublicPath.of("/", Call.to("service-a"), Call.to("service-c"))), List.of("/time"), MEDIUM);

    /** In the order in which their stacks are deployed. */
    public static final Topology ALL = new Topology(List.of(A, C, B));

    private Services() {
    }
}
