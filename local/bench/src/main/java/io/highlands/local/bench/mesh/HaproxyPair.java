// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.mesh;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.highlands.local.bench.Child;

/** Two HAProxy hops in one process with as many threads as the mesh has, each writing a log line to a file. */
final class HaproxyPair {

    private static final String OUTER = "127.77.242.1";
    private static final String INNER = "127.77.243.1";
    private static final int PORT = 8080;

    // As close to the mesh as HAProxy comes: kept connections on both sides, retries on 503, deadlines, HTTP logs.
    private static final String CONFIGURATION = """
            global
                nbthread 2
                maxconn 2000
                log stdout format raw local0
            defaults
                mode http
                log global
                option httplog
                option http-keep-alive
                http-reuse always
                retries 2
                retry-on conn-failure 503
                timeout connect 1s
                timeout client 60s
                timeout server 15s
            listen egress
                bind %1$s:%3$d
                server host %2$s:%3$d
            listen ingress
                bind %2$s:%3$d
                server app %4$s:%5$d
            """;

    private HaproxyPair() {
    }

    static URI url() {
        return URI.create("http://" + OUTER + ":" + PORT + "/route");
    }

    static Child start(Path haproxy, Path folder) throws IOException {
        Path configuration = folder.resolve("haproxy.cfg");
        Files.writeString(configuration,
                CONFIGURATION.formatted(OUTER, INNER, PORT, BenchUpstream.ADDRESS, BenchUpstream.PORT));
        Child child = Child.start(folder.resolve("haproxy.log"),
                List.of(haproxy.toString(), "-db", "-f", configuration.toString()));
        child.listening(OUTER, PORT);
        return child;
    }
}
