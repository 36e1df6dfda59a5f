// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpHandler;

import io.highlands.local.forward.TestApp;

/**
 * A mesh with one client, service-b, and any number of hosts of service-a, on high slots so that a running platform is not
 * disturbed.
 */
final class MeshKit implements AutoCloseable {

    static final String CLIENT_GROUP = "sg-b";
    static final String SERVER_GROUP = "sg-a";
    static final String BALANCER_GROUP = "sg-lb";
    static final String GET = "GET / HTTP/1.1\r\nHost: service-a\r\n\r\n";

    private static final int FIRST_SLOT = 200;
    private static final int SLOTS = 50;
    private static final AtomicInteger SLOT = new AtomicInteger();

    final Mesh mesh;
    final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final TaskIdentity client;
    private final Loopback loopback;
    private final Timeouts timeouts;
    private final List<TestApp> closing = new ArrayList<>();
    private Sidecar clientSidecar;

    MeshKit() {
        this(new Timeouts(Duration.ofMinutes(5), Duration.ofSeconds(15)), options());
    }

    MeshKit(Timeouts timeouts, MeshOptions options) {
        this(Loopback.ADDRESSES, timeouts, options);
    }

    MeshKit(Loopback loopback) {
        this(loopback, new Timeouts(Duration.ofMinutes(5), Duration.ofSeconds(15)), options(loopback));
    }

    MeshKit(Loopback loopback, Timeouts timeouts, MeshOptions options) {
        this.loopback = loopback;
        this.client = task(loopback, "service-b", CLIENT_GROUP);
        this.timeouts = timeouts;
        this.mesh = new Mesh(options);
        mesh.namespace().declare(alias());
    }

    static MeshOptions options() {
        return options(Loopback.ADDRESSES);
    }

    static MeshOptions options(Loopback loopback) {
        return new MeshOptions(open(), TaskIdentity.loadBalancer(Set.of(BALANCER_GROUP), loopback));
    }

    static SecurityGroups open() {
        return new SecurityGroups(List.of(new IngressRule(SERVER_GROUP, CLIENT_GROUP, null, 3000, 3000),
                new IngressRule(SERVER_GROUP, BALANCER_GROUP, null, 3000, 3000)));
    }

    static TaskIdentity task(String service, String group) {
        return task(Loopback.ADDRESSES, service, group);
    }

    static TaskIdentity task(Loopback loopback, String service, String group) {
        int slot = FIRST_SLOT + SLOT.getAndIncrement() % SLOTS;
        return new TaskIdentity(slot, service + "-" + slot, service, "test", Set.of(group), loopback.endpoints(slot));
    }

    /** A host of service-a whose process does what the handler says. */
    Host host(HttpHandler handler) throws IOException {
        TaskIdentity task = task(loopback, "service-a", SERVER_GROUP);
        InetSocketAddress process = task.process(3000);
        return host(task, TestApp.on(process.getHostString(), process.getPort(), handler));
    }

    /** A host of service-a whose process does not listen, or is the test's own. */
    Host host(TaskIdentity task, TestApp app) {
        Sidecar sidecar = mesh.attach(task, List.of(new IngressPort("web", "service-a", 3000, timeouts)), List.of(),
                AccessLog.none());
        mesh.namespace().register("service-a", new MeshHost(task, 3000));
        if (app != null) {
            closing.add(app);
        }
        return new Host(task, sidecar, app);
    }

    /** A host in the namespace whose sidecar is gone: connections are refused. */
    TaskIdentity ghost() {
        TaskIdentity task = task(loopback, "service-a", SERVER_GROUP);
        mesh.namespace().register("service-a", new MeshHost(task, 3000));
        return task;
    }

    ClientAlias alias() {
        return new ClientAlias("service-a", 8080, "service-a", timeouts);
    }

    /** Where the client reaches service-a. */
    String egress() {
        return egress(AccessLog.none());
    }

    String egress(AccessLog log) {
        if (clientSidecar == null) {
            clientSidecar = mesh.attach(client, List.of(), List.of(alias()), log);
        }
        return clientSidecar.hosts().getFirst().address();
    }

    URI uri(String path) {
        return URI.create("http://" + egress() + ":" + client.egress(1, 8080).getPort() + path);
    }

    HttpResponse<String> get() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/route?p=x")));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    EdgeCounters edge() {
        return mesh.counters().edges().getFirst();
    }

    @Override
    public void close() {
        mesh.close();
        for (TestApp each : closing) {
            each.close();
        }
        http.shutdownNow();
    }

    /** A host of service-a. */
    record Host(TaskIdentity task, Sidecar sidecar, TestApp app) {

        int requests() {
            return app.requests().size();
        }
    }
}
