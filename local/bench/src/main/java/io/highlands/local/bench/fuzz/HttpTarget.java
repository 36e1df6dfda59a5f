// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.bench.fuzz;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

import io.undertow.Undertow;

import io.highlands.local.balancer.Action;
import io.highlands.local.balancer.BalancerOptions;
import io.highlands.local.balancer.Listener;
import io.highlands.local.balancer.LoadBalancer;
import io.highlands.local.balancer.Target;
import io.highlands.local.balancer.TargetGroupOptions;
import io.highlands.local.console.log.LogSection;
import io.highlands.local.console.web.WebOptions;
import io.highlands.local.console.web.WebServer;
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

/** A server that takes each input as the bytes of a connection of its own. */
final class HttpTarget implements FuzzTarget {

    private static final TaskIdentity SERVER = new TaskIdentity(246, "server", "service-a", "fuzz", Set.of("a"));
    private static final TaskIdentity CLIENT = new TaskIdentity(247, "client", "service-b", "fuzz", Set.of("b"));
    private static final int MESH_PORT = 8080;
    private static final int APP_PORT = 3000;

    private final Grammar grammar = Grammar.read("http");
    private final String host;
    private final int port;
    private final Closeable server;

    HttpTarget(int port, Closeable server) {
        this("127.0.0.1", port, server);
    }

    private HttpTarget(String host, int port, Closeable server) {
        this.host = host;
        this.port = port;
        this.server = server;
    }

    /** A load balancer with one target. */
    static HttpTarget balancer() {
        Undertow app = app("127.0.0.1", 0);
        LoadBalancer balancer = new LoadBalancer(BalancerOptions.DEFAULTS,
                List.of(new TargetGroupOptions("tg", "fuzz", "/health", 0, Duration.ofSeconds(5),
                        Duration.ofSeconds(2), 2, 2, "200", Duration.ZERO)),
                List.of(new Listener(0, List.of(), new Action.Forward("tg"))));
        balancer.targetGroup("tg").register(new Target("task", "127.0.0.1", port(app)));
        balancer.targetGroup("tg").whenHealthy("task").join();
        return new HttpTarget(balancer.port(0), () -> {
            balancer.close();
            app.stop();
        });
    }

    /** Two hops of the mesh. */
    static HttpTarget mesh() {
        Undertow app = app("127.77.246.2", APP_PORT);
        Mesh mesh = new Mesh(new MeshOptions(new SecurityGroups(List.of(new IngressRule("a", "b", null, APP_PORT,
                APP_PORT))), TaskIdentity.loadBalancer(Set.of())));
        AccessLog log = AccessLog.json(OutputStream.nullOutputStream(), false);
        Sidecar server = mesh.attach(SERVER, List.of(new IngressPort("web", "service-a", APP_PORT,
                Timeouts.AWS_DEFAULT)), List.of(), log);
        Sidecar client = mesh.attach(CLIENT, List.of(), List.of(new ClientAlias("service-a", MESH_PORT, "service-a",
                Timeouts.AWS_DEFAULT)), log);
        mesh.namespace().register("service-a", new MeshHost(SERVER, APP_PORT));
        return new HttpTarget(CLIENT.egress(1, MESH_PORT).getHostString(), MESH_PORT, () -> {
            client.close();
            server.close();
            mesh.close();
            app.stop();
        });
    }

    /** The console's pages of logs. */
    static HttpTarget console(FuzzWorld world) {
        WebServer web = new WebServer(new WebOptions(0, "local", "us-east-1", 1, Clock.systemUTC(), Optional.empty(),
                Optional.empty()),
                List.of(new LogSection(world.logs())));
        return new HttpTarget(web.port(), web::close);
    }

    private static Undertow app(String host, int port) {
        Undertow app = Undertow.builder().setIoThreads(1).setWorkerThreads(1).addHttpListener(port, host)
                .setHandler(exchange -> exchange.getResponseSender().send("{\"a\":1}")).build();
        app.start();
        return app;
    }

    private static int port(Undertow app) {
        return ((java.net.InetSocketAddress) app.getListenerInfo().getFirst().getAddress()).getPort();
    }

    @Override
    public byte[] input(RandomGenerator random) {
        return Mutation.of(grammar.text(random, random.nextInt(4) == 0).getBytes(StandardCharsets.UTF_8), random);
    }

    @Override
    public String take(byte[] input) throws IOException {
        String answer = RawClient.exchange(host, port, input);
        if (answer.startsWith("HTTP/1.1 500")) {
            throw new AssertionError("answered with " + answer.lines().findFirst().orElseThrow());
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
