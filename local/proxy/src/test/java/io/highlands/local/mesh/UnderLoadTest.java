// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import io.highlands.local.forward.TestApp;
import io.highlands.local.forward.Until;
import io.highlands.local.mesh.MeshKit.Host;

import static org.assertj.core.api.Assertions.assertThat;

class UnderLoadTest {

    private static final int CLIENTS = 4;

    private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();

    @Test
    void hostsAreReplacedOneAfterTheOtherWithoutAFailedRequest() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host current = kit.host(TestApp.answer(200, "fine"));
            Load load = load(kit);
            for (int i = 0; i < 3; i++) {
                Host next = kit.host(TestApp.answer(200, "fine"));
                more(50);
                current.sidecar().drain(Duration.ofSeconds(5)).get(10, TimeUnit.SECONDS);
                more(50);
                current.app().close();
                current.sidecar().close();
                current = next;
            }
            load.stop();

            assertThat(answers).containsOnlyKeys("200");
            assertThat(kit.edge().proxy503()).isZero();
        }
    }

    @Test
    void aProcessThatIsKilledCostsNoRequestWhileItsProxyLives() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host killed = kit.host(TestApp.answer(200, "fine"));
            kit.host(TestApp.answer(200, "fine"));
            Load load = load(kit);
            more(50);

            killed.app().close();

            more(100);
            load.stop();
            assertThat(answers).containsOnlyKeys("200");
            assertThat(kit.edge().retries()).isPositive();
            assertThat(Until.value(() -> kit.edge().ejections(), 1)).isEqualTo(1);
        }
    }

    private void more(int requests) {
        long until = sent.get() + requests;
        assertThat(Until.is(() -> sent.get() >= until)).isTrue();
    }

    private Load load(MeshKit kit) {
        kit.egress();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            clients.execute(() -> {
                while (!over.get()) {
                    answers.computeIfAbsent(ask(kit), key -> new AtomicLong()).incrementAndGet();
                    sent.incrementAndGet();
                }
            });
        }
        return () -> {
            over.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        };
    }

    private static String ask(MeshKit kit) {
        try {
            return Integer.toString(kit.get().statusCode());
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private interface Load {

        void stop() throws InterruptedException;
    }
}
