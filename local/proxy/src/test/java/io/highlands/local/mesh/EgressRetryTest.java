// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.mesh;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.highlands.local.forward.RawClient;
import io.highlands.local.forward.RawServer;
import io.highlands.local.forward.TestApp;
import io.highlands.local.forward.Until;
import io.highlands.local.mesh.MeshKit.Host;

import static org.assertj.core.api.Assertions.assertThat;

class EgressRetryTest {

    @Test
    void anAnswer503IsRetriedOnAnotherHost() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host bad = kit.host(TestApp.answer(503, "starting"));
            Host good = kit.host(TestApp.answer(200, "fine"));

            for (int i = 0; i < 4; i++) {
                assertThat(kit.get().body()).isEqualTo("fine");
            }

            assertThat(bad.requests()).isEqualTo(2);
            assertThat(good.requests()).isEqualTo(4);
            assertThat(Until.value(() -> kit.edge().retries(), 2)).isEqualTo(2);
            assertThat(Until.value(() -> kit.edge().target().total(), 6)).isEqualTo(6);
        }
    }

    @Test
    void anAnswer503OfEverybodyIsPassedOnAfterThreeAttempts() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            Host only = kit.host(TestApp.answer(503, "draining"));

            HttpResponse<String> answer = kit.get();

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("draining");
            assertThat(only.requests()).isEqualTo(3);
        }
    }

    @Test
    void answers500And504AreNotRetried() throws Exception {
        for (int status : new int[]{500, 502, 504, 429, 404}) {
            try (MeshKit kit = new MeshKit()) {
                Host only = kit.host(TestApp.answer(status, "no"));

                assertThat(kit.get().statusCode()).isEqualTo(status);
                assertThat(only.requests()).isEqualTo(1);
            }
        }
    }

    @Test
    void aRefusedConnectionIsRetriedOnAnotherHost() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            kit.ghost();
            kit.host(TestApp.answer(200, "fine"));

            for (int i = 0; i < 4; i++) {
                assertThat(kit.get().statusCode()).isEqualTo(200);
            }

            assertThat(Until.value(() -> kit.edge().connectFailures(), 2)).isEqualTo(2);
        }
    }

    @Test
    void aServiceThatDoesNotListenIsRetriedOnAnotherHost() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            kit.host(MeshKit.task("service-a", MeshKit.SERVER_GROUP), null);
            kit.host(TestApp.answer(200, "fine"));

            for (int i = 0; i < 4; i++) {
                assertThat(kit.get().statusCode()).isEqualTo(200);
            }

            assertThat(Until.value(() -> kit.edge().target().total(), 4)).as("answers of the service alone")
                    .isEqualTo(4);
        }
    }

    @Test
    void connectionsRefusedEverywhereEndIn503InEnvoysWords() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            kit.ghost();

            HttpResponse<String> answer = kit.get();

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("content-type")).contains("text/plain");
            assertThat(answer.body()).startsWith("upstream connect error or disconnect/reset before headers.");
            assertThat(Until.value(() -> kit.edge().attempts(), 3)).isEqualTo(3);
            assertThat(Until.value(() -> kit.edge().proxy503(), 1)).isEqualTo(1);
        }
    }

    @Test
    void noHostIs503AtOnce() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            HttpResponse<String> answer = kit.get();

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("no healthy upstream");
            assertThat(kit.edge().attempts()).isZero();
        }
    }

    @Test
    void aProcessThatDiesUnderARequestIsRetriedOnAnotherHost() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            TaskIdentity dying = MeshKit.task("service-a", MeshKit.SERVER_GROUP);
            try (RawServer process = RawServer.on(dying.appAddress(), 3000, socket -> {
                RawServer.readHead(socket);
                RawServer.reset(socket);
            })) {
                kit.host(dying, null);
                kit.host(TestApp.answer(200, "fine"));

                assertThat(kit.get().body()).isEqualTo("fine");
                assertThat(kit.get().body()).isEqualTo("fine");
                assertThat(process.connections()).isEqualTo(1);
            }
        }
    }

    @Test
    void aSmallBodyIsSentAgain() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            kit.host(TestApp.answer(503, ""));
            kit.host(exchange -> TestApp.send(exchange, 200,
                    Integer.toString(exchange.getRequestBody().readAllBytes().length)));

            for (int i = 0; i < 2; i++) {
                HttpResponse<String> answer = kit.send(HttpRequest.newBuilder(kit.uri("/"))
                        .POST(BodyPublishers.ofByteArray(new byte[60_000])));

                assertThat(answer.body()).isEqualTo("60000");
            }
        }
    }

    @Test
    void aBodyPastTheLimitIsSentOnce() throws Exception {
        try (MeshKit kit = new MeshKit()) {
            AtomicInteger arrived = new AtomicInteger();
            kit.host(exchange -> {
                arrived.incrementAndGet();
                TestApp.send(exchange, 503, "draining");
            });

            HttpResponse<String> answer = kit.send(HttpRequest.newBuilder(kit.uri("/"))
                    .POST(BodyPublishers.ofByteArray(new byte[70_000])));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("draining");
            assertThat(arrived).hasValue(1);
        }
    }

    @Test
    void theTimeoutCoversAllAttempts() throws Exception {
        Timeouts timeouts = new Timeouts(Duration.ofMinutes(5), Duration.ofMillis(800));
        CountDownLatch over = new CountDownLatch(1);
        try (MeshKit kit = new MeshKit(timeouts, MeshKit.options())) {
            kit.host(exchange -> {
                await(over, 500);
                TestApp.send(exchange, 503, "");
            });

            long start = System.nanoTime();
            HttpResponse<String> answer = kit.get();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).isEqualTo("upstream request timeout");
            assertThat(millis).isGreaterThanOrEqualTo(750);
            assertThat(Until.value(() -> kit.edge().proxy504(), 1)).isEqualTo(1);
            over.countDown();
        }
    }

    @Test
    void aTimeoutIsNotRetried() throws Exception {
        Timeouts timeouts = new Timeouts(Duration.ofMinutes(5), Duration.ofSeconds(1));
        CountDownLatch over = new CountDownLatch(1);
        try (MeshKit kit = new MeshKit(timeouts, MeshKit.options())) {
            Host frozen = kit.host(exchange -> await(over, 5_000));

            assertThat(kit.get().statusCode()).isEqualTo(504);
            assertThat(frozen.requests()).isEqualTo(1);
            assertThat(Until.value(() -> kit.edge().timeouts(), 1)).isEqualTo(1);
            over.countDown();
        }
    }

    @Test
    void anIdleTimeoutShorterThanTheRequestsEndsItFirst() throws Exception {
        Timeouts timeouts = new Timeouts(Duration.ofMillis(300), Duration.ofSeconds(10));
        CountDownLatch over = new CountDownLatch(1);
        try (MeshKit kit = new MeshKit(timeouts, MeshKit.options())) {
            kit.host(exchange -> await(over, 5_000));

            HttpResponse<String> answer = kit.get();

            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body()).isEqualTo("stream timeout");
            over.countDown();
        }
    }

    @Test
    void aClientThatStopsInTheMiddleOfItsBodyIsNotTheHostsFault() throws Exception {
        Timeouts timeouts = new Timeouts(Duration.ofMillis(500), Duration.ofSeconds(10));
        try (MeshKit kit = new MeshKit(timeouts, MeshKit.options())) {
            kit.host(TestApp.answer(200, ""));

            try (RawClient client = new RawClient(kit.egress(), 8080)) {
                client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nthe beginning");
                assertThat(client.head()).startsWith("HTTP/1.1 408 ");
            }
            assertThat(kit.edge().timeouts()).isZero();
        }
    }

    @Test
    void aHostThatTimesOutFiveTimesIsEjected() throws Exception {
        Timeouts timeouts = new Timeouts(Duration.ofMinutes(5), Duration.ofSeconds(1));
        CountDownLatch over = new CountDownLatch(1);
        try (MeshKit kit = new MeshKit(timeouts, MeshKit.options())) {
            Host frozen = kit.host(exchange -> await(over, 20_000));
            kit.host(TestApp.answer(200, "fine"));

            long failed = 0;
            for (int i = 0; i < 30; i++) {
                failed += kit.get().statusCode() == 200 ? 0 : 1;
            }

            assertThat(failed).isGreaterThanOrEqualTo(5);
            assertThat(frozen.requests()).isEqualTo(5);
            assertThat(kit.edge().ejections()).isPositive();
            over.countDown();
        }
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
