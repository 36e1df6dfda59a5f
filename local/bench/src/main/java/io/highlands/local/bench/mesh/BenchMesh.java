// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.mesh;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.highlands.local.bench.Child;
import io.highlands.local.mesh.AccessLog;
import io.highlands.local.mesh.ClientAlias;
import io.highlands.local.mesh.IngressPort;
import io.highlands.local.mesh.IngressRule;
import io.highlands.local.mesh.Mesh;
import io.highlands.local.mesh.MeshHost;
import io.highlands.local.mesh.MeshOptions;
import io.highlands.local.mesh.SecurityGroups;
import io.highlands.local.mesh.Sidecar;
import io.highlands.local.mesh.TaskIdentity;
import io.highlands.local.mesh.Timeouts;

/** The mesh's pair of hops, in a process of its own: a client's egress and a host's ingress, access logs on. */
final class BenchMesh {

    static final int PORT = 8080;

    private static final TaskIdentity SERVER = new TaskIdentity(240, "server", "service-a", "bench", Set.of("a"));
    private static final TaskIdentity CLIENT = new TaskIdentity(241, "client", "service-b", "bench", Set.of("b"));

    private BenchMesh() {
    }

    static String address() {
        return CLIENT.egress(1, PORT).getHostString();
    }

    /** Serves until the process is ended, or its standard input is; the argument is the access log. */
    public static void main(String[] arguments) throws Exception {
        SecurityGroups open = new SecurityGroups(List.of(new IngressRule("a", "b", null, 3000, 3000)));
        ClientAlias alias = new ClientAlias("service-a", PORT, "service-a", Timeouts.AWS_DEFAULT);
        IngressPort port = new IngressPort("web", "service-a", BenchUpstream.PORT, Timeouts.AWS_DEFAULT);
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[0]));
                Mesh mesh = new Mesh(new MeshOptions(open, TaskIdentity.loadBalancer(Set.of())))) {
            AccessLog log = AccessLog.json(out, false);
            try (Sidecar server = mesh.attach(SERVER, List.of(port), List.of(), log);
                    Sidecar client = mesh.attach(CLIENT, List.of(), List.of(alias), log)) {
                mesh.namespace().register("service-a", new MeshHost(SERVER, BenchUpstream.PORT));
                if (server.hosts().size() + client.hosts().size() > 0) {
                    Child.untilInputEnds();
                }
            }
        }
    }
}
