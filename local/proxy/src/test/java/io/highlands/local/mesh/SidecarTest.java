// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.highlands.local.error.PortTakenException;
import io.highlands.local.forward.RawClient;
import io.highlands.local.forward.TestApp;
import io.highlands.local.forward.Until;
import io.highlands.local.mesh.MeshKit.Host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Addresses of sidecars, and the paths between them. */
class SidecarTest {

    @Test
    void requestsTakeTurnsOverTheHosts() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host one = kit.host(TestApp.answer(200, "1"));
            Host two = kit.host(TestApp.answer(200, "2"));

            for (int i = 0; i < 6; i++) {
                kit.get();
            }

            assertThat(one.requests()).isEqualTo(3);
            assertThat(two.requests()).isEqualTo(3);
        }
    }

    @Test
    void eachAliasGetsAnAddressOfItsOwn() {
        try (MeshKit kit = new MeshKit()) {
            ClientAlias other = new ClientAlias("service-c", 8081, "service-c", Timeouts.AWS_DEFAULT);
            TaskIdentity task = MeshKit.task("service-b", "sg");

            try (Sidecar sidecar = kit.mesh.attach(task, List.of(), List.of(kit.alias(), other), AccessLog.none())) {
                assertThat(sidecar.hosts()).containsExactly(
                        new HostsEntry("127.255." + task.slot() + ".1", "service-a"),
                        new HostsEntry("127.255." + task.slot() + ".2", "service-c"));
            }
        }
    }

    @Test
    void aPathThatNoGroupAllowsIsAConnectTimeoutAndThen503() throws Exception {
        MeshOptions closed = new MeshOptions(new SecurityGroups(List.of()), TaskIdentity.loadBalancer(Set.of()))
                .withConnectTimeout(Duration.ofMillis(100));
        try (MeshKit kit = new MeshKit(Timeouts.AWS_DEFAULT, closed)) {
            Host host = kit.host(TestApp.answer(200, "unreachable"));

            long start = System.nanoTime();
            HttpResponse<String> answer = kit.get();

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).endsWith("connection timeout");
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isGreaterThanOrEqualTo(300);
            assertThat(host.requests()).isZero();
        }
    }

    @Test
    void openedPathsAreUsedAtOnce() throws Exception {
        MeshOptions closed = new MeshOptions(new SecurityGroups(List.of()), TaskIdentity.loadBalancer(Set.of()))
                .withConnectTimeout(Duration.ofMillis(50));
        try (MeshKit kit = new MeshKit(Timeouts.AWS_DEFAULT, closed)) {
            kit.host(TestApp.answer(200, "reachable"));
            assertThat(kit.get().statusCode()).isEqualTo(503);

            kit.mesh.securityGroups(MeshKit.open());

            assertThat(kit.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anIngressClosesAConnectionFromNobodyItKnows() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, "secret"));

            assertThatThrownBy(() -> ask("127.0.0.1", host)).isInstanceOf(IOException.class);
            assertThat(host.requests()).isZero();
            assertThat(Until.value(() -> denied(kit), 1)).isEqualTo(1);
        }
    }

    @Test
    void anIngressClosesAConnectionThatNoGroupAllows() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, "secret"));
            TaskIdentity other = MeshKit.task("service-c", "sg-c");
            try (Sidecar neighbour = kit.mesh.attach(other, List.of(), List.of(), AccessLog.none())) {
                assertThat(neighbour.hosts()).isEmpty();
                assertThatThrownBy(() -> ask(other.ingressAddress(), host)).isInstanceOf(IOException.class);
            }
            assertThat(Until.value(() -> denied(kit), 1)).isEqualTo(1);
        }
    }

    @Test
    void theLoadBalancerIsLetInByItsAddress() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, "hello"));

            try (RawClient balancer = new RawClient("127.77.0.1", host.task().ingressAddress(), 3000)) {
                assertThat(balancer.send(MeshKit.GET).head()).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void aSlotCanBeTakenAgainAsSoonAsItsSidecarIsClosed() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            TaskIdentity task = MeshKit.task("service-a", MeshKit.SERVER_GROUP);
            for (int i = 0; i < 20; i++) {
                kit.host(task, null).sidecar().close();
            }
            try (TestApp app = TestApp.on(task.appAddress(), 3000, TestApp.answer(200, "again"))) {
                kit.host(task, null);
                assertThat(kit.get().body()).isEqualTo("again");
                assertThat(app.requests()).hasSize(1);
            }
        }
    }

    @Test
    void anAddressThatIsTakenIsNamed() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            TaskIdentity task = MeshKit.task("service-a", MeshKit.SERVER_GROUP);
            kit.host(task, null);

            assertThatThrownBy(() -> kit.host(task, null)).isInstanceOf(PortTakenException.class)
                    .hasMessageContaining(task.ingressAddress() + ":3000");
        }
    }

    private static void ask(String from, Host host) throws IOException {
        try (RawClient client = new RawClient(from, host.task().ingressAddress(), 3000)) {
            client.send(MeshKit.GET);
            if (client.head().isEmpty()) {
                throw new IOException("closed without an answer");
            }
        }
    }

    private static long denied(MeshKit kit) {
        return kit.mesh.counters().servers().stream().mapToLong(ServerCounters::denied).sum();
    }
}
