// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service that services.yaml declares.
 *
 * @param name its name in the mesh
 * @param port its alias port
 * @param timeout its per-request timeout, the longest of all environments
 * @param routes paths that it serves in the mesh only
 * @param publicPaths paths that the load balancer forwards to it, with what it calls to serve them
 */
record DeclaredService(String name, int port, Duration timeout, List<String> routes,
        Map<String, Map<?, ?>> publicPaths) {

    /** A caller's HTTP client waits this much longer than the mesh, so that the mesh responds first. */
    static final Duration CLIENT_MARGIN = Duration.ofSeconds(1);

    String url() {
        return "http://" + name + ":" + port;
    }

    /** {@return how long a caller's HTTP client waits for its complete response} */
    Duration clientTimeout() {
        return timeout.plus(CLIENT_MARGIN);
    }

    /** {@return a path that can be requested as it is written, the mesh's own first; empty where it declares none} */
    Optional<String> path() {
        return Stream.concat(routes.stream(), publicPaths.keySet().stream())
                .filter(path -> !path.contains("*") && !path.contains("{")).findFirst();
    }

    /** {@return what it calls to serve a path, as far as services.yaml says} */
    Map<?, ?> callsOf(String path) {
        return routes.contains(path) ? Map.of() : publicPaths.getOrDefault(path, Map.of());
    }

    /** {@return its public path by which the load balancer forwards a path too} */
    Optional<String> forwards(String path) {
        return publicPaths.keySet().stream()
                .filter(own -> own.equals(path) || PathVariables.matches(own, PathVariables.example(path)))
                .findFirst();
    }
}
