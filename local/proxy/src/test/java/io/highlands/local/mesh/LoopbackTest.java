// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.highlands.local.forward.Origin;
import io.highlands.local.forward.RawServer;
import io.highlands.local.forward.TestApp;
import io.highlands.local.forward.Until;
import io.highlands.local.mesh.MeshKit.Host;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever calls whom is known, by addresses as by ports. */
class LoopbackTest {

    @ParameterizedTest
    @EnumSource
    void requestsTakeTurnsOverTheHosts(Loopback loopback) throws Exception {
        try (MeshKit kit = new MeshKit(loopback)) {
            Host one = kit.host(TestApp.answer(200, "1"));
            Host two = kit.host(TestApp.answer(200, "2"));

            for (int i = 0; i < 6; i++) {
                assertThat(kit.get().statusCode()).isEqualTo(200);
            }

            assertThat(one.requests()).isEqualTo(3);
            assertThat(two.requests()).isEqualTo(3);
            assertThat(denied(kit)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHostTellsItsCallersApartThoughTheyCallTheSameListener(Loopback loopback) throws Exception {
        SecurityGroups both = new SecurityGroups(List.of(
                new IngressRule(MeshKit.SERVER_GROUP, MeshKit.CLIENT_GROUP, null, 3000, 3000),
                new IngressRule(MeshKit.SERVER_GROUP, "sg-c", null, 3000, 3000)));
        MeshOptions options = new MeshOptions(both, TaskIdentity.loadBalancer(Set.of(), loopback));
        try (MeshKit kit = new MeshKit(loopback, Timeouts.AWS_DEFAULT, options)) {
            Host host = kit.host(TestApp.answer(200, "hello"));
            TaskIdentity other = MeshKit.task(loopback, "service-c", "sg-c");
            try (Sidecar neighbour = kit.mesh.attach(other, List.of(), List.of(kit.alias()), AccessLog.none())) {
                assertThat(neighbour.hosts()).hasSize(1);
                kit.mesh.injectTraffic(
                        new TrafficFault("service-b", Set.of(host.task().taskId()), "", 100, Duration.ZERO, 418));

                for (int i = 0; i < 3; i++) {
                    assertThat(kit.get().statusCode()).isEqualTo(418);
                    assertThat(get(kit, other).statusCode()).isEqualTo(200);
                }
            }
            assertThat(kit.mesh.counters().edges()).extracting(EdgeCounters::client)
                    .containsExactly("service-b", "service-c");
            kit.mesh.counters().edges().forEach(edge -> assertThat(Until.value(
                    () -> kit.mesh.counters().edges().stream().filter(now -> now.client().equals(edge.client()))
                            .mapToLong(EdgeCounters::requests).sum(),
                    3)).as(edge.client()).isEqualTo(3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsUnknownToTheMeshIsNotLetIn(Loopback loopback) throws Exception {
        try (MeshKit kit = new MeshKit(loopback)) {
            Host host = kit.host(TestApp.answer(200, "secret"));

            assertThat(answer(Origin.at("127.0.0.1"), host)).isEmpty();

            assertThat(host.requests()).isZero();
            assertThat(Until.value(() -> denied(kit), 1)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLoadBalancerIsLetInWhereItsGroupIsAllowedAndNowhereElse(Loopback loopback) throws Exception {
        try (MeshKit kit = new MeshKit(loopback)) {
            Host host = kit.host(TestApp.answer(200, "hello"));
            assertThat(answer(kit.mesh.loadBalancerOrigin(), host)).startsWith("HTTP/1.1 200 ");

            kit.mesh.securityGroups(new SecurityGroups(List.of(
                    new IngressRule(MeshKit.SERVER_GROUP, MeshKit.CLIENT_GROUP, null, 3000, 3000))));

            assertThat(answer(kit.mesh.loadBalancerOrigin(), host)).isEmpty();
            assertThat(Until.value(() -> denied(kit), 1)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAccessLogNamesTheHostByTheTasksAddress(Loopback loopback) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Host host;
        try (MeshKit kit = new MeshKit(loopback)) {
            host = kit.host(TestApp.answer(200, "hello"));
            kit.egress(AccessLog.json(out, false));
            assertThat(kit.get().body()).isEqualTo("hello");
        }
        JsonNode line = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(line.path("upstream_host").asString()).isEqualTo("127.77." + host.task().slot() + ".1:3000");
    }

    private static HttpResponse<String> get(MeshKit kit, TaskIdentity from) throws Exception {
        InetSocketAddress egress = from.egress(1, 8080);
        return kit.http.send(HttpRequest.newBuilder(
                URI.create("http://" + egress.getHostString() + ":" + egress.getPort() + "/route?p=x")).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The head of what a host responds to a connection from somewhere; empty when it ends the connection. */
    private static String answer(Origin from, Host host) throws IOException {
        Origin.SourcePort port = from.next();
        try (Socket socket = new Socket()) {
            socket.bind(from.address());
            port.bound(socket.getLocalPort());
            socket.connect(host.task().ingress(3000), 5_000);
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(MeshKit.GET.getBytes(StandardCharsets.ISO_8859_1));
            return RawServer.readHead(socket);
        } catch (IOException reset) {
            return "";
        } finally {
            port.closed();
        }
    }

    private static long denied(MeshKit kit) {
        return kit.mesh.counters().servers().stream().mapToLong(ServerCounters::denied).sum();
    }
}
