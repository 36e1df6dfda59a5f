// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.highlands.local.forward.RawClient;
import io.highlands.local.forward.TestApp;
import io.highlands.local.forward.Until;
import io.highlands.local.mesh.MeshKit.Host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Hosts that leave: drained, lost or ejected. */
class SidecarLeavingTest {

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
            HeldApp app = new HeldApp();
            Host host = kit.host(app);
            CompletableFuture<HttpResponse<String>> answer = app.request(kit);

            CompletableFuture<Void> drained = host.sidecar().drain(Duration.ofSeconds(20));
            assertThat(drained).isNotDone();
            app.finish();

            assertThat(answer.get(20, TimeUnit.SECONDS).body()).isEqualTo("finished");
            drained.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aDrainEndsWhenItsTimeIsOver() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            HeldApp app = new HeldApp();
            Host host = kit.host(app);
            app.request(kit);

            host.sidecar().drain(Duration.ofMillis(100)).get(20, TimeUnit.SECONDS);
            app.finish();
        }
    }

    @Test
    void aDrainingIngressStillServesAndEndsItsConnections() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host host = kit.host(TestApp.answer(200, "late"));
            host.sidecar().drain(Duration.ofSeconds(1)).get(20, TimeUnit.SECONDS);

            try (RawClient balancer = new RawClient("127.77.0.1", host.task().ingressAddress(), 3000)) {
                String answer = balancer.send(MeshKit.GET).readToEnd();
                assertThat(answer).startsWith("HTTP/1.1 200 ").containsIgnoringCase("connection: close")
                        .endsWith("late");
            }
        }
    }

    @Test
    void aLostTaskResetsWhatItWasSending() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            HeldApp app = new HeldApp();
            Host host = kit.host(app);
            try (RawClient balancer = new RawClient("127.77.0.1", host.task().ingressAddress(), 3000)) {
                balancer.send(MeshKit.GET);
                app.awaitRequest();

                host.sidecar().close();

                assertThatThrownBy(balancer::readToEnd).isInstanceOf(IOException.class)
                        .hasMessageContaining("reset");
            }
            app.finish();
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
    void aHostWhoseProcessIsGoneIsEjectedAfterFiveFailures() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            kit.host(MeshKit.task("service-a", MeshKit.SERVER_GROUP), null);
            kit.host(TestApp.answer(200, "fine"));

            for (int i = 0; i < 20; i++) {
                assertThat(kit.get().statusCode()).isEqualTo(200);
            }

            assertThat(Until.value(() -> kit.edge().ejections(), 1)).isEqualTo(1);
            assertThat(Until.value(() -> kit.edge().retries(), 5)).isEqualTo(5);
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
            assertThat(Until.value(() -> kit.edge().ejections(), 1)).isEqualTo(1);

            try (TestApp app = TestApp.on(task.appAddress(), 3000, TestApp.answer(200, "back"))) {
                assertThat(kit.get().body()).isEqualTo("back");
                assertThat(app.requests()).hasSize(1);
            }
        }
    }
}
