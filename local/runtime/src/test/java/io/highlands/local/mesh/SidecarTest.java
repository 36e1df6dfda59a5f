// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.highlands.local.forward.ForwardException;
import io.highlands.local.forward.RawClient;
import io.highlands.local.forward.TestApp;
import io.highlands.local.mesh.MeshKit.Host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SidecarTest {

    private static final String GET = "GET / HTTP/1.1\r\nHost: service-a\r\n\r\n";

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
            assertThat(denied(kit)).isEqualTo(1);
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
            assertThat(denied(kit)).isEqualTo(1);
        }
    }

    @Test
    void theLoadBalancerIsLetInByItsAddress() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, "hello"));

            try (RawClient balancer = new RawClient("127.77.0.1", host.task().ingressAddress(), 3000)) {
                assertThat(balancer.send(GET).head()).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void aDrainingHostGetsNoNewRequest() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host leaving = kit.host(TestApp.answer(200, "leaving"));
            kit.host(TestApp.answer(200, "staying"));

            leaving.sidecar().drain(Duration.ofSeconds(5)).get(20, TimeUnit.SECONDS);

            for (int i = 0; i < 4; i++) {
                assertThat(kit.get().body()).isEqualTo("staying");
            }
        }
    }

    @Test
    void aDrainWaitsForWhatIsInFlight() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            CountDownLatch arrived = new CountDownLatch(1);
            CountDownLatch finish = new CountDownLatch(1);
            Host host = kit.host(exchange -> {
                arrived.countDown();
                await(finish);
                TestApp.send(exchange, 200, "finished");
            });
            CompletableFuture<HttpResponse<String>> answer = kit.http.sendAsync(
                    HttpRequest.newBuilder(kit.uri("/")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

            CompletableFuture<Void> drained = host.sidecar().drain(Duration.ofSeconds(20));
            assertThat(drained).isNotDone();
            finish.countDown();

            assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("finished");
            drained.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aDrainEndsWhenItsTimeIsOver() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            CountDownLatch arrived = new CountDownLatch(1);
            CountDownLatch finish = new CountDownLatch(1);
            Host host = kit.host(exchange -> {
                arrived.countDown();
                await(finish);
            });
            kit.http.sendAsync(HttpRequest.newBuilder(kit.uri("/")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

            host.sidecar().drain(Duration.ofMillis(100)).get(20, TimeUnit.SECONDS);
            finish.countDown();
        }
    }

    @Test
    void aDrainingIngressStillServesAndEndsItsConnections() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, "late"));
            host.sidecar().drain(Duration.ofSeconds(1)).get(20, TimeUnit.SECONDS);

            try (RawClient balancer = new RawClient("127.77.0.1", host.task().ingressAddress(), 3000)) {
                String answer = balancer.send(GET).readToEnd();
                assertThat(answer).startsWith("HTTP/1.1 200 ").containsIgnoringCase("connection: close")
                        .endsWith("late");
            }
        }
    }

    @Test
    void aLostTaskResetsWhatItWasSending() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            CountDownLatch arrived = new CountDownLatch(1);
            CountDownLatch over = new CountDownLatch(1);
            Host host = kit.host(exchange -> {
                arrived.countDown();
                await(over);
            });
            try (RawClient balancer = new RawClient("127.77.0.1", host.task().ingressAddress(), 3000)) {
                balancer.send(GET);
                assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

                host.sidecar().close();

                assertThatThrownBy(balancer::readToEnd).isInstanceOf(IOException.class)
                        .hasMessageContaining("reset");
            }
            over.countDown();
        }
    }

    @Test
    void aLostTaskIsLeftOutByTheNextRequest() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host lost = kit.host(TestApp.answer(200, "lost"));
            kit.host(TestApp.answer(200, "kept"));
            kit.get();
            kit.get();

            lost.sidecar().close();

            for (int i = 0; i < 6; i++) {
                assertThat(kit.get().body()).isEqualTo("kept");
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

            assertThatThrownBy(() -> kit.host(task, null)).isInstanceOf(ForwardException.class)
                    .hasMessageContaining(task.ingressAddress() + ":3000");
        }
    }

    @Test
    void aHostWhoseProcessIsGoneIsEjectedAfterFiveFailures() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            kit.host(MeshKit.task("service-a", MeshKit.SERVER_GROUP), null);
            kit.host(TestApp.answer(200, "fine"));

            for (int i = 0; i < 20; i++) {
                assertThat(kit.get().statusCode()).isEqualTo(200);
            }

            assertThat(kit.edge().ejections()).isEqualTo(1);
            assertThat(kit.edge().retries()).isEqualTo(5);
        }
    }

    @Test
    void whenAllHostsAreEjectedAllAreUsed() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            TaskIdentity task = MeshKit.task("service-a", MeshKit.SERVER_GROUP);
            kit.host(task, null);
            for (int i = 0; i < 4; i++) {
                assertThat(kit.get().statusCode()).isEqualTo(503);
            }
            assertThat(kit.edge().ejections()).isEqualTo(1);

            try (TestApp app = TestApp.on(task.appAddress(), 3000, TestApp.answer(200, "back"))) {
                assertThat(kit.get().body()).isEqualTo("back");
                assertThat(app.requests()).hasSize(1);
            }
        }
    }

    private static void ask(String from, Host host) throws IOException {
        try (RawClient client = new RawClient(from, host.task().ingressAddress(), 3000)) {
            client.send(GET);
            if (client.head().isEmpty()) {
                throw new IOException("closed without an answer");
            }
        }
    }

    private static long denied(MeshKit kit) {
        return kit.mesh.counters().servers().stream().mapToLong(ServerCounters::denied).sum();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
